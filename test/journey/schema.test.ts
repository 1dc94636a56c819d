import type * as z from 'zod/mini';
import { expectTypeOf, test } from 'vitest';
import type { Journey } from '../../src/journey/journey.ts';
import type { journeySchema } from '../../src/journey/schema.ts';

type DeepReadonly<T> = unknown extends T
  ? T
  : T extends string | number | boolean
    ? T
    : { readonly [K in keyof T]: DeepReadonly<T[K]> };

test('the schema’s output is the Journey type, in both directions', () => {
  type Parsed = DeepReadonly<z.output<typeof journeySchema>>;
  expectTypeOf<Parsed>().toExtend<Journey>();
  expectTypeOf<Journey>().toExtend<Parsed>();
  expectTypeOf<RequiredDeep<Parsed>>().toExtend<RequiredDeep<Journey>>();
  expectTypeOf<RequiredDeep<Journey>>().toExtend<RequiredDeep<Parsed>>();
});

/** Makes a missing optional field a missing field, which plain assignability would let pass. */
type RequiredDeep<T> = unknown extends T
  ? T
  : T extends string | number | boolean
    ? T
    : { [K in keyof T]-?: RequiredDeep<T[K]> };
