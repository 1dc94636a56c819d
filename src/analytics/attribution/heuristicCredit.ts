import { GROUPS } from '../../engine/results.ts';
import { longestPath, NO_GROUP, type CreditPaths } from './creditPaths.ts';
import { weighBy, type Heuristic, type HeuristicSettings } from './heuristics.ts';

/**
 * Conversions and value by claimant and group of contacts: `claimant * GROUPS + group`. After the claimants comes what nothing claims:
 * conversions without a touch.
 */
export interface CreditSums {
  readonly conversions: Float64Array;
  readonly value: Float64Array;
}

function emptySums({ claimants }: CreditPaths): CreditSums {
  const places = (claimants.length + 1) * GROUPS;
  return { conversions: new Float64Array(places), value: new Float64Array(places) };
}

/** Who gets how much of what by a rule; together they get everything. */
export function heuristicCredit(
  model: Heuristic,
  paths: CreditPaths,
  settings: HeuristicSettings,
): CreditSums {
  const sums = emptySums(paths);
  const weigh = weighBy(model, paths, settings);
  const weights = new Float64Array(longestPath(paths));
  const { from, claimant, conversions } = paths;
  for (let row = 0; row < conversions.length; row++) {
    if (conversions[row] === 0 && paths.value[row] === 0) continue;
    const [begin, end] = [from[row]!, from[row + 1]!];
    if (begin === end) addTo(sums, paths, row, paths.claimants.length, 1);
    else {
      weigh(row, weights);
      for (let at = begin; at < end; at++) addTo(sums, paths, row, claimant[at]!, weights[at - begin]!);
    }
  }
  return sums;
}

function addTo(sums: CreditSums, paths: CreditPaths, row: number, claimant: number, weight: number): void {
  if (weight === 0) return;
  const at = claimant * GROUPS + groupOf(paths, row);
  sums.conversions[at]! += weight * paths.conversions[row]!;
  sums.value[at]! += weight * paths.value[row]!;
}

/** What is of several groups is booked on the first: its total is right, its spread is not known. */
function groupOf({ group }: CreditPaths, row: number): number {
  return group[row] === NO_GROUP ? 0 : group[row]!;
}

/** One number per claimant, and one for what nothing claims. */
export function perClaimant(sums: Float64Array): Float64Array {
  const totals = new Float64Array(sums.length / GROUPS);
  for (let at = 0; at < sums.length; at++) totals[Math.floor(at / GROUPS)]! += sums[at]!;
  return totals;
}
