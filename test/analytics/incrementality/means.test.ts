import { describe, expect, it } from 'vitest';
import { fieller, ratioOfArms, welch } from '../../../src/analytics/incrementality/means.ts';
import { HILLSTROM, NOBODY_MAILED } from './hillstrom.ts';

const CONTROL = { ...NOBODY_MAILED.spend, contacts: NOBODY_MAILED.contacts };

describe.each(HILLSTROM)('$name', ({ contacts, spend, expected: { spend: expected } }) => {
  const treated = { ...spend, contacts };

  it('has the reference’s difference of spend, with Welch’s interval', () => {
    const found = welch(treated, CONTROL)!;
    expect(found.value).toBeCloseTo(expected.difference, 14);
    expect(found.degrees).toBeCloseTo(expected.degrees, 6);
    expect(found.value / found.standardError).toBeCloseTo(expected.t, 12);
    expect(found.low).toBeCloseTo(expected.welch[0], 10);
    expect(found.high).toBeCloseTo(expected.welch[1], 10);
    expect(found.value * contacts).toBeCloseTo(expected.incrementalRevenue, 9);
  });

  it('has the reference’s ratio, with Fieller’s interval', () => {
    const found = ratioOfArms(treated, CONTROL)!;
    expect(found.value).toBeCloseTo(expected.ratio, 12);
    expect(found.low).toBeCloseTo(expected.fieller[0], 10);
    expect(found.high).toBeCloseTo(expected.fieller[1], 10);
  });
});

describe('Welch', () => {
  it('takes a few degrees of freedom from the table (2 + 2 contacts: one arm without spread leaves one)', () => {
    const found = welch({ mean: 3, deviation: 2, contacts: 2 }, { mean: 1, deviation: 0, contacts: 2 })!;
    expect(found.degrees).toBe(1);
    expect(found.high - found.value).toBeCloseTo(12.706205 * Math.SQRT2, 9);
  });

  it('sees no spread where there is none, and says nothing of one contact', () => {
    const flat = { mean: 1, deviation: 0, contacts: 9 };
    expect(welch(flat, flat)).toMatchObject({ value: 0, low: 0, high: 0 });
    expect(welch({ ...flat, contacts: 1 }, flat)).toBeUndefined();
    expect(ratioOfArms(flat, { ...flat, contacts: 1 })).toBeUndefined();
  });
});

describe('Fieller', () => {
  it('is the plain interval of the numerator where the denominator is exact', () => {
    const found = fieller({ above: 6, below: 2, aboveVariance: 0.25, belowVariance: 0, quantile: 2 });
    expect(found).toEqual({ value: 3, low: 2.5, high: 3.5 });
  });

  it('has no end, and no answer, where the denominator may be zero', () => {
    const ratio = { above: 6, below: 2, aboveVariance: 1, quantile: 2 };
    expect(fieller({ ...ratio, belowVariance: 0.99 })!.high).toBeGreaterThan(100);
    expect(fieller({ ...ratio, belowVariance: 1 })).toBeUndefined();
    expect(fieller({ ...ratio, below: 0, belowVariance: 0 })).toBeUndefined();
  });

  it('is one number where both move together', () => {
    const found = fieller({
      above: 6,
      below: 2,
      aboveVariance: 0.9,
      belowVariance: 0.1,
      covariance: 0.3,
    })!;
    expect(found.low).toBeCloseTo(3, 6);
    expect(found.high).toBeCloseTo(3, 6);
  });
});
