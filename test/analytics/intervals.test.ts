import { describe, expect, it } from 'vitest';
import {
  jackknife,
  plainInterval,
  positiveInterval,
  scale,
  wilson,
  type Estimate,
} from '../../src/analytics/intervals.ts';
import { GROUPS } from '../../src/engine/results.ts';
import { draw } from '../../src/engine/random.ts';
import { makeLuck, type Luck } from './luck.ts';

describe('Wilson', () => {
  it('equals the closed form (10 of 100: Newcombe 1998, method 3)', () => {
    const { value, low, high } = wilson(10, 100);
    expect(value).toBe(0.1);
    expect(low).toBeCloseTo(0.05522914, 7);
    expect(high).toBeCloseTo(0.1743657, 7);
  });

  it('is exact at the ends and knows nothing of nobody', () => {
    expect(wilson(0, 20)).toMatchObject({ value: 0, low: 0 });
    expect(wilson(0, 20).high).toBeCloseTo(3.8414588 / (20 + 3.8414588), 7);
    expect(wilson(20, 20)).toMatchObject({ value: 1, high: 1 });
    expect(wilson(0, 0)).toEqual({ value: 0, low: 0, high: 1 });
  });

  it.each([20, 60, 400])('holds the truth 93 to 97 times in 100 at %i expected successes', (expected) => {
    const luck = makeLuck(expected);
    const n = 4000;
    const covered = coverage(2000, expected / n, () => wilson(luck.binomial(n, expected / n), n));
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });
});

describe('jackknife', () => {
  it('equals the textbook standard error of a mean when groups are single contacts', () => {
    const values = Float64Array.from([3, 5, 1, 8, 4, 9, 2, 6]);
    const { ratio, standardError, groups } = jackknife(values, new Float64Array(8).fill(1));
    const squares = values.reduce((sum, value) => sum + (value - 4.75) ** 2, 0);
    expect(ratio).toBe(4.75);
    expect(groups).toBe(8);
    expect(standardError).toBeCloseTo(Math.sqrt(squares / 7 / 8), 12);
  });

  it('sees no spread where every contact is worth the same, however uneven the groups', () => {
    const sizes = Float64Array.from({ length: GROUPS }, (_, group) => 1 + (group % 9));
    const { ratio, standardError } = jackknife(
      sizes.map((size) => size * 7),
      sizes,
    );
    expect(ratio).toBe(7);
    expect(standardError).toBeCloseTo(0, 9);
  });

  it('leaves out empty groups, and answers for nobody and for one group', () => {
    expect(jackknife(Float64Array.of(2, 0, 4), Float64Array.of(1, 0, 1))).toMatchObject({
      ratio: 3,
      groups: 2,
    });
    expect(jackknife(Float64Array.of(0, 0), Float64Array.of(0, 0))).toEqual({
      ratio: 0,
      standardError: 0,
      groups: 0,
    });
    expect(plainInterval(jackknife(Float64Array.of(6), Float64Array.of(2)))).toEqual({
      value: 3,
      low: 3,
      high: 3,
    });
  });

  it.each([
    { kind: 'equal events', events: 20 },
    { kind: 'equal events', events: 200 },
    { kind: 'orders of uneven value', events: 30 },
    { kind: 'orders of uneven value', events: 100 },
    { kind: 'orders of uneven value', events: 1000 },
  ] as const)('holds the truth 93 to 97 times in 100 with $events $kind', ({ kind, events }) => {
    const luck = makeLuck(events);
    const covered = coverage(2000, events, () => {
      const values = launchGroups(luck, events, kind === 'equal events' ? () => 1 : () => luck.order());
      return scale(positiveInterval(jackknife(values, contacts)), 20_000);
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });

  it('holds a truth below zero 93 to 97 times in 100 (profit)', () => {
    const luck = makeLuck(7);
    const covered = coverage(2000, 100 - 200, () => {
      const values = launchGroups(luck, 100, () => luck.order());
      const profit = values.map((value, group) => value - contacts[group]! * 0.01);
      return scale(plainInterval(jackknife(profit, contacts)), 20_000);
    });
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.97);
  });

  it('keeps intervals of few groups wide by Student’s t', () => {
    const two = plainInterval(jackknife(Float64Array.of(1, 3), Float64Array.of(1, 1)));
    expect(two.high).toBeCloseTo(2 + 12.706205, 5);
    const sixty = jackknife(
      Float64Array.from({ length: 61 }, (_, group) => group % 2),
      new Float64Array(61).fill(1),
    );
    // 2.0002978 is the 97.5 % quantile with 60 degrees of freedom.
    expect((plainInterval(sixty).high - sixty.ratio) / sixty.standardError).toBeCloseTo(2.0002978, 4);
  });
});

/** How often the interval holds the truth. */
function coverage(launches: number, truth: number, interval: () => Estimate): number {
  let held = 0;
  for (let launch = 0; launch < launches; launch++) {
    const { low, high } = interval();
    if (low <= truth && truth <= high) held++;
  }
  return held / launches;
}

/** 20 000 contacts in 128 groups of hashed size, each the number of contacts whose group it is. */
const contacts = new Float64Array(GROUPS);
const groupOf = Uint8Array.from({ length: 20_000 }, (_, contact) => draw(1, 2, contact, 3) % GROUPS);
for (const group of groupOf) contacts[group]!++;

/** Poisson events that fall on contacts evenly. */
function launchGroups(luck: Luck, events: number, value: () => number) {
  const values = new Float64Array(GROUPS);
  for (let left = luck.poisson(events); left > 0; left--) {
    values[groupOf[Math.floor(luck.uniform() * groupOf.length)]!]! += value();
  }
  return values;
}
