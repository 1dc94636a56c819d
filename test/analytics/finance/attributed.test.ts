import { describe, expect, it } from 'vitest';
import { customerCost, mer, roas, roi } from '../../../src/analytics/finance/attributed.ts';
import type { Figure } from '../../../src/analytics/finance/figure.ts';
import { flatLedger } from './madeLedgers.ts';

const GROUPS = 128;

function valueOf({ value }: Figure): number {
  if (value.kind === 'undefined') throw new Error(`not known: ${value.why}`);
  return value.estimate.value;
}

describe('a journey of 128 conversions worth 50 each for a cost of 10 each', () => {
  const each = { conversions: 1, revenue: 50, cost: 10 };

  it('returns five times its ad spend', () => {
    expect(valueOf(roas(flatLedger(each)))).toBeCloseTo(5, 12);
    expect(roas(flatLedger(each)).variables).toEqual({
      revenue: { value: 50 * GROUPS, unit: 'money' },
      cost: { value: 10 * GROUPS, unit: 'money' },
    });
  });

  it('has a return on investment of the margin less the cost, in parts of the cost', () => {
    expect(valueOf(roi(flatLedger(each)))).toBeCloseTo(4, 12);
    expect(valueOf(roi(flatLedger(each, { margin: 0.4 })))).toBeCloseTo(1, 12);
    expect(valueOf(roi(flatLedger(each, { margin: 0 })))).toBeCloseTo(-1, 12);
  });

  it('costs 10 per customer, and more with a fixed cost, which the return on ad spend leaves out', () => {
    const fixed = flatLedger(each, { fixedCost: 10 * GROUPS });
    expect(valueOf(customerCost('cacAttributed', flatLedger(each)))).toBeCloseTo(10, 12);
    expect(valueOf(customerCost('cacAttributed', fixed))).toBeCloseTo(20, 12);
    expect(valueOf(roas(fixed))).toBeCloseTo(5, 12);
    expect(valueOf(mer(fixed))).toBeCloseTo(2.5, 12);
  });

  it('stays what it is when shown for more contacts, but for the sums in its formula', () => {
    const scaled = flatLedger(each, { factor: 5, fixedCost: 5 * 10 * GROUPS });
    expect(valueOf(customerCost('cacBlended', scaled))).toBeCloseTo(20, 12);
    expect(customerCost('cacBlended', scaled).variables).toEqual({
      cost: { value: 5 * 20 * GROUPS, unit: 'money' },
      conversions: { value: 5 * GROUPS, unit: 'count' },
    });
  });
});

describe('where something is nothing', () => {
  it('is not a number when nothing was spent', () => {
    const free = flatLedger({ conversions: 1, revenue: 50 });
    for (const figure of [roas(free), roi(free), mer(free), customerCost('cacBlended', free)])
      expect(figure.value).toEqual({ kind: 'undefined', why: 'noCost' });
  });

  it('says what a customer costs at least when nobody converted: by the rule of three', () => {
    const nobody = flatLedger({ cost: 3 }, { factor: 7 });
    expect(customerCost('cacAttributed', nobody).value).toEqual({
      kind: 'undefined',
      why: 'noConversions',
      bound: GROUPS,
    });
  });

  it('does not claim to know the return when no revenue came', () => {
    expect(roas(flatLedger({ cost: 3 })).value).toEqual({ kind: 'undefined', why: 'noRevenue' });
    expect(roi(flatLedger({ cost: 3, conversions: 1 })).value.kind).toBe('undefined');
  });

  it('is not known for nobody at all', () => {
    const nobody = { contacts: new Float64Array(0), ...empty() };
    const ledger = { groups: nobody, factor: 1, fixedCost: 100, margin: 1 };
    expect(mer(ledger).value).toEqual({ kind: 'undefined', why: 'noCost' });
  });
});

function empty() {
  const none = new Float64Array(0);
  return { conversions: none, revenue: none, cost: none };
}

it('takes the ratio of sums, never the mean of ratios', () => {
  const ledger = flatLedger({ conversions: 1, revenue: 10, cost: 10 });
  ledger.groups.revenue[0] = 1000;
  ledger.groups.cost[0] = 100;
  const sums = (127 * 10 + 1000) / (127 * 10 + 100);
  expect(valueOf(roas(ledger))).toBeCloseTo(sums, 12);
});
