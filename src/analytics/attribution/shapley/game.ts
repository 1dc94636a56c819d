import type { CreditPaths } from '../creditPaths.ts';

/** A game: what each set of claimants is worth, by its bits; claimant a is bit a. Set 0 is nobody. */
export type Game = Float64Array;

/** 2^n numbers: more claimants than this do not fit. */
const MOST_PLAYERS = 20;

/** Conversions, their value, and contacts who did not convert, by the set of claimants that touched: rows of the same set added up. */
export interface ObservedSets {
  readonly conversions: Game;
  readonly value: Game;
  readonly nulls: Game;
}

export function observedSets(paths: CreditPaths): ObservedSets {
  const players = paths.claimants.length;
  if (players > MOST_PLAYERS) throw new RangeError(`too many claimants for games: ${players}`);
  const sets = {
    conversions: new Float64Array(1 << players),
    value: new Float64Array(1 << players),
    nulls: new Float64Array(1 << players),
  };
  for (let row = 0; row < paths.conversions.length; row++) {
    let set = 0;
    for (let at = paths.from[row]!; at < paths.from[row + 1]!; at++) set |= 1 << paths.claimant[at]!;
    sets.conversions[set]! += paths.conversions[row]!;
    sets.value[set]! += paths.value[row]!;
    sets.nulls[set]! += paths.nulls[row]!;
  }
  return sets;
}

/** For each set the sum over all its subsets: the fast zeta transform, n 2^n additions. */
export function subsetSums(of: Game): Game {
  const sums = of.slice();
  for (let bit = 1; bit < sums.length; bit *= 2)
    for (let set = 0; set < sums.length; set++) if (set & bit) sums[set]! += sums[set ^ bit]!;
  return sums;
}

/** What each set brings that none of its subsets does (Harsanyi’s dividends): the inverse, the Möbius transform. */
export function dividends(game: Game): Game {
  const parts = game.slice();
  for (let bit = 1; bit < parts.length; bit *= 2)
    for (let set = 0; set < parts.length; set++) if (set & bit) parts[set]! -= parts[set ^ bit]!;
  return parts;
}

/**
 * Game (i), of Zhao, Mahboobi & Bagheri 2018: a set is worth the conversions whose touches are all of it. What nobody touched is
 * nobody's and left out.
 */
export function conversionsGame(conversions: Game): Game {
  const claimed = conversions.slice();
  claimed[0] = 0;
  return subsetSums(claimed);
}

/**
 * Game (ii): the conversion rate of those who were touched by exactly this set. Not to be used: sets that were not seen count as worth
 * nothing, so a claimant that often comes last in a large set looks harmful. Kept to show that.
 */
export function exactRateGame({ conversions, nulls }: ObservedSets): Game {
  return rates(conversions, nulls);
}

/** Game (iii): the conversion rate of all who were touched by none but this set. */
export function pooledRateGame({ conversions, nulls }: ObservedSets): Game {
  return rates(subsetSums(conversions), subsetSums(nulls));
}

function rates(conversions: Game, nulls: Game): Game {
  const game = conversions.map((count, set) => (count === 0 ? 0 : count / (count + nulls[set]!)));
  game[0] = 0;
  return game;
}
