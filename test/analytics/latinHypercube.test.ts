import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../../src/analytics/latinHypercube.ts';
import { luckAndKnowledge } from '../../src/analytics/luckAndKnowledge.ts';

describe('a latin hypercube', () => {
  const points = latinHypercube(64, 20, 7);

  it('has one point in every stratum of every dimension', () => {
    for (let dimension = 0; dimension < 20; dimension++) {
      const strata = points.map((point) => Math.floor(point[dimension]! * 64));
      expect(new Set(strata).size).toBe(64);
    }
  });

  it('orders every dimension by itself', () => {
    let strongest = 0;
    for (let a = 0; a < 20; a++)
      for (let b = 0; b < a; b++) {
        const product = points.reduce((sum, point) => sum + (point[a]! - 0.5) * (point[b]! - 0.5), 0);
        strongest = Math.max(strongest, Math.abs((product / 64) * 12));
      }
    // 190 pairs of 64 points: 5 standard deviations.
    expect(strongest).toBeLessThan(5 / 8);
  });

  it('is the same for the same seed and another for another', () => {
    expect(latinHypercube(8, 3, 1)).toEqual(latinHypercube(8, 3, 1));
    expect(latinHypercube(8, 3, 1)).not.toEqual(latinHypercube(8, 3, 2));
  });
});

describe('luck and not knowing', () => {
  const about = (value: number, half: number) => ({ value, low: value - half, high: value + half });

  it('are one where the assumptions move nothing', () => {
    const { both, times } = luckAndKnowledge(
      about(100, 10),
      Array.from({ length: 64 }, () => about(100, 10)),
    );
    expect(both.low).toBeCloseTo(90, 3);
    expect(both.high).toBeCloseTo(110, 3);
    expect(times).toBeCloseTo(1, 4);
  });

  it('add up as variances do where both are normal', () => {
    // Deciles of a normal of deviation 20 as sets of assumptions; luck of deviation 15: together 25.
    const deciles = Array.from({ length: 400 }, (_, at) => inverseNormal((at + 0.5) / 400) * 20 + 1000);
    const { both, luck } = luckAndKnowledge(
      about(1000, 1.96 * 15),
      deciles.map((value) => about(value, 1.96 * 15)),
    );
    expect((both.high - both.low) / 2 / 1.96).toBeGreaterThan(24.5);
    expect((both.high - both.low) / 2 / 1.96).toBeLessThan(25.5);
    expect(luck).toEqual(about(1000, 1.96 * 15));
  });

  it('of a figure without luck are the draws alone', () => {
    const drawn = Array.from({ length: 100 }, (_, at) => about(at, 0));
    const { both, times } = luckAndKnowledge(about(50, 0), drawn);
    expect(both.low).toBeGreaterThan(1);
    expect(both.low).toBeLessThan(4);
    expect(both.high).toBeGreaterThan(95);
    expect(times).toBe(Infinity);
  });
});

/** By halving; slow and right. */
function inverseNormal(share: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; step++) {
    const x = (low + high) / 2;
    let area = 0;
    for (let at = -8; at < x; at += 0.01) area += Math.exp((-at * at) / 2) * 0.01;
    if (area / Math.sqrt(2 * Math.PI) < share) low = x;
    else high = x;
  }
  return low;
}
