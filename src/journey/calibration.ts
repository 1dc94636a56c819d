import type { Probability } from './units.ts';

/**
 * What a marketer knows about her own e-mail, in the words of her current tool; each replaces its benchmark and moves every
 * channel's rate of the same name by the same odds ratio. Empty: benchmarks.
 */
export interface Calibration {
  /** Opens as her tool reports them, machine opens included, of delivered. */
  readonly opened?: Probability;
  /** Clicks of delivered. */
  readonly clicked?: Probability;
  /** Conversions of clicks. */
  readonly converted?: Probability;
}

export const BENCHMARKS_ONLY: Calibration = {};
