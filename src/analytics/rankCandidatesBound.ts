import { normalCumulative } from './chance.ts';

/** How often a list on which nothing is better than luck may still name something. */
export const FAMILY_ERROR = 0.05;

/**
 * How many standard errors a difference must lie from zero when `looked` of them were looked at: Bonferroni's bound on Student's t, two
 * sides. It holds whatever the differences have in common, and they have much: all are taken from the same journey as it is.
 */
export function corrected(looked: number, degrees: number): number {
  if (degrees < 1) return Infinity;
  return studentQuantile(1 - FAMILY_ERROR / (2 * Math.max(1, looked)), degrees);
}

/** Abramowitz & Stegun 26.7.5; with 127 degrees, and as far out as 1 in 10 000, right to three decimals. */
function studentQuantile(share: number, degrees: number): number {
  const z = normalQuantile(share);
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * ((5 * z2 + 16) * z2 + 3)) / 96;
  const third = (z * (((3 * z2 + 19) * z2 + 17) * z2 - 15)) / 384;
  const fourth = (z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945)) / 92160;
  return z + (first + (second + (third + fourth / degrees) / degrees) / degrees) / degrees;
}

/** Halving an interval on the cumulative: slow, and asked a few times in a minute. */
function normalQuantile(share: number): number {
  let [low, high] = [-6, 6];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (normalCumulative(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
