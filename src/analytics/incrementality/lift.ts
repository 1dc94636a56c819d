import { ledgerDifference, type Ledger } from '../finance/ledger.ts';
import { MORE, uncertainRatio } from '../finance/groupRatio.ts';
import {
  incrementalProfit,
  revenueSquares,
  totalOf,
  type IncrementalLedger,
} from '../finance/incremental.ts';
import type { Estimate } from '../intervals.ts';

/** The same contacts with the same luck, with the journey and without: nobody else buys, so the difference is the journey's doing. */
export interface BothWorlds {
  readonly withIt: Ledger;
  readonly without: Ledger;
}

/** For the contacts shown; the intervals are of simulation noise and this sample of the audience. */
export interface Lift {
  readonly conversions: Estimate;
  readonly revenue: Estimate;
  /** Margin of the extra revenue less all cost. */
  readonly profit: Estimate;
  /** Extra conversions in parts of those that come without the journey; undefined where none may. */
  readonly relative: Estimate | undefined;
}

export function incrementalOf({ withIt, without }: BothWorlds): IncrementalLedger {
  return { withIt, difference: ledgerDifference(withIt, without) };
}

export function liftOf(worlds: BothWorlds): Lift {
  const ledgers = incrementalOf(worlds);
  const { groups } = ledgers.difference;
  const profit = incrementalProfit(ledgers).value;
  if (profit.kind === 'undefined') throw new Error('a profit is known without cost and without revenue');
  return {
    conversions: totalOf(ledgers.difference, groups.conversions, MORE.ofDifference),
    revenue: totalOf(ledgers.difference, groups.revenue, revenueSquares(ledgers)),
    profit: profit.estimate,
    relative: uncertainRatio(
      { above: groups.conversions, below: worlds.without.groups.conversions },
      { above: MORE.ofDifference },
    ),
  };
}
