import { studentQuantile, Z, type Estimate } from '../intervals.ts';

/** An arm whose contacts are worth something each. */
export interface ArmMean {
  readonly mean: number;
  /** Standard deviation between contacts, with n − 1. */
  readonly deviation: number;
  readonly contacts: number;
  /**
   * Mean square of what one order comes to. Given, two orders more are thought of: few orders show less spread than there is, the more so
   * where the arms are of unlike size (pairParts.ts does the same for paired differences).
   */
  readonly squareOfOne?: number;
}

/** Undefined where an arm has nobody, or one contact, so that nothing is known of the spread. */
export type MeanDifference = Estimate & { readonly standardError: number; readonly degrees: number };

/** Treated less control with Welch's interval (Welch 1947; degrees of freedom after Satterthwaite). */
export function welch(treated: ArmMean, control: ArmMean): MeanDifference | undefined {
  if (treated.contacts < 2 || control.contacts < 2) return undefined;
  const [first, second] = [varianceOfMean(treated), varianceOfMean(control)];
  const variance = first + second;
  const value = treated.mean - control.mean;
  const standardError = Math.sqrt(variance);
  const degrees =
    variance === 0
      ? treated.contacts + control.contacts - 2
      : (variance * variance) /
        ((first * first) / (treated.contacts - 1) + (second * second) / (control.contacts - 1));
  const half = studentQuantile(degrees) * standardError;
  return { value, low: value - half, high: value + half, standardError, degrees };
}

/** Numerator and denominator of a ratio, each a mean, with the variances of these means and how they go together. */
export interface RatioOfMeans {
  readonly above: number;
  readonly below: number;
  readonly aboveVariance: number;
  readonly belowVariance: number;
  readonly covariance?: number;
  /** Of the quantile: of Student's t with so many degrees, else the normal's. */
  readonly quantile?: number;
}

/**
 * Fieller's interval of a ratio (Fieller 1954): the values ρ at which above − ρ · below does not differ from zero. Undefined where the
 * denominator itself does not differ from zero (g ≥ 1): then the values that fit have no end on one side at least.
 */
export function fieller(ratio: RatioOfMeans): Estimate | undefined {
  const { above, below, aboveVariance, belowVariance, covariance = 0, quantile = Z } = ratio;
  const square = quantile * quantile;
  const leading = below * below - square * belowVariance;
  if (!(leading > 0)) return undefined;
  const middle = above * below - square * covariance;
  const last = above * above - square * aboveVariance;
  const root = Math.sqrt(Math.max(0, middle * middle - leading * last));
  return { value: above / below, low: (middle - root) / leading, high: (middle + root) / leading };
}

/** Mean of the treated over that of the control, two separate samples. */
export function ratioOfArms(treated: ArmMean, control: ArmMean): Estimate | undefined {
  if (treated.contacts < 2 || control.contacts < 2) return undefined;
  return fieller({
    above: treated.mean,
    below: control.mean,
    aboveVariance: varianceOfMean(treated),
    belowVariance: varianceOfMean(control),
  });
}

const ORDERS_MORE = 2;

export function varianceOfMean({ deviation, contacts, squareOfOne = 0 }: ArmMean): number {
  return (deviation * deviation + (ORDERS_MORE * squareOfOne) / contacts) / contacts;
}
