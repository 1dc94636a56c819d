import { describe, expect, it } from 'vitest';
import { comparePaired } from '../../src/analytics/comparePaired.ts';
import { GROUPS } from '../../src/engine/results.ts';
import { reportOf } from '../support/fakePorts.ts';
import { makeLuck, type Luck } from './luck.ts';

const TRIALS = 1500;

/** Orders that both have. */
const COMMON = 400;
const zeros = () => Array.from({ length: GROUPS }, () => 0);

function addOrders(luck: Luck, mean: number, add: (group: number, value: number) => void): void {
  for (let left = luck.poisson(mean); left > 0; left--)
    add(Math.floor(luck.uniform() * GROUPS), luck.order());
}

/** How often the interval of a difference of so many uneven orders, and as many lost, holds what is expected. */
function coverage(gained: number, lost: number): number {
  const luck = makeLuck(gained * 7 + lost);
  const before = reportOf(0, { scaledTo: 20_000 });
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const [common, orders] = [zeros(), zeros()];
    addOrders(luck, COMMON, (group, value) => {
      common[group] = common[group]! + value;
      orders[group] = orders[group]! + 1;
    });
    const [revenue, conversions] = [[...common], [...orders]];
    for (const [mean, sign] of [
      [gained, 1],
      [lost, -1],
    ] as const)
      addOrders(luck, mean, (group, value) => {
        revenue[group] = revenue[group]! + sign * value;
        conversions[group] = conversions[group]! + sign;
      });
    const withGroups = (more: object) => ({ ...before, groups: { ...before.groups, ...more } });
    const differences = comparePaired(
      withGroups({ revenue: common, conversions: orders }),
      // Something was sent otherwise: a change that reached nobody would have no interval.
      withGroups({ revenue, conversions, cost: [0.01, ...before.groups.cost.slice(1)] }),
    );
    const { low, high } = differences!.revenue.by;
    if (low <= gained - lost && gained - lost <= high) held++;
  }
  return held / TRIALS;
}

describe('the interval of a paired difference in money', () => {
  it.each([
    [20, 0],
    [30, 10],
    [60, 20],
    [200, 100],
  ])('holds the truth 93 to 97 times in 100 with %i orders gained and %i lost', (gained, lost) => {
    expect(coverage(gained, lost)).toBeGreaterThan(0.93);
    expect(coverage(gained, lost)).toBeLessThan(0.97);
  });

  it.each([
    [1, 0],
    [3, 1],
    [8, 0],
  ])('holds it at least 93 times with %i gained and %i lost', (gained, lost) => {
    expect(coverage(gained, lost)).toBeGreaterThan(0.93);
  });
});
