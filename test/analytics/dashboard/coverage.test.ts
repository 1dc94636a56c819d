import { describe, expect, it } from 'vitest';
import { sumEstimate } from '../../../src/analytics/dashboard/sums.ts';
import { GROUPS } from '../../../src/engine/results.ts';
import { makeLuck } from '../luck.ts';

const TRIALS = 2000;
const PER_GROUP = 200;

/** How often the interval of a day's events holds the true mean; each event is worth one, or an order's value. */
function coverage(expected: number, unit: 'count' | 'minor'): number {
  const luck = makeLuck(Math.round(expected * 10) + (unit === 'count' ? 1 : 2));
  const contacts = new Float64Array(GROUPS).fill(PER_GROUP);
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const groups = new Float64Array(GROUPS);
    const events = new Float64Array(GROUPS);
    for (let left = luck.poisson(expected); left > 0; left--) {
      const group = Math.floor(luck.uniform() * GROUPS);
      events[group]!++;
      groups[group]! += unit === 'count' ? 1 : luck.order() * 100;
    }
    const run = { contacts, factor: 1, minorPerUnit: 100 };
    const made = unit === 'count' ? undefined : { events, worth: 100 };
    const { low, high } = sumEstimate(run, groups, unit, made);
    if (low <= expected && expected <= high) held++;
  }
  return held / TRIALS;
}

describe('the interval of a sum', () => {
  it.each([20, 40, 100, 400])('holds the truth 93 to 97 times in 100 at %i expected events', (expected) => {
    expect(coverage(expected, 'count')).toBeGreaterThan(0.93);
    expect(coverage(expected, 'count')).toBeLessThan(0.97);
  });

  it.each([0.3, 1, 2, 3, 5, 8, 12])('holds it at least 93 times at %d expected events', (expected) => {
    expect(coverage(expected, 'count')).toBeGreaterThan(0.93);
  });

  it.each([20, 40, 100, 400])('holds revenue 93 to 97 times in 100 at %i expected orders', (expected) => {
    expect(coverage(expected, 'minor')).toBeGreaterThan(0.93);
    expect(coverage(expected, 'minor')).toBeLessThan(0.97);
  });

  it.each([0.3, 1, 2, 3, 5, 8, 12])('holds revenue at least 93 times at %d expected orders', (expected) => {
    expect(coverage(expected, 'minor')).toBeGreaterThan(0.93);
  });
});
