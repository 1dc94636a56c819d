import { longestPath, type CreditPaths } from '../creditPaths.ts';

/** Conversions, and value, by claimant and position of the touch: `claimant * positions + position`. */
export interface OrderedCredit {
  readonly positions: number;
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

/**
 * Ordered Shapley (Zhao, Mahboobi & Bagheri 2018): each claimant's part of a conversion, one over the number of claimants that touched, is
 * told apart by where it touched; evenly, where it did so more than once. Over positions it sums to the Shapley value of game (i).
 */
export function orderedShapley(paths: CreditPaths): OrderedCredit {
  const { claimants, from, claimant } = paths;
  const positions = longestPath(paths);
  const conversions = new Float64Array(claimants.length * positions);
  const value = new Float64Array(claimants.length * positions);
  const times = new Uint32Array(claimants.length);
  for (let row = 0; row < paths.conversions.length; row++) {
    const [begin, end] = [from[row]!, from[row + 1]!];
    let distinct = 0;
    for (let at = begin; at < end; at++) if (times[claimant[at]!]!++ === 0) distinct++;
    for (let at = begin; at < end; at++) {
      const part = 1 / (distinct * times[claimant[at]!]!);
      conversions[claimant[at]! * positions + at - begin]! += part * paths.conversions[row]!;
      value[claimant[at]! * positions + at - begin]! += part * paths.value[row]!;
    }
    for (let at = begin; at < end; at++) times[claimant[at]!] = 0;
  }
  return { positions, conversions, value };
}
