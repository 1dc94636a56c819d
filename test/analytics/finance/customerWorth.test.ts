import { describe, expect, it } from 'vitest';
import { lifetimeValueFigure, ltvToCac, payback } from '../../../src/analytics/finance/customerFigures.ts';
import {
  lifetimeValueOf,
  monthlyRate,
  netPresentValue,
  paybackMonths,
} from '../../../src/analytics/finance/customerWorth.ts';
import { exactly, known, unknown } from '../../../src/analytics/finance/known.ts';
import { makeLuck } from '../luck.ts';

const MONTHS = { marginPerMonth: 10, retention: 0.9, yearlyDiscount: 0, paid: 'start' } as const;

describe('lifetime value', () => {
  it('is m / (1 − r) paid ahead and m r / (1 − r) paid at the end, without discount', () => {
    expect(lifetimeValueOf(MONTHS)).toEqual(exactly(10 / (1 - 0.9)));
    const late = lifetimeValueOf({ ...MONTHS, paid: 'end' });
    expect(late.kind === 'known' && late.estimate.value).toBeCloseTo(90, 10);
  });

  it('is m (1 + d) / (1 + d − r) with a discount, a month’s being the twelfth root of a year’s', () => {
    const d = monthlyRate(0.12);
    expect((1 + d) ** 12).toBeCloseTo(1.12, 12);
    const found = lifetimeValueOf({ ...MONTHS, yearlyDiscount: 0.12 });
    expect(found.kind === 'known' && found.estimate.value).toBeCloseTo((10 * (1 + d)) / (1 + d - 0.9), 10);
  });

  it.each(['start', 'end'] as const)('is the sum over its months, paid at the %s', (paid) => {
    const d = monthlyRate(0.2);
    for (const months of [0, 1, 7, 120]) {
      let sum = 0;
      for (let at = 0; at < months; at++) {
        const t = paid === 'start' ? at : at + 1;
        sum += 10 * (0.9 / (1 + d)) ** t;
      }
      const found = lifetimeValueOf({ ...MONTHS, yearlyDiscount: 0.2, paid, months });
      expect(found.kind === 'known' && found.estimate.value).toBeCloseTo(sum, 8);
    }
  });

  it('has no end where all stay and nothing is discounted, unless the months are counted', () => {
    const forever = { ...MONTHS, retention: 1 };
    expect(lifetimeValueOf(forever)).toEqual(unknown('neverEnds'));
    expect(lifetimeValueOf({ ...forever, months: 24 })).toEqual(exactly(240));
    expect(lifetimeValueOf({ ...forever, yearlyDiscount: 0.1 }).kind).toBe('known');
  });

  it('rises with retention and falls with the discount', () => {
    const values = [0, 0.5, 0.9, 0.99].map((retention) => {
      const found = lifetimeValueOf({ ...MONTHS, retention });
      return found.kind === 'known' ? found.estimate.value : NaN;
    });
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(values[0]).toBe(10);
  });
});

describe('payback', () => {
  /** Month by month, as a marketer would do it. */
  function byLoop(cost: number, margin: number, retention: number): number | undefined {
    let [paid, there] = [0, 1];
    for (let month = 1; month <= 5000; month++) {
      paid += margin * there;
      if (paid >= cost - 1e-9) return month;
      there *= retention;
    }
    return undefined;
  }

  it('is that of a loop over the months, with and without churn', () => {
    const luck = makeLuck(81);
    for (let trial = 0; trial < 2000; trial++) {
      const cost = 1 + luck.uniform() * 300;
      const margin = 1 + luck.uniform() * 30;
      const retention = trial % 4 === 0 ? 1 : luck.uniform();
      const customer = { marginPerMonth: margin, retention };
      // Within rounding of never, a loop cannot tell.
      if (Math.abs(margin / (1 - retention) - cost) < 1e-6) continue;
      expect(paybackMonths(cost, customer)).toBe(byLoop(cost, margin, retention));
    }
  });

  it('is never where all months together bring no more than the cost', () => {
    expect(paybackMonths(100, MONTHS)).toBeUndefined();
    expect(paybackMonths(99, MONTHS)).toBe(44);
    expect(paybackMonths(5, { marginPerMonth: 0, retention: 1 })).toBeUndefined();
    expect(paybackMonths(11, { marginPerMonth: 10, retention: 0 })).toBeUndefined();
  });

  it('takes no month for what cost nothing, and one for what the first pays', () => {
    expect(paybackMonths(0, MONTHS)).toBe(0);
    expect(paybackMonths(10, MONTHS)).toBe(1);
    expect(paybackMonths(30, { marginPerMonth: 10, retention: 1 })).toBe(3);
  });
});

describe('net present value of flows', () => {
  it('is −100 + 60 / 1.1 + 60 / 1.21', () => {
    expect(netPresentValue([-100, 60, 60], 0.1)).toBeCloseTo(-100 + 60 / 1.1 + 60 / 1.21, 12);
    expect(netPresentValue([], 0.1)).toBe(0);
  });

  it('agrees with the closed form of a lifetime value less what was paid', () => {
    const d = monthlyRate(0.15);
    const flows = Array.from({ length: 2000 }, (_, t) => 10 * 0.9 ** t - (t === 0 ? 40 : 0));
    expect(netPresentValue(flows, d)).toBeCloseTo((10 * (1 + d)) / (1 + d - 0.9) - 40, 8);
  });
});

describe('figures of a customer', () => {
  const worth = { lifetimeValue: exactly(100), months: MONTHS };
  const cost = known({ value: 25, low: 20, high: 50 });

  it('sets lifetime value beside cost, the interval turned over', () => {
    expect(ltvToCac(worth, cost).value).toEqual(known({ value: 4, low: 2, high: 5 }));
  });

  it('passes on why a cost is not known', () => {
    expect(ltvToCac(worth, unknown('noLift')).value).toEqual(unknown('noLift'));
    expect(payback(worth, unknown('noLift')).value).toEqual(unknown('noLift'));
    const nothing = { lifetimeValue: unknown('noLifetimeValue'), months: undefined };
    expect(ltvToCac(nothing, cost).value).toEqual(unknown('noLifetimeValue'));
    expect(payback(nothing, cost).value).toEqual(unknown('noMargin'));
    expect(lifetimeValueFigure(nothing).value).toEqual(unknown('noLifetimeValue'));
  });

  it('pays back in a span of months whose end may be never', () => {
    expect(payback(worth, cost).value).toEqual(known({ value: 3, low: 3, high: 7 }));
    const dear = known({ value: 50, low: 20, high: 100 });
    expect(payback(worth, dear).value).toEqual(known({ value: 7, low: 3, high: Infinity }));
    const tooDear = known({ value: 100, low: 50, high: 200 });
    expect(payback(worth, tooDear).value).toEqual(unknown('neverPaysBack', 7));
  });
});
