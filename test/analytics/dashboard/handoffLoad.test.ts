import { expect, it } from 'vitest';
import { handoffLoad } from '../../../src/analytics/dashboard/handoffLoad.ts';
import type { RunDetail } from '../../../src/analytics/detail.ts';

it('counts hand-offs by weekday and hour of the clock, scaled as shown', () => {
  const arrived = Int32Array.of(0, 59, 60, 1440 * 2 + 30);
  const handoffs = { arrived } as RunDetail['handoffs'];
  // Monday 2026-11-30, 23:00.
  const begins = Date.UTC(2026, 10, 30, 23) / 60_000;
  const load = handoffLoad({ handoffs, factor: 2.5 }, (minute) => begins + minute);
  expect(load[0]?.[23]).toBe(5);
  expect(load[1]?.[0]).toBe(2.5);
  expect(load[2]?.[23]).toBe(2.5);
  expect(load.flat().reduce((sum, count) => sum + count, 0)).toBe(10);
});
