import type { Chain } from './chain.ts';
import { gainOf, solveVisits, type Removed } from './solve.ts';

/** What the chain says of each claimant, by its place. */
export interface RemovalEffects {
  /** Chance that a walk converts and what it is worth on average; equal to what was observed. */
  readonly chance: number;
  readonly worth: number;
  /** Part of conversions, and of value, that is lost when nothing of the claimant is to be had: 0 … 1. */
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

export function removalEffects(chain: Chain, claimants: number): RemovalEffects {
  const none = new Uint8Array(chain.walks.states);
  const all = solveVisits(chain, none);
  const chance = gainOf(chain, all, chain.converted);
  const worth = gainOf(chain, all, chain.worth);
  const conversions = new Float64Array(claimants);
  const value = new Float64Array(claimants);
  for (let claimant = 0; claimant < claimants; claimant++) {
    const visits = solveVisits(chain, removedWith(chain, claimant));
    conversions[claimant] = lost(gainOf(chain, visits, chain.converted), chance);
    value[claimant] = lost(gainOf(chain, visits, chain.worth), worth);
  }
  return { chance, worth, conversions, value };
}

function lost(left: number, before: number): number {
  return before === 0 ? 0 : Math.max(0, 1 - left / before);
}

/** Every state whose tuple has the claimant in it. */
export function removedWith({ walks }: Chain, claimant: number): Removed {
  const removed = new Uint8Array(walks.states);
  for (let at = 0; at < walks.tuples.length; at++)
    if (walks.tuples[at] === claimant) removed[Math.floor(at / walks.order)] = 1;
  return removed;
}

/** All of `amount`, shared in proportion to the effects; nothing where nothing has an effect. */
export function shareOut(amount: number, effects: Float64Array): Float64Array {
  const sum = effects.reduce((total, effect) => total + effect, 0);
  return effects.map((effect) => (sum === 0 ? 0 : (amount * effect) / sum));
}
