import { expect, it } from 'vitest';
import { medianInterval } from '../../src/analytics/medianInterval.ts';
import { coverageOf } from './coverage.ts';
import { makeLuck } from './luck.ts';

it.each([1, 2, 3, 5, 8, 20, 75, 400])('of %i uneven times holds the middle one', (count) => {
  const luck = makeLuck(7 + count);
  const held = coverageOf(2_000, Math.LN2, () =>
    medianInterval(Float64Array.from({ length: count }, () => -Math.log(luck.uniform())).sort()),
  );
  expect(held).toBeGreaterThanOrEqual(0.93);
  if (count >= 75) expect(held).toBeLessThanOrEqual(0.97);
});

it('is that time where all are the same', () => {
  expect(medianInterval(new Float64Array(30).fill(4))).toEqual({ value: 4, low: 4, high: 4 });
});
