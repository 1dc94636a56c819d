import type { CreditPaths } from '../creditPaths.ts';
import { chainOf, type Chain } from './chain.ts';
import { removalEffects, shareOut } from './removal.ts';

export interface MarkovCredit {
  readonly chain: Chain;
  /** Chance that a walk converts and what it is worth on average, as observed. */
  readonly chance: number;
  readonly worth: number;
  /** Removal effects, by claimant. */
  readonly effects: Float64Array;
  readonly valueEffects: Float64Array;
  readonly conversions: Float64Array;
  readonly value: Float64Array;
  /** Conversions and value without a touch, which are no walks. */
  readonly unclaimed: { readonly conversions: number; readonly value: number };
}

/** Conversions with a touch, and their value, shared in proportion to what would be lost without each claimant. */
export function markovCredit(paths: CreditPaths, order: number): MarkovCredit {
  const chain = chainOf(paths, order);
  const effects = removalEffects(chain, paths.claimants.length);
  return {
    chain,
    chance: effects.chance,
    worth: effects.worth,
    effects: effects.conversions,
    valueEffects: effects.value,
    conversions: shareOut(chain.conversions, effects.conversions),
    value: shareOut(chain.value, effects.value),
    unclaimed: unclaimedOf(paths),
  };
}

function unclaimedOf({ from, conversions, value }: CreditPaths): MarkovCredit['unclaimed'] {
  const sums = { conversions: 0, value: 0 };
  for (let row = 0; row < conversions.length; row++) {
    if (from[row] !== from[row + 1]) continue;
    sums.conversions += conversions[row]!;
    sums.value += value[row]!;
  }
  return sums;
}
