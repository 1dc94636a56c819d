import type { CreditPaths } from './creditPaths.ts';

/** Rules that share a conversion among its touches by where they stand. docs/attribution.md has the formulas and their sources. */
export const HEURISTICS = [
  'first',
  'last',
  'lastNonDirect',
  'linear',
  'linearUnique',
  'timeDecay',
  'uShaped',
  'wShaped',
  'fullPath',
] as const;
export type Heuristic = (typeof HEURISTICS)[number];

export interface HeuristicSettings {
  /** How a touch loses weight: by half in so many days, or evenly from touch to touch. */
  readonly decay: Decay;
  /** Claimants that a visit of one's own accord is booked on; `lastNonDirect` passes over them. */
  readonly direct: ReadonlySet<number>;
}

export type Decay =
  | { readonly by: 'time'; readonly halfLifeDays: number }
  /** The last touch weighs `lastOverFirst` times the first one; between them weights are equally spaced. */
  | { readonly by: 'position'; readonly lastOverFirst: number };

export const DEFAULT_SETTINGS: HeuristicSettings = {
  decay: { by: 'time', halfLifeDays: 7 },
  direct: new Set(),
};

/** Fills `weights[0 … n)` for the n touches of a row; they sum to one. The row has touches. */
export type Weigh = (row: number, weights: Float64Array) => void;

/** What does the work for one model; the paths are read in place. */
export function weighBy(model: Heuristic, paths: CreditPaths, settings: HeuristicSettings): Weigh {
  switch (model) {
    case 'first':
      return onTouch(paths, () => 0);
    case 'last':
      return onTouch(paths, (_, count) => count - 1);
    case 'lastNonDirect':
      return onTouch(paths, lastOutside(paths, settings.direct));
    case 'linear':
      return (row, weights) => weights.fill(1 / countOf(paths, row), 0, countOf(paths, row));
    case 'linearUnique':
      return perClaimant(paths);
    case 'timeDecay':
      return settings.decay.by === 'time'
        ? halving(paths, settings.decay.halfLifeDays)
        : rising(paths, settings.decay.lastOverFirst);
    case 'uShaped':
      return milestones(paths, [0.4, 0.4], 0.2);
    case 'wShaped':
      return milestones(paths, [0.3, 0.3, 0.3], 0.1);
    case 'fullPath':
      return milestones(paths, [0.225, 0.225, 0.225, 0.225], 0.1);
  }
}

function countOf({ from }: CreditPaths, row: number): number {
  return from[row + 1]! - from[row]!;
}

/** All of it to one touch. */
function onTouch(paths: CreditPaths, choose: (row: number, count: number) => number): Weigh {
  return (row, weights) => {
    const count = countOf(paths, row);
    weights.fill(0, 0, count);
    weights[choose(row, count)] = 1;
  };
}

/** The last touch that is of none of these; where all are, the last. */
function lastOutside({ from, claimant }: CreditPaths, direct: ReadonlySet<number>) {
  return (row: number, count: number): number => {
    let touch = count - 1;
    while (touch >= 0 && direct.has(claimant[from[row]! + touch]!)) touch--;
    return touch < 0 ? count - 1 : touch;
  };
}

/** The same to every claimant of the row, however often it touched. */
function perClaimant({ claimants, from, claimant }: CreditPaths): Weigh {
  const times = new Uint32Array(claimants.length);
  return (row, weights) => {
    const [begin, end] = [from[row]!, from[row + 1]!];
    let distinct = 0;
    for (let at = begin; at < end; at++) if (times[claimant[at]!]!++ === 0) distinct++;
    for (let at = begin; at < end; at++) weights[at - begin] = 1 / (distinct * times[claimant[at]!]!);
    for (let at = begin; at < end; at++) times[claimant[at]!] = 0;
  };
}

/** Weight 2^(−age / half-life). Only differences of age matter, so the last touch is taken as new: no age is too great to be told. */
function halving({ from, ageDays }: CreditPaths, halfLifeDays: number): Weigh {
  return (row, weights) => {
    const [begin, end] = [from[row]!, from[row + 1]!];
    let sum = 0;
    for (let at = begin; at < end; at++)
      sum += weights[at - begin] = 2 ** ((ageDays[end - 1]! - ageDays[at]!) / halfLifeDays);
    divide(weights, end - begin, sum);
  };
}

function rising(paths: CreditPaths, lastOverFirst: number): Weigh {
  return (row, weights) => {
    const count = countOf(paths, row);
    let sum = 0;
    for (let touch = 0; touch < count; touch++)
      sum += weights[touch] = count === 1 ? 1 : 1 + ((lastOverFirst - 1) * touch) / (count - 1);
    divide(weights, count, sum);
  };
}

/**
 * A share for each milestone and `rest` for the touches that are none, together. Shares of milestones on the same touch add up; where no
 * touch is left for the rest, the shares are made to sum to one. Two milestones: first and last; three: the lead between them; four: lead
 * and opportunity.
 */
function milestones(paths: CreditPaths, shares: readonly number[], rest: number): Weigh {
  const places = new Int32Array(shares.length);
  return (row, weights) => {
    const count = countOf(paths, row);
    place(paths, row, places);
    weights.fill(0, 0, count);
    for (let mark = 0; mark < shares.length; mark++) weights[places[mark]!]! += shares[mark]!;
    let [others, sum] = [0, 0];
    for (let touch = 0; touch < count; touch++) {
      sum += weights[touch]!;
      if (weights[touch] === 0) others++;
    }
    if (others === 0) divide(weights, count, sum);
    else for (let touch = 0; touch < count; touch++) if (weights[touch] === 0) weights[touch] = rest / others;
  };
}

/** Where a row's milestones are. A lead that is not known is the middle touch; an opportunity, the middle from the lead to the last. */
function place(paths: CreditPaths, row: number, places: Int32Array): void {
  const last = countOf(paths, row) - 1;
  places[0] = 0;
  places[places.length - 1] = last;
  if (places.length < 3) return;
  const lead = known(paths.lead, row, last) ?? Math.floor(last / 2);
  places[1] = lead;
  if (places.length === 4)
    places[2] = known(paths.opportunity, row, last) ?? lead + Math.floor((last - lead) / 2);
}

function known(column: Int32Array | undefined, row: number, last: number): number | undefined {
  const touch = column?.[row] ?? -1;
  return touch < 0 ? undefined : Math.min(touch, last);
}

function divide(weights: Float64Array, count: number, by: number): void {
  for (let touch = 0; touch < count; touch++) weights[touch]! /= by;
}
