import { normalCumulative } from '../chance.ts';
import { MORE } from '../finance/groupRatio.ts';
import { totalOf } from '../finance/incremental.ts';
import { ledgerDifference, type Ledger } from '../finance/ledger.ts';
import { Z, type Estimate } from '../intervals.ts';
import { armOf, squareOf } from './realHoldout.ts';
import { chanceOfWrongWinner } from './wrongWinner.ts';

/** An arm of a simulated experiment. */
export interface SimulatedArm {
  readonly id: string;
  /** What the contacts come to when everybody takes this arm; of the same contacts with the same luck as the others. */
  readonly everybody: Ledger;
  /** Contacts that one launch sends down this arm. */
  readonly contacts: number;
}

export interface ExperimentOutlook {
  readonly best: string;
  /** Conversions that the best arm brings more than each other if everybody takes it, for the contacts shown. */
  readonly more: readonly { readonly than: string; readonly by: Estimate }[];
  /**
   * On paper: chance that an arm said to be behind is as good or better in truth, for the closest. The interval’s question: simulation noise and
   * this sample of the audience.
   */
  readonly closeCall: number;
  /** In one launch: chance that the arm with most conversions per contact is not the best. Undefined where all are as good. */
  readonly wrongWinner: number | undefined;
}

/**
 * What an experiment will say, from simulating everybody down each arm. `reached`: contacts that come to the step in the run; what the arms
 * differ by is theirs alone. They are taken to convert as often as all contacts do, for the spread between them. Undefined with fewer than
 * two arms, or when nobody comes.
 */
export function experimentOutlook(
  arms: readonly SimulatedArm[],
  reached: number,
): ExperimentOutlook | undefined {
  const [best, ...others] = arms.toSorted((a, b) => totalIn(b.everybody) - totalIn(a.everybody));
  if (!best || others.length === 0 || !(reached > 0)) return undefined;
  const more = others.map(({ id, everybody }) => ({
    than: id,
    by: moreConversions(best.everybody, everybody),
  }));
  return {
    best: best.id,
    more,
    closeCall: Math.max(...more.map(({ by }) => chanceBelow(by))),
    wrongWinner: chanceOfWrongWinner(arms.map((arm) => inLaunch(arm, reached))),
  };
}

function moreConversions(better: Ledger, other: Ledger): Estimate {
  const difference = ledgerDifference(better, other);
  return totalOf(difference, difference.groups.conversions, MORE.ofDifference);
}

function totalIn({ groups, factor }: Ledger): number {
  return groups.conversions.reduce((sum, value) => sum + value, 0) * factor;
}

/** Of zero or less, from a symmetric 95 % interval. */
function chanceBelow({ value, low, high }: Estimate): number {
  const standardError = (high - low) / 2 / Z;
  return standardError > 0 ? normalCumulative(-value / standardError) : value > 0 ? 0 : 0.5;
}

function inLaunch({ everybody, contacts }: SimulatedArm, reached: number) {
  const { share } = armOf(everybody, contacts, squareOf(everybody));
  const rate = share.contacts > 0 ? share.conversions / share.contacts : 0;
  return {
    mean: totalIn(everybody) / reached,
    standardError: share.contacts > 0 ? Math.sqrt((rate * (1 - rate)) / share.contacts) : Infinity,
  };
}
