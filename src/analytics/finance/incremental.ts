import { scale, type Estimate } from '../intervals.ts';
import { sum } from '../view.ts';
import { variable, type Figure } from './figure.ts';
import { differenceRatio, MORE, squareOfOne, uncertainRatio } from './groupRatio.ts';
import { known, mapEstimate, unknown, type Figured } from './known.ts';
import { fullCost, shownSum, type Ledger } from './ledger.ts';

/** A paired difference, and what one event of it may come to, which is told from all of them. */
export interface IncrementalLedger {
  readonly difference: Ledger;
  /** With the journey: its events are many where those of the difference are few. */
  readonly withIt: Ledger;
}

/** Revenue that would not have come, per amount that would not have been spent. */
export function iroas(ledgers: IncrementalLedger): Figure {
  return {
    name: 'iroas',
    unit: 'times',
    value: returnOf(ledgers, (ratio) => ratio),
    variables: moneyOf(ledgers),
  };
}

/** What is left of its margin after that cost, in parts of the cost. */
export function incrementalRoi(ledgers: IncrementalLedger): Figure {
  const { margin } = ledgers.difference;
  return {
    name: 'incrementalRoi',
    unit: 'share',
    value: returnOf(ledgers, (ratio) => margin * ratio - 1),
    variables: { ...moneyOf(ledgers), margin: variable(margin, 'share') },
  };
}

/** The same in money. Known without any cost, too. */
export function incrementalProfit(ledgers: IncrementalLedger): Figure {
  const { difference } = ledgers;
  const { margin } = difference;
  const cost = fullCost(difference);
  const profit = difference.groups.revenue.map((revenue, group) => margin * revenue - cost[group]!);
  return {
    name: 'incrementalProfit',
    unit: 'money',
    value: known(totalOf(difference, profit, margin * margin * revenueSquares(ledgers))),
    variables: { ...moneyOf(ledgers), margin: variable(margin, 'share') },
  };
}

/** What one conversion cost that would not have come: the incremental cost of a customer. */
export function costPerExtra({ difference }: IncrementalLedger): Figure {
  const cost = fullCost(difference);
  return {
    name: 'costPerExtra',
    unit: 'price',
    value: costOfExtra(cost, difference.groups.conversions),
    variables: {
      cost: variable(shownSum(difference, cost), 'money'),
      conversions: variable(shownSum(difference, difference.groups.conversions), 'count'),
    },
  };
}

/** What the extra customers are worth over the years, less all cost: with a discounted lifetime value, the net present value. */
export function presentValue({ difference }: IncrementalLedger, lifetimeValue: Figured): Figure {
  const { conversions } = difference.groups;
  const cost = fullCost(difference);
  const variables = {
    cost: variable(shownSum(difference, cost), 'money'),
    conversions: variable(shownSum(difference, conversions), 'count'),
  };
  const figure = { name: 'presentValue', unit: 'money' } as const;
  if (lifetimeValue.kind === 'undefined') return { ...figure, value: unknown(lifetimeValue.why), variables };
  const each = lifetimeValue.estimate.value;
  const worth = conversions.map((more, group) => more * each - cost[group]!);
  return {
    ...figure,
    value: known(totalOf(difference, worth, MORE.ofDifference * each * each)),
    variables: { ...variables, lifetimeValue: variable(each, 'price') },
  };
}

/** A sum of differences for the contacts shown; nothing where nobody was simulated. */
export function totalOf(difference: Ledger, values: Float64Array, moreSquares: number): Estimate {
  const { contacts } = difference.groups;
  const perContact = differenceRatio({ above: values, below: contacts }, moreSquares);
  return scale(perContact ?? NOTHING, shownSum(difference, contacts));
}

const NOTHING: Estimate = { value: 0, low: 0, high: 0 };

/** Squares of what the orders thought of come to; what one comes to is told from all orders. */
export function revenueSquares({ withIt: { groups } }: IncrementalLedger): number {
  return MORE.ofValueDifference * squareOfOne(groups.revenue, groups.conversions);
}

function returnOf(ledgers: IncrementalLedger, change: (ratio: number) => number): Figured {
  const { difference } = ledgers;
  const ratio = differenceRatio(
    { above: difference.groups.revenue, below: fullCost(difference) },
    revenueSquares(ledgers),
  );
  return ratio === undefined ? unknown('noCost') : known(mapEstimate(ratio, change));
}

function costOfExtra(cost: Float64Array, more: Float64Array): Figured {
  const spent = sum(cost);
  if (!(spent > 0)) return unknown('noCost');
  const events = sum(more);
  if (!(events > 0)) return unknown('noLift');
  const each = uncertainRatio({ above: cost, below: more }, { below: MORE.ofDifference });
  return each === undefined ? unknown('liftUncertain', leastCost(cost, more)) : known(each);
}

/** What one costs at least: the upper end of the difference is known even where the lower one is below zero. */
function leastCost(cost: Float64Array, more: Float64Array): number {
  const perAmount = differenceRatio({ above: more, below: cost }, MORE.ofDifference);
  return perAmount === undefined ? NaN : 1 / perAmount.high;
}

function moneyOf({ difference }: IncrementalLedger): Figure['variables'] {
  return {
    revenue: variable(shownSum(difference, difference.groups.revenue), 'money'),
    cost: variable(shownSum(difference, fullCost(difference)), 'money'),
  };
}
