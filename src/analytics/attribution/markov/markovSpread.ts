import { GROUPS } from '../../../engine/results.ts';
import { NO_GROUP, type CreditPaths } from '../creditPaths.ts';
import type { Spread } from '../estimateCredit.ts';
import type { Chain } from './chain.ts';
import { removedWith } from './removal.ts';
import { solveVisits, solveWorth } from './solve.ts';

export type Measure = 'conversions' | 'value';

/**
 * What each contact adds to each claimant's credit, by how the credit would change if there were one more like it; added up by group: the
 * infinitesimal jackknife (Efron 1982, chapter 6). The derivative of the chain's gain by a move i → j is (v_i / c_i)(p_j − p_i), so no
 * chain is solved again for each group. Of rows that stand for contacts of all groups, squares are added up instead.
 */
export function markovSpread(paths: CreditPaths, chain: Chain, measure: Measure): readonly Spread[] {
  const base = solved(chain, measure, undefined);
  const without = paths.claimants.map((_, claimant) => solved(chain, measure, claimant));
  const allLost = without.reduce((sum, { gain }) => sum + base.gain - gain, 0);
  const baseByRow = changesByRow(paths, chain, base, measure);
  const allByRow = new Float64Array(paths.conversions.length);
  for (const one of without)
    changesByRow(paths, chain, one, measure).forEach((by, row) => (allByRow[row]! += baseByRow[row]! - by));
  const amount = measure === 'conversions' ? chain.conversions : chain.value;
  return without.map((one) => {
    if (allLost === 0) return { groups: new Float64Array(GROUPS), elsewhere: 0, squares: 0 };
    const share = (base.gain - one.gain) / allLost;
    const byRow = changesByRow(paths, chain, one, measure);
    return addUp(paths, (row) => {
      const lost = baseByRow[row]! - byRow[row]!;
      return share * ownOf(paths, row, measure) + (amount * (lost - share * allByRow[row]!)) / allLost;
    });
  });
}

/** The chain without one claimant. */
interface Solved {
  /** Of one walk. */
  readonly gain: number;
  /** Of a walk that stands in each state. */
  readonly worth: Float64Array;
  /** By how much a walk’s gain changes with one more move out of each state, for each unit by which that move is better than its state. */
  readonly perMove: Float64Array;
}

function solved(chain: Chain, measure: Measure, claimant: number | undefined): Solved {
  const removed = claimant === undefined ? new Uint8Array(chain.walks.states) : removedWith(chain, claimant);
  const worth = solveWorth(chain, measure === 'conversions' ? chain.converted : chain.worth, removed);
  const perMove = solveVisits(chain, removed).map((visits, state) => visits / chain.left[state]!);
  const gain = chain.begun.reduce((sum, begun, state) => sum + (begun / chain.total) * worth[state]!, 0);
  return { gain, worth, perMove };
}

/** By how much one more contact of each row changes a walk’s gain: one who converts, if the row has conversions, else one who does not. */
function changesByRow(paths: CreditPaths, chain: Chain, solved: Solved, measure: Measure): Float64Array {
  const { worth, perMove, gain } = solved;
  const { walks, total } = chain;
  return paths.conversions.map((_, row) => {
    const [begin, end] = [walks.from[row]!, walks.from[row + 1]!];
    if (begin === end) return 0;
    let sum = (worth[walks.state[begin]!]! - gain) / total;
    for (let at = begin; at < end; at++) {
      const state = walks.state[at]!;
      const next = at + 1 < end ? worth[walks.state[at + 1]!]! : ownOf(paths, row, measure);
      sum += perMove[state]! * (next - worth[state]!);
    }
    return sum;
  });
}

/** What one contact of the row came to. */
function ownOf(paths: CreditPaths, row: number, measure: Measure): number {
  const conversions = paths.conversions[row]!;
  if (conversions === 0) return 0;
  return measure === 'conversions' ? 1 : paths.value[row]! / conversions;
}

function addUp(paths: CreditPaths, changeOf: (row: number) => number): Spread {
  const groups = new Float64Array(GROUPS);
  let [elsewhere, squares] = [0, 0];
  for (let row = 0; row < paths.conversions.length; row++) {
    if (paths.from[row] === paths.from[row + 1]) continue;
    const change = changeOf(row);
    const times = paths.conversions[row]! + paths.nulls[row]!;
    if (paths.group[row] === NO_GROUP) {
      elsewhere += times * change;
      squares += times * change * change;
    } else groups[paths.group[row]!]! += times * change;
  }
  return { groups, elsewhere, squares };
}
