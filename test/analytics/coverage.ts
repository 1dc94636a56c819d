import { expect } from 'vitest';
import type { Estimate } from '../../src/analytics/intervals.ts';

/** Share of seeded trials whose interval holds the truth; one that is not given counts as holding everything. */
export function coverageOf(
  trials: number,
  truth: number,
  interval: (trial: number) => Estimate | undefined,
): number {
  let held = 0;
  for (let trial = 0; trial < trials; trial++) {
    const found = interval(trial);
    if (!found || (found.low <= truth && truth <= found.high)) held++;
  }
  return held / trials;
}

/** 93 to 97 in 100 from 20 expected events on; with fewer an interval may be too wide, never too narrow. */
export function expectCovered(share: number, events: number): void {
  expect(share).toBeGreaterThanOrEqual(0.93);
  if (events >= 20) expect(share).toBeLessThanOrEqual(0.97);
}
