import { expect, it } from 'vitest';
import { normalCumulative } from '../../src/analytics/chance.ts';
import { Z } from '../../src/analytics/intervals.ts';
import { bandOfLaunch } from '../../src/analytics/launchBand.ts';

const RUN = { contacts: 20_000, scaledTo: 100_000 };
const expected = { value: 1000, low: 900, high: 1100 };

it('holds the launch 95 times in 100 that the chance is told of', () => {
  const { low, high } = bandOfLaunch({ expected, metric: 'conversions' }, RUN);
  // As chanceOfReaching spreads a launch: people² se² (contacts / people + 1), with the interval's half width Z se people.
  const deviation = (100 / Z) * Math.sqrt(1 + RUN.contacts / RUN.scaledTo);
  expect(normalCumulative((high - 1000) / deviation)).toBeCloseTo(0.975, 4);
  expect(normalCumulative((low - 1000) / deviation)).toBeCloseTo(0.025, 4);
});

it('goes below zero for a profit alone', () => {
  const near = { value: 10, low: 1, high: 100 };
  const all = { contacts: 1000 };
  expect(bandOfLaunch({ expected: near, metric: 'revenue' }, all).low).toBe(0);
  expect(bandOfLaunch({ expected: near, metric: 'profit' }, all).low).toBeLessThan(0);
});
