import { jackknife, plainInterval, positiveInterval, studentQuantile, type Estimate } from '../intervals.ts';
import { fieller } from '../incrementality/means.ts';
import { widened } from '../pairParts.ts';
import { sum } from '../view.ts';

/** Numerator and denominator by group of contacts: a ratio of sums, never a mean of ratios. */
export interface GroupRatio {
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** Of something never below zero, per something that was spent. Undefined where nothing is below the line. */
export function positiveRatio({ above, below }: GroupRatio): Estimate | undefined {
  return sum(below) > 0 ? positiveInterval(jackknife(above, below)) : undefined;
}

/**
 * Of a paired difference per something that was spent. `squareOfOne`: mean square of what one event comes to; two events more are thought
 * of, so that few do not look like certainty (pairParts.ts).
 */
export function differenceRatio({ above, below }: GroupRatio, squareOfOne: number): Estimate | undefined {
  const spent = sum(below);
  return spent > 0 ? plainInterval(widened(jackknife(above, below), squareOfOne, spent)) : undefined;
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

/**
 * What one of a paired difference costs, where the difference may also be nothing: Fieller's interval over the groups. Undefined where
 * nothing cannot be excluded. Two events more are thought of, one gained and one lost, as in `differenceRatio`.
 */
export function costOfOneMore({ above, below }: GroupRatio): Estimate | undefined {
  const groups = above.length;
  const middle = { above: sum(above) / groups, below: sum(below) / groups };
  let [squaresAbove, squaresBelow, products] = [0, 0, 0];
  for (let group = 0; group < groups; group++) {
    const [up, down] = [above[group]! - middle.above, below[group]! - middle.below];
    squaresAbove += up * up;
    squaresBelow += down * down;
    products += up * down;
  }
  const perMean = 1 / ((groups - 1) * groups);
  return fieller({
    ...middle,
    aboveVariance: squaresAbove * perMean,
    belowVariance: squaresBelow * perMean + EVENTS_MORE / (groups * groups),
    covariance: products * perMean,
    quantile: studentQuantile(groups - 1),
  });
}

const EVENTS_MORE = 2;

/** Mean square of one event's worth, from how much the groups differ by chance (as pairParts.ts does it for reports). */
export function squareOfOne(values: Float64Array, events: Float64Array): number {
  const count = sum(events);
  const mean = sum(values) / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return count > 0 ? squares / count : 0;
}
