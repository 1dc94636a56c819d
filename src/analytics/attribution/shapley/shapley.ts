import type { Game } from './game.ts';

/**
 * Each player's value: what it adds to a set, averaged over the orders in which players may come (Shapley 1953),
 * φ_a = Σ_S |S|! (n − |S| − 1)! / n! · (v(S ∪ a) − v(S)). Differences are taken before they are weighed, so nothing large cancels.
 */
export function shapley(game: Game): Float64Array {
  const players = Math.log2(game.length);
  if (!Number.isInteger(players)) throw new RangeError(`invalid game: ${game.length} sets`);
  const weights = weightsBySize(players);
  const sizes = setSizes(game.length);
  return Float64Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let sum = 0;
    for (let set = 0; set < game.length; set++)
      if ((set & bit) === 0) sum += weights[sizes[set]!]! * (game[set | bit]! - game[set]!);
    return sum;
  });
}

/** |S|! (n − |S| − 1)! / n!, each from the one before: factorials of twenty would still fit, but need not. */
export function weightsBySize(players: number): Float64Array {
  const weights = new Float64Array(players);
  for (let size = 0; size < players; size++)
    weights[size] = size === 0 ? 1 / players : (weights[size - 1]! * size) / (players - size);
  return weights;
}

export function setSizes(sets: number): Uint8Array {
  const sizes = new Uint8Array(sets);
  for (let set = 1; set < sets; set++) sizes[set] = sizes[set >> 1]! + (set & 1);
  return sizes;
}

/** The same from dividends: each set's is shared evenly among its members. */
export function shapleyOfDividends(dividends: Game): Float64Array {
  const sizes = setSizes(dividends.length);
  return Float64Array.from({ length: Math.log2(dividends.length) }, (_, player) => {
    let sum = 0;
    for (let set = 0; set < dividends.length; set++)
      if (set & (1 << player)) sum += dividends[set]! / sizes[set]!;
    return sum;
  });
}
