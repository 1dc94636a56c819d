import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeShares } from '../../../src/exchange/lower/wholeShares.ts';

test('whole shares make 100 and are never a whole per cent off', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }), (weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const shares = wholeShares(weights);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(100);
      shares.forEach((share, index) => {
        expect(Number.isInteger(share)).toBe(true);
        const exact = sum > 0 ? ((weights[index] ?? 0) * 100) / sum : 100 / weights.length;
        expect(Math.abs(share - exact)).toBeLessThan(1);
      });
    }),
    { seed: 1 },
  );
});

test('what is whole stays as it is', () => {
  expect(wholeShares([45, 45, 10])).toEqual([45, 45, 10]);
  expect(wholeShares([33.4, 33.3, 33.3])).toEqual([34, 33, 33]);
  expect(wholeShares([0, 100])).toEqual([0, 100]);
  expect(wholeShares([])).toEqual([]);
});
