import { describe, expect, it } from 'vitest';
import { incompleteBeta } from '../../../src/analytics/actual/incompleteBeta.ts';
import { bandOfOneLaunch, surprise } from '../../../src/analytics/actual/oneLaunch.ts';
import { makeLuck } from '../luck.ts';

/** Sum of the binomial’s terms, the slow way. */
function atLeast(k: number, n: number, p: number): number {
  let sum = 0;
  for (let i = k; i <= n; i++) {
    let term = 1;
    for (let j = 1; j <= i; j++) term *= ((n - i + j) / j) * p;
    sum += term * (1 - p) ** (n - i);
  }
  return sum;
}

describe('the incomplete beta function', () => {
  it.each([
    [3, 10, 0.2],
    [1, 40, 0.05],
    [17, 30, 0.5],
    [30, 30, 0.9],
  ])('is the upper tail of a binomial: %i or more of %i at %d', (k, n, p) => {
    expect(incompleteBeta(p, k, n - k + 1)).toBeCloseTo(atLeast(k, n, p), 12);
  });

  it('stays right for hundreds of thousands of messages', () => {
    // The median of a symmetric beta is one half, and its two sides are each other’s rest.
    expect(incompleteBeta(0.5, 400_000, 400_000)).toBeCloseTo(0.5, 8);
    expect(incompleteBeta(0.501, 4e5, 4e5) + incompleteBeta(0.499, 4e5, 4e5)).toBeCloseTo(1, 8);
    expect(incompleteBeta(0.501, 4e5, 4e5)).toBeCloseTo(0.9631809, 5);
  });
});

/** How often the band of one launch holds a launch, over forecasts that are themselves drawn. */
function coverage(expected: number, factor: number): number {
  const luck = makeLuck(Math.round(expected * 7 + factor * 100));
  const TRIALS = 1500;
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const foreseen = { simulated: luck.poisson(expected), factor, spread: 1 };
    const launched = luck.poisson(expected * factor);
    if (surprise(foreseen, launched) > 0.05) held++;
  }
  return held / TRIALS;
}

describe('the band of one launch', () => {
  it.each([
    [200, 1],
    [200, 5],
    [1000, 0.2],
  ])('holds 94 to 98 launches in 100: %i expected, launch %d times as large', (expected, factor) => {
    expect(coverage(expected, factor)).toBeGreaterThan(0.94);
    expect(coverage(expected, factor)).toBeLessThan(0.98);
  });

  it.each([0.5, 2, 8, 20])('holds at least 95 in 100 of few events: %d expected', (expected) => {
    expect(coverage(expected, 5)).toBeGreaterThan(0.95);
  });

  it('is as wide as the mean’s interval and the launch’s own luck together', () => {
    const { value, low, high } = bandOfOneLaunch({ simulated: 10_000, factor: 1, spread: 1 });
    expect(value).toBe(10_000);
    // 1.96 · √(10 000 + 10 000)
    expect((high - low) / 2).toBeGreaterThan(270);
    expect((high - low) / 2).toBeLessThan(285);
  });

  it('ends where the surprise does', () => {
    const foreseen = { simulated: 40, factor: 5, spread: 1 };
    const { low, high } = bandOfOneLaunch(foreseen);
    expect(surprise(foreseen, low - 1)).toBeLessThan(0.05);
    expect(surprise(foreseen, high + 1)).toBeLessThan(0.05);
    expect(surprise(foreseen, low + 1)).toBeGreaterThan(0.05);
    expect(surprise(foreseen, high - 1)).toBeGreaterThan(0.05);
  });

  it('does not take nothing among few for never', () => {
    const nothing = { simulated: 0, factor: 5, spread: 1 };
    expect(surprise(nothing, 0)).toBe(1);
    expect(bandOfOneLaunch(nothing).low).toBe(0);
    expect(bandOfOneLaunch(nothing).high).toBeGreaterThan(10);
    expect(surprise(nothing, 100)).toBeLessThan(0.001);
  });

  it('is wider where a figure comes in lumps', () => {
    const money = bandOfOneLaunch({ simulated: 10_000, factor: 1, spread: 150 });
    const counts = bandOfOneLaunch({ simulated: 10_000, factor: 1, spread: 1 });
    expect(money.high - money.low).toBeGreaterThan(10 * (counts.high - counts.low));
  });
});
