import { GROUPS } from '../../../engine/results.ts';
import { NO_GROUP, type CreditPaths } from '../creditPaths.ts';
import type { Spread } from '../estimateCredit.ts';
import type { Chain } from './chain.ts';
import { removedWith } from './removal.ts';
import { solveVisits, solveWorth } from './solve.ts';

export type Measure = 'conversions' | 'value';

/**
 * What each claimant's credit would change by if a row's contact were one more, told for every contact and added up by group: the
 * infinitesimal jackknife (Efron 1982, chapter 6). The derivative of the chain's gain by a move i → j is (v_i / c_i)(p_j − p_i), so no
 * chain is solved again for each group. Of rows that stand for contacts of all groups, squares are added up instead.
 */
export function markovSpread(paths: CreditPaths, chain: Chain, measure: Measure): readonly Spread[] {
  const change = new Changes(paths, chain, measure);
  const claimants = paths.claimants.length;
  const base = change.whenRemoved(undefined);
  const lost = Array.from({ length: claimants }, (_, claimant) => {
    const without = change.whenRemoved(claimant);
    return { gain: base.gain - without.gain, byRow: base.byRow.map((by, row) => by - without.byRow[row]!) };
  });
  const allLost = lost.reduce((sum, { gain }) => sum + gain, 0);
  const allByRow = base.byRow.map((_, row) => lost.reduce((sum, { byRow }) => sum + byRow[row]!, 0));
  const amount = measure === 'conversions' ? chain.conversions : chain.value;
  return lost.map(({ gain, byRow }) => {
    const share = allLost === 0 ? 0 : gain / allLost;
    return addUp(paths, (row, own) =>
      allLost === 0 ? 0 : share * own + (amount * (byRow[row]! - share * allByRow[row]!)) / allLost,
      measure,
    );
  });
}

interface Change {
  /** Of one walk. */
  readonly gain: number;
  /** By one more contact of the row, when it converts (if the row has conversions) or else does not. */
  readonly byRow: Float64Array;
}

class Changes {
  readonly #paths: CreditPaths;
  readonly #chain: Chain;
  readonly #measure: Measure;

  constructor(paths: CreditPaths, chain: Chain, measure: Measure) {
    this.#paths = paths;
    this.#chain = chain;
    this.#measure = measure;
  }

  whenRemoved(claimant: number | undefined): Change {
    const chain = this.#chain;
    const removed =
      claimant === undefined ? new Uint8Array(chain.walks.states) : removedWith(chain, claimant);
    const gains = this.#measure === 'conversions' ? chain.converted : chain.worth;
    const visits = solveVisits(chain, removed);
    const worth = solveWorth(chain, gains, removed);
    const gain = chain.begun.reduce((sum, begun, state) => sum + (begun / chain.total) * worth[state]!, 0);
    const perMove = visits.map((visit, state) => visit / chain.left[state]!);
    return { gain, byRow: this.#byRow(gain, worth, perMove) };
  }

  #byRow(gain: number, worth: Float64Array, perMove: Float64Array): Float64Array {
    const { walks, total } = this.#chain;
    return this.#paths.conversions.map((_, row) => {
      const [begin, end] = [walks.from[row]!, walks.from[row + 1]!];
      if (begin === end) return 0;
      let sum = (worth[walks.state[begin]!]! - gain) / total;
      for (let at = begin; at < end; at++) {
        const state = walks.state[at]!;
        const next = at + 1 < end ? worth[walks.state[at + 1]!]! : ownOf(this.#paths, row, this.#measure);
        sum += perMove[state]! * (next - worth[state]!);
      }
      return sum;
    });
  }
}

/** What one contact of the row came to. */
function ownOf(paths: CreditPaths, row: number, measure: Measure): number {
  const conversions = paths.conversions[row]!;
  if (conversions === 0) return 0;
  return measure === 'conversions' ? 1 : paths.value[row]! / conversions;
}

function addUp(
  paths: CreditPaths,
  changeOf: (row: number, own: number) => number,
  measure: Measure,
): Spread {
  const spread = { groups: new Float64Array(GROUPS), elsewhere: 0, squares: 0 };
  for (let row = 0; row < paths.conversions.length; row++) {
    if (paths.from[row] === paths.from[row + 1]) continue;
    const change = changeOf(row, ownOf(paths, row, measure));
    const times = paths.conversions[row]! + paths.nulls[row]!;
    if (paths.group[row] === NO_GROUP) {
      spread.elsewhere += times * change;
      spread.squares += times * change * change;
    } else spread.groups[paths.group[row]!]! += times * change;
  }
  return spread;
}
