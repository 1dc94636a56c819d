import type { Probability } from './units.ts';

/**
 * What a marketer knows about her own e-mail, in the words of her current tool. Each replaces its benchmark; clicks and conversions also
 * move every other channel's by the same odds ratio, opens are e-mail's alone. Empty: benchmarks.
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
