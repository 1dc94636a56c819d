import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MISSING_CODE,
  type Audience,
  type AudienceColumn,
  type Column,
} from '../../src/audience/audience.ts';
import { partsOf } from '../../src/audience/parts.ts';
import { evaluateRule } from '../../src/audience/rules.ts';
import { synthesise } from '../../src/audience/synthesise.ts';

const ROWS = 300;
const values = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: ROWS, maxLength: ROWS });
const WORDS = Array.from({ length: 20 }, (_, at) =>
  at % 2 === 0 ? `Town ${at / 2}` : `town ${(at - 1) / 2}`,
);

const columns: fc.Arbitrary<Column> = fc.oneof(
  values(
    fc.oneof(
      fc.constant(NaN),
      fc.integer({ min: -5, max: 9 }),
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    ),
  ).map((all): Column => ({ type: 'number', values: Float64Array.from(all) })),
  values(fc.constantFrom(0, 1, 2)).map((all): Column => ({ type: 'boolean', values: Uint8Array.from(all) })),
  values(fc.oneof(fc.constant(MISSING_CODE), fc.nat(WORDS.length - 1))).map((all): Column => ({
    type: 'category',
    codes: Uint32Array.from(all),
    dictionary: WORDS,
  })),
  fc
    .tuple(
      fc.constantFrom('day' as const, 'minute' as const),
      values(fc.oneof(fc.constant(NaN), fc.nat(60 * 24 * 400))),
    )
    .map(([precision, all]): Column => ({
      type: 'date',
      precision,
      values: Float64Array.from(all, (minute) =>
        precision === 'day' ? Math.floor(minute / 1440) * 1440 : minute,
      ),
    })),
);

function countsOf(column: AudienceColumn): readonly number[][] {
  const audience: Audience = { id: 'a', name: 'a', rows: rowsOf(column), columns: [column], roles: {} };
  const rows = Uint32Array.from({ length: audience.rows }, (_, row) => row);
  return partsOf(column).map(({ rule }) => [...evaluateRule(rule, audience, rows)]);
}

function rowsOf({ data }: AudienceColumn): number {
  return data.type === 'category' ? data.codes.length : data.values.length;
}

describe('the parts of a column', () => {
  it('have every contact once, and nobody empty', () => {
    fc.assert(
      fc.property(columns, (data) => {
        const answers = countsOf({ name: 'c', data });
        fc.pre(answers.length > 0);
        for (let row = 0; row < ROWS; row++)
          expect(answers.reduce((sum, part) => sum + (part[row] ?? 0), 0)).toBe(1);
        for (const part of answers) expect(part.some((answer) => answer === 1)).toBe(true);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('are few: the commonest values, the others together, and ranges with as many contacts each', () => {
    const sizes = synthesise(2000, 1)
      .columns.map((column) => ({ column, parts: countsOf(column) }))
      .filter(({ parts }) => parts.length > 0);
    expect(sizes.length).toBeGreaterThan(5);
    for (const { parts } of sizes) expect(parts.length).toBeLessThanOrEqual(14);
    const numbers = sizes.filter(({ column }) => column.data.type === 'number');
    expect(numbers.length).toBeGreaterThan(0);
  });

  it('of a column in which all are the same are none', () => {
    expect(partsOf({ name: 'c', data: { type: 'number', values: new Float64Array(9).fill(4) } })).toEqual([]);
  });
});
