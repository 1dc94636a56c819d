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

/**
 * As most dashboards count: what followed clicks against messages and the fixed cost, since a hand-off's revenue follows no click and its
 * cost is on neither side; and all revenue against all cost. Without the detail, the latter alone.
 */
export function clickFigures({ request, report, detail }: ShownRun): readonly Figure[] {
  const terms = termsOf(request);
  const whole = ledgerOf(report, terms);
  const all = [mer(whole), customerCost('cacBlended', whole)];
  if (!detail) return all;
  const clicks = clickLedger({ report, detail }, terms.margin);
  const withFixed = { ...clicks, fixedCost: whole.fixedCost };
  return [roas(clicks), roi(withFixed), customerCost('cacAttributed', withFixed), ...all];
}

export function causedFigures(worlds: BothWorlds): readonly Figure[] {
  const ledgers = incrementalOf(worlds);
  return [incrementalProfit(ledgers), incrementalRoi(ledgers), iroas(ledgers), costPerExtra(ledgers)];
}

export function customerFigures(worlds: BothWorlds, worth: CustomerWorth): readonly Figure[] {
  const ledgers = incrementalOf(worlds);
  const each = costPerExtra(ledgers).value;
  return [
    lifetimeValueFigure(worth),
    ltvToCac(worth, each),
    payback(worth, each),
    presentValue(ledgers, worth.lifetimeValue),
  ];
}
