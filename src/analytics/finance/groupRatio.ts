import {
  jackknife,
  ofFewEvents,
  plainInterval,
  positiveInterval,
  studentQuantile,
  type Estimate,
  type Jackknifed,
} from '../intervals.ts';
import { fieller } from '../incrementality/means.ts';
import { sum } from '../view.ts';

/** Numerator and denominator by group of contacts: a ratio of sums, never a mean of ratios. */
export interface GroupRatio {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/**
 * Orders more that are thought of where few were seen, because few show less spread than there is (pairParts.ts does so for reports).
 * Orders of uneven value are skewed as well, differences of them on a scale where it cannot be undone. With 20 orders of uneven value the
 * intervals hold the truth 92 to 93 times in 100 without these and 95 with them; from a few hundred on they make no difference.
 */
export const MORE = { ofDifference: 2, ofValueDifference: 6 } as const;

/**
 * Of something never below zero, per something that was spent. `events`: orders of uneven value that it is the sum of; absent: it counts
 * events. Undefined where nothing is below the line.
 */
export function positiveRatio({ above, below }: GroupRatio, events?: number): Estimate | undefined {
  if (!(sum(below) > 0)) return undefined;
  const found = jackknife(above, below);
  return positiveInterval(events === undefined ? found : ofFewEvents(found, events));
}

/** Of a paired difference per something that was spent. `moreSquares`: squares of what the orders thought of come to. */
export function differenceRatio({ above, below }: GroupRatio, moreSquares: number): Estimate | undefined {
  const spent = sum(below);
  return spent > 0 ? plainInterval(spread(jackknife(above, below), moreSquares, spent)) : undefined;
}

function spread(found: Jackknifed, moreSquares: number, whole: number): Jackknifed {
  return { ...found, standardError: Math.hypot(found.standardError, Math.sqrt(moreSquares) / whole) };
}

/**
 * What one of something rare costs: the interval of how many come per amount is taken, and turned over. Its upper end is Infinity where
 * there are so few groups that none at all cannot be excluded.
 */
export function costOfOne({ above: cost, below: events }: GroupRatio): Estimate | undefined {
  const perCost = positiveRatio({ above: events, below: cost });
  if (perCost === undefined || !(perCost.value > 0)) return undefined;
  return { value: 1 / perCost.value, low: 1 / perCost.high, high: 1 / perCost.low };
}

/** Squares of what orders thought of come to, of either side. */
export interface MoreSquares {
  readonly above?: number;
  readonly below?: number;
}

/**
 * A ratio whose denominator is uncertain as well: Fieller's interval over the groups. Undefined where the denominator may be zero, or there
 * is one group at most.
 */
export function uncertainRatio({ above, below }: GroupRatio, more: MoreSquares): Estimate | undefined {
  const groups = above.length;
  if (groups < 2) return undefined;
  const middle = { above: sum(above) / groups, below: sum(below) / groups };
  let [squaresAbove, squaresBelow, products] = [0, 0, 0];
  for (let group = 0; group < groups; group++) {
    const [up, down] = [above[group]! - middle.above, below[group]! - middle.below];
    squaresAbove += up * up;
    squaresBelow += down * down;
    products += up * down;
  }
  const [perMean, perGroup] = [1 / ((groups - 1) * groups), 1 / (groups * groups)];
  return fieller({
    ...middle,
    aboveVariance: squaresAbove * perMean + (more.above ?? 0) * perGroup,
    belowVariance: squaresBelow * perMean + (more.below ?? 0) * perGroup,
    covariance: products * perMean,
    quantile: studentQuantile(groups - 1),
  });
}

/** Mean square of one order's worth, from how much the groups differ by chance. */
export function squareOfOne(values: Float64Array, events: Float64Array): number {
  const count = sum(events);
  const mean = sum(values) / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return count > 0 ? squares / count : 0;
}
