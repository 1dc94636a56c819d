import { customerCost, mer, roas, roi } from '../../../analytics/finance/attributed.ts';
import {
  lifetimeValueFigure,
  ltvToCac,
  payback,
  type CustomerWorth,
} from '../../../analytics/finance/customerFigures.ts';
import type { Figure } from '../../../analytics/finance/figure.ts';
import {
  costPerExtra,
  incrementalProfit,
  incrementalRoi,
  iroas,
  presentValue,
} from '../../../analytics/finance/incremental.ts';
import { clickLedger, ledgerOf } from '../../../analytics/finance/reportLedgers.ts';
import { incrementalOf, type BothWorlds } from '../../../analytics/incrementality/lift.ts';
import type { ShownRun } from '../shownRun.ts';
import { termsOf } from './withoutJourney.ts';

/** What followed clicks; without the detail, what needs no clicks. */
export function clickFigures({ request, report, detail }: ShownRun): readonly Figure[] {
  const terms = termsOf(request);
  const whole = ledgerOf(report, terms);
  if (!detail) return [mer(whole), customerCost('cacBlended', whole)];
  // Hand-offs cost as well, and the fixed cost comes on top: costs are those of the whole run.
  const clicks = clickLedger({ report, detail }, terms.margin);
  const ledger = { ...whole, groups: { ...clicks.groups, cost: whole.groups.cost } };
  return [
    roas(clicks),
    roi(ledger),
    customerCost('cacAttributed', ledger),
    mer(whole),
    customerCost('cacBlended', whole),
  ];
}

export function causedFigures(worlds: BothWorlds): readonly Figure[] {
  const ledgers = incrementalOf(worlds);
  return [incrementalProfit(ledgers), incrementalRoi(ledgers), iroas(ledgers), costPerExtra(ledgers)];
}

export function customerFigures(worlds: BothWorlds, worth: CustomerWorth): readonly Figure[] {
  const ledgers = incrementalOf(worlds);
  const each = costPerExtra(ledgers).value;
  const { lifetimeValue } = worth;
  const told = lifetimeValue.kind === 'known' ? lifetimeValue.estimate.value : undefined;
  return [
    lifetimeValueFigure(worth),
    ltvToCac(worth, each),
    payback(worth, each),
    presentValue(ledgers, told),
  ];
}
