import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/analytics/finance/figure.ts';
import {
  costPerExtra,
  incrementalProfit,
  incrementalRoi,
  iroas,
  presentValue,
} from '../../../src/analytics/finance/incremental.ts';
import { exactly, unknown } from '../../../src/analytics/finance/known.ts';
import { incrementalOf, liftOf } from '../../../src/analytics/incrementality/lift.ts';
import { HILLSTROM, NOBODY_MAILED } from '../incrementality/hillstrom.ts';
import { flatLedger } from './madeLedgers.ts';

function valueOf({ value }: Figure): number {
  if (value.kind === 'undefined') throw new Error(`not known: ${value.why}`);
  return value.estimate.value;
}

/** 19 200 contacts whose groups all spend what the mailing's contacts spent on average, at one cost each. */
function mailing(spend: number, costEach: number, margin = 1) {
  const each = 150;
  return incrementalOf({
    withIt: flatLedger({ conversions: 2, revenue: spend * each, cost: costEach * each }, { margin }),
    without: flatLedger({ conversions: 1, revenue: NOBODY_MAILED.spend.mean * each }, { margin }),
  });
}

describe.each(HILLSTROM)('$name', ({ spend, expected }) => {
  it('has the reference’s incremental return at a cent an e-mail', () => {
    expect(valueOf(iroas(mailing(spend.mean, 0.01)))).toBeCloseTo(expected.spend.iroasAtOneCent, 8);
  });

  it('has the reference’s return on investment at ten cents and a margin of 30 %', () => {
    const ledgers = mailing(spend.mean, 0.1, 0.3);
    expect(valueOf(incrementalRoi(ledgers))).toBeCloseTo(expected.spend.roiAtTenCents, 8);
    expect(valueOf(incrementalProfit(ledgers))).toBeCloseTo(
      19_200 * (0.3 * expected.spend.difference - 0.1),
      6,
    );
  });
});

describe('the cost of an extra conversion', () => {
  const worlds = (more: number, cost: number, fixedCost = 0) =>
    incrementalOf({
      withIt: flatLedger({ conversions: 10 + more, revenue: 1, cost }, { fixedCost }),
      without: flatLedger({ conversions: 10 }),
    });

  it('is all cost, the fixed one too, over conversions that would not have come', () => {
    expect(valueOf(costPerExtra(worlds(2, 6)))).toBeCloseTo(3, 10);
    expect(valueOf(costPerExtra(worlds(2, 6, 2 * 128)))).toBeCloseTo(4, 10);
  });

  it('does not exist without lift, and with a negative one', () => {
    expect(costPerExtra(worlds(0, 6)).value).toEqual({ kind: 'undefined', why: 'noLift' });
    expect(costPerExtra(worlds(-1, 6)).value).toEqual({ kind: 'undefined', why: 'noLift' });
    expect(valueOf(incrementalProfit(worlds(-1, 6)))).toBeLessThan(0);
  });

  it('does not exist without cost', () => {
    expect(costPerExtra(worlds(2, 0)).value).toEqual({ kind: 'undefined', why: 'noCost' });
    expect(iroas(worlds(2, 0)).value).toEqual({ kind: 'undefined', why: 'noCost' });
    expect(valueOf(incrementalProfit(worlds(2, 0)))).toBe(128);
  });

  it('has a least and no most where the lift may be luck', () => {
    const ledgers = worlds(0, 6);
    ledgers.difference.groups.conversions[5] = 2;
    ledgers.difference.groups.conversions[9] = -1;
    const { value } = costPerExtra(ledgers);
    expect(value).toMatchObject({ kind: 'undefined', why: 'liftUncertain' });
    const bound = value.kind === 'undefined' ? value.bound : undefined;
    // At most one and about twice the spread of two events and the two thought of.
    expect(bound).toBeGreaterThan((6 * 128) / 9);
    expect(bound).toBeLessThan(6 * 128);
  });
});

describe('net present value', () => {
  const ledgers = incrementalOf({
    withIt: flatLedger({ conversions: 3, revenue: 1, cost: 10 }, { fixedCost: 128, factor: 2 }),
    without: flatLedger({ conversions: 1 }, { factor: 2 }),
  });

  it('is what the extra customers are worth less all cost', () => {
    expect(valueOf(presentValue(ledgers, exactly(20)))).toBeCloseTo(2 * 128 * (2 * 20 - 10) - 128, 8);
  });

  it('wants a lifetime value', () => {
    expect(presentValue(ledgers, unknown('noLifetimeValue')).value).toEqual({
      kind: 'undefined',
      why: 'noLifetimeValue',
    });
  });
});

it('is a lift for the contacts shown', () => {
  const lift = liftOf({
    withIt: flatLedger({ conversions: 3, revenue: 90, cost: 10 }, { factor: 2, margin: 0.5 }),
    without: flatLedger({ conversions: 2, revenue: 60 }, { factor: 2, margin: 0.5 }),
  });
  expect(lift.conversions.value).toBeCloseTo(256, 8);
  expect(lift.revenue.value).toBeCloseTo(256 * 30, 6);
  expect(lift.profit.value).toBeCloseTo(256 * (15 - 10), 6);
  expect(lift.relative?.value).toBeCloseTo(0.5, 10);
});

it('has no relative lift where nobody converts without it', () => {
  const lift = liftOf({
    withIt: flatLedger({ conversions: 3, revenue: 90, cost: 10 }),
    without: flatLedger({}),
  });
  expect(lift.relative).toBeUndefined();
});
