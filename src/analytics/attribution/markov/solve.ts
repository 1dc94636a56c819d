import type { Chain } from './chain.ts';

/** What is left undone, as a part of one walk's chance to convert. */
const TOLERANCE = 1e-14;

/** States that are taken away: a walk that would go there ends without converting. */
export type Removed = Uint8Array;

/**
 * Expected visits of each state by one walk: v = s + v Q, by Gauss and Seidel from nothing. All terms are positive, so visits only grow,
 * also as rounded; what the sum still lacks is less than the last sweep added, and a conversion lacks no more than that.
 */
export function solveVisits({ walks, begun, left, into, total }: Chain, removed: Removed): Float64Array {
  const visits = new Float64Array(walks.states);
  // A visit as a part of how often the state was left: the divisions of a sweep are then one a state.
  const parts = new Float64Array(walks.states);
  const { from, other, times } = into;
  for (let grown = 1; grown > TOLERANCE;) {
    grown = 0;
    for (let state = 0; state < walks.states; state++) {
      if (removed[state] === 1) continue;
      let sum = begun[state]! / total;
      for (let at = from[state]!; at < from[state + 1]!; at++) sum += parts[other[at]!]! * times[at]!;
      grown += sum - visits[state]!;
      visits[state] = sum;
      parts[state] = sum / left[state]!;
    }
  }
  return visits;
}

/**
 * What a walk that stands in each state will come to: p = r + Q p. `gains` is what leaving a state for good came to, over all walks:
 * conversions, or their value.
 */
export function solveWorth({ walks, left, out }: Chain, gains: Float64Array, removed: Removed): Float64Array {
  const worth = new Float64Array(walks.states);
  const { from, other, times } = out;
  let most = 0;
  for (let state = 0; state < walks.states; state++) most = Math.max(most, gains[state]! / left[state]!);
  for (let grown = Infinity; grown > TOLERANCE * most;) {
    grown = 0;
    for (let state = walks.states - 1; state >= 0; state--) {
      if (removed[state] === 1) continue;
      let sum = gains[state]!;
      for (let at = from[state]!; at < from[state + 1]!; at++) sum += worth[other[at]!]! * times[at]!;
      sum /= left[state]!;
      grown += sum - worth[state]!;
      worth[state] = sum;
    }
  }
  return worth;
}

/** Σ visits × what is gained on leaving: conversions, or value, of one walk. */
export function gainOf({ left }: Chain, visits: Float64Array, gains: Float64Array): number {
  let gain = 0;
  for (let state = 0; state < visits.length; state++) gain += (visits[state]! * gains[state]!) / left[state]!;
  return gain;
}
