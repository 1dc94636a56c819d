import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addingUp, evenWeights, sumOf } from '../../../../src/features/edit-journey/inspectors/weights.ts';

const weight = fc.integer({ min: 0, max: 20_000 }).map((hundredths) => hundredths / 100);

describe('addingUp', () => {
  it('always makes 100', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 12 }), (weights) => {
        expect(sumOf(addingUp(weights))).toBe(100);
      }),
      { seed: 1 },
    );
  });

  it('keeps the share that was typed', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 12 }), fc.nat(11), (weights, at) => {
        const keep = at % weights.length;
        const shares = addingUp(weights, [keep]);
        expect(sumOf(shares)).toBe(100);
        expect(shares[keep]).toBe(Math.min(100, weights[keep]!));
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
      { seed: 2 },
    );
  });

  it.each([
    { weights: [45, 30, 10], keep: [], shares: [53, 35, 12] },
    { weights: [70, 50], keep: [0], shares: [70, 30] },
    { weights: [50, 0, 0], keep: [0], shares: [50, 25, 25] },
    { weights: [12.5, 50, 50], keep: [0], shares: [12.5, 43.75, 43.75] },
    { weights: [150, 10], keep: [0], shares: [100, 0] },
    { weights: [50, 40, 40, 10], keep: [0, 3], shares: [50, 20, 20, 10] },
    { weights: [95, 40, 10], keep: [0, 2], shares: [95, 4, 1] },
    { weights: [7], keep: [0], shares: [100] },
  ])('turns $weights into $shares', ({ weights, keep, shares }) => {
    expect(addingUp(weights, keep)).toEqual(shares);
  });

  it('splits evenly, the first getting what cannot be split', () => {
    expect(evenWeights(3)).toEqual([34, 33, 33]);
  });
});
