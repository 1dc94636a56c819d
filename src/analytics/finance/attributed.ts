import { sum } from '../view.ts';
import { variable, type Figure, type FigureName } from './figure.ts';
import { costOfOne, positiveRatio } from './groupRatio.ts';
import { known, mapEstimate, unknown, type Figured } from './known.ts';
import { fullCost, shownSum, type Ledger } from './ledger.ts';

/** Return on ad spend: revenue that followed clicks, per amount spent on messages and hand-offs; the fixed cost is not among them. */
export function roas(ledger: Ledger): Figure {
  return perCost('roas', ledger, ledger.groups.cost);
}

/** Marketing efficiency ratio: all revenue per amount of all cost. */
export function mer(ledger: Ledger): Figure {
  return perCost('mer', ledger, fullCost(ledger));
}

/** Return on investment: what is left of the margin after all cost, in parts of that cost. */
export function roi(ledger: Ledger): Figure {
  const cost = fullCost(ledger);
  const { margin } = ledger;
  return {
    name: 'roi',
    unit: 'share',
    value: ratioOf(ledger, cost, (ratio) => margin * ratio - 1),
    variables: { ...moneyOf(ledger, cost), margin: variable(margin, 'share') },
  };
}

/** What a customer cost: all cost over all conversions (blended), or over those that followed a click (attributed). */
export function customerCost(name: 'cacBlended' | 'cacAttributed', ledger: Ledger): Figure {
  const cost = fullCost(ledger);
  const { conversions } = ledger.groups;
  return {
    name,
    unit: 'price',
    value: costOfConversion(cost, conversions),
    variables: {
      cost: variable(shownSum(ledger, cost), 'money'),
      conversions: variable(shownSum(ledger, conversions), 'count'),
    },
  };
}

/** With 95 %, at most three of what was not seen happen (the rule of three: Hanley & Lippman-Hand 1983). */
const RULE_OF_THREE = 3;

function costOfConversion(cost: Float64Array, conversions: Float64Array): Figured {
  const spent = sum(cost);
  if (!(spent > 0)) return unknown('noCost');
  const each = costOfOne({ above: cost, below: conversions });
  if (each === undefined) return unknown('noConversions', spent / RULE_OF_THREE);
  return Number.isFinite(each.high) ? known(each) : unknown('noConversions', each.low);
}

function perCost(name: FigureName, ledger: Ledger, cost: Float64Array): Figure {
  return {
    name,
    unit: 'times',
    value: ratioOf(ledger, cost, (ratio) => ratio),
    variables: moneyOf(ledger, cost),
  };
}

function ratioOf({ groups }: Ledger, cost: Float64Array, change: (ratio: number) => number): Figured {
  const { revenue, conversions } = groups;
  const ratio = positiveRatio({ above: revenue, below: cost }, sum(conversions));
  if (ratio === undefined) return unknown('noCost');
  // No revenue shows no spread either: an interval from zero to zero would claim to know.
  return ratio.value > 0 ? known(mapEstimate(ratio, change)) : unknown('noRevenue');
}

function moneyOf(ledger: Ledger, cost: Float64Array): Figure['variables'] {
  return {
    revenue: variable(shownSum(ledger, ledger.groups.revenue), 'money'),
    cost: variable(shownSum(ledger, cost), 'money'),
  };
}
