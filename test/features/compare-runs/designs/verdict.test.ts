import { describe, expect, it } from 'vitest';
import type { Difference } from '../../../../src/analytics/comparePaired.ts';
import { launches, signed } from '../../../../src/features/compare-runs/numbers/figures.ts';
import { verdict } from '../../../../src/features/compare-runs/designs/verdict.ts';
import '../../../../src/i18n/compareWords.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../../src/i18n/useFormat.ts';

const figures = { t: i18n.t, format: formatsFor('en'), currency: 'USD' };
const pair = { name: 'B', base: 'A' };
const difference = (low: number, high: number, chanceHigher: number): Difference => ({
  by: { value: (low + high) / 2, low, high },
  chanceHigher,
  certain: low > 0 || high < 0,
  same: false,
});
const say = (metric: 'profit' | 'cost', told: Difference) =>
  verdict(metric, told, pair, figures).replaceAll('\u202f', ' ');

describe('a verdict', () => {
  it('says how much more one brings, and how often it is better', () => {
    expect(say('profit', difference(2140, 3310, 0.97))).toBe(
      '“B” brings between $2 140 and $3 310 more profit than “A”, and is the better one in 97 of 100 launches.',
    );
  });

  it('says how much less, smaller amount first', () => {
    expect(say('profit', difference(-3310, -2140, 0.03))).toBe(
      '“B” brings between $2 140 and $3 310 less profit than “A”, and is the better one in 3 of 100 launches.',
    );
  });

  it('of a cost calls the lower one better', () => {
    expect(say('cost', difference(-90, -20, 0.002))).toBe(
      '“B” causes between $20 and $90 less cost than “A”, and is the better one in more than 99 of 100 launches.',
    );
  });

  it('does not decide what luck may have decided', () => {
    expect(say('profit', difference(-340, 1200, 0.71))).toBe(
      'Which brings more profit cannot be told from luck: “B” less “A” is −$340 to +$1 200. “B” is the better one in 71 of 100 launches.',
    );
  });

  it('says so where nobody fares differently', () => {
    expect(say('profit', { ...difference(0, 0, 0.5), same: true })).toMatch(
      /^“B” makes no difference to profit/,
    );
  });
});

describe('figures', () => {
  it('of launches are never none or all', () => {
    expect([0, 0.004, 0.5, 0.996, 1].map((chance) => launches(chance, figures))).toEqual([
      'fewer than 1 of 100',
      'fewer than 1 of 100',
      '50 of 100',
      'more than 99 of 100',
      'more than 99 of 100',
    ]);
  });

  it('have a sign where they are not zero', () => {
    expect([-3, 0, 0.01, 3].map((value) => signed('conversions', value, figures))).toEqual([
      '−3',
      '0',
      '0',
      '+3',
    ]);
  });
});
