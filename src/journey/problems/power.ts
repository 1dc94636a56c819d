/** Two-sided 5 %. */
const Z_CONFIDENCE = 1.959963985;
/** 80 % power. */
const Z_POWER = 0.841621234;

export interface Comparison {
  /** Conversion rate without the lift, between 0 and 1. */
  readonly rate: number;
  /** Contacts of the two groups; the second has the lift. */
  readonly sizes: readonly [number, number];
}

/**
 * The smallest relative lift that a two-sided test of two proportions at 5 % finds with 80 % power; Infinity when the groups
 * are too small for any. Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions, 3rd ed., section 4.2,
 * without the correction for continuity.
 */
export function leastVisibleLift({ rate, sizes }: Comparison): number {
  const [control, treated] = sizes;
  if (control <= 0 || treated <= 0) return Infinity;
  const most = 1 / rate - 1;
  if (!isVisible(most)) return Infinity;
  let [low, high] = [0, most];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (isVisible(middle)) high = middle;
    else low = middle;
  }
  return high;

  function isVisible(lift: number): boolean {
    const better = rate * (1 + lift);
    const pooled = (control * rate + treated * better) / (control + treated);
    const chance = Z_CONFIDENCE * Math.sqrt(pooled * (1 - pooled) * (1 / control + 1 / treated));
    const spread = Math.sqrt((rate * (1 - rate)) / control + (better * (1 - better)) / treated);
    return better - rate >= chance + Z_POWER * spread;
  }
}
