import { expect, it } from 'vitest';
import { exactly, mapEstimate, unknown } from '../../../src/analytics/finance/known.ts';

it('keeps a bound only where it is a number', () => {
  expect(unknown('noConversions', 12)).toEqual({ kind: 'undefined', why: 'noConversions', bound: 12 });
  expect(unknown('noConversions', NaN)).toEqual({ kind: 'undefined', why: 'noConversions' });
  expect(unknown('noConversions', Infinity)).toEqual({ kind: 'undefined', why: 'noConversions' });
  expect(exactly(3)).toEqual({ kind: 'known', estimate: { value: 3, low: 3, high: 3 } });
});

it('turns an interval about where what follows falls', () => {
  expect(mapEstimate({ value: 2, low: 1, high: 4 }, (value) => 4 / value)).toEqual({
    value: 2,
    low: 1,
    high: 4,
  });
});
