import { ENGAGEMENT_BUCKETS, PRESSURE_BINS } from '../program.ts';
import { exp, log } from './elementary.ts';

/** Means of 16 equally likely slices of a standard normal: everyone's engagement z is one of them. */
const POSITIVE_HALF = [0.0785, 0.2375, 0.4027, 0.58, 0.7779, 1.0129, 1.3259, 1.9677];
export const ENGAGEMENT = [...POSITIVE_HALF.map((z) => -z).reverse(), ...POSITIVE_HALF];

/** Odds that accept all but one draw in 10^12: a stage that everyone passes. */
const CERTAIN = 1e12;
/** Click delays are looked at in this many equally likely cells of the open delay. */
const DELAY_CELLS = 128;

/**
 * Odds per engagement bucket, exp(a + sigma·z), with a solved so that the buckets' mean probability is `rate`. `sigma` below 0
 * makes the engaged answer less (unsubscribing).
 */
export function oddsForRate(rate: number, sigma: number): Float64Array {
  return solveOdds(rate, sigma, [1], new Float64Array(ENGAGEMENT_BUCKETS).fill(1), 0);
}

/**
 * Odds of a click given an open, solved so that clicks of delivered are `rate`: buckets weigh by their chance of an open, and
 * the odds carry the factor of the open delay's cell.
 */
export function clickOddsForRate(
  rate: number,
  sigma: number,
  openOdds: Float64Array,
  factors: readonly number[],
): Float64Array {
  return solveOdds(rate, sigma, factors, openOdds.map(share), 1);
}

/** The largest click rate (of delivered) that these opens allow. */
export function openRate(openOdds: Float64Array): number {
  return openOdds.reduce((sum, odds) => sum + share(odds), 0) / openOdds.length;
}

function solveOdds(
  rate: number,
  sigma: number,
  factors: readonly number[],
  weights: Float64Array,
  given: 0 | 1,
): Float64Array {
  const shape = ENGAGEMENT.map((z) => exp(sigma * z));
  const most = weights.reduce((sum, w) => sum + w, 0) / weights.length;
  if (rate <= 0) return new Float64Array(ENGAGEMENT_BUCKETS);
  if (rate >= most * (1 - 1e-9))
    return new Float64Array(ENGAGEMENT_BUCKETS).fill(given === 1 || rate >= 1 ? CERTAIN : most);
  let low = 1e-12;
  let high = 1e12;
  // 2^-52 of a range of 55 powers of two: a last step below the rounding to come.
  for (let i = 0; i < 62; i++) {
    const middle = Math.sqrt(low * high);
    let mean = 0;
    for (let b = 0; b < ENGAGEMENT_BUCKETS; b++) {
      let inner = 0;
      for (const factor of factors) inner += share(middle * shape[b]! * factor);
      mean += (weights[b]! * inner) / factors.length;
    }
    if (mean / ENGAGEMENT_BUCKETS < rate) low = middle;
    else high = middle;
  }
  return Float64Array.from(shape, (s) => toGrid(high * s));
}

/** exp(coefficient × (F − 1)) per pressure bin of 1/16: 1 at the pressure the rates are quoted for. */
export function fatigue(coefficient: number): Float64Array {
  return Float64Array.from({ length: PRESSURE_BINS }, (_, bin) => toGrid(exp(coefficient * (bin / 16 - 1))));
}

/** (τ/τ0)^−exponent at the middle of each cell of the open delay's distribution. */
export function delayFactors(openDelay: Float64Array, pivotMinutes: number, exponent: number): Float64Array {
  const cells = openDelay.length - 1;
  return Float64Array.from({ length: DELAY_CELLS }, (_, cell) => {
    const minutes = openDelay[Math.round(((cell + 0.5) * cells) / DELAY_CELLS)]!;
    return toGrid(exp(-exponent * log(Math.max(minutes, 1 / 60) / pivotMinutes)));
  });
}

function share(odds: number): number {
  return odds / (1 + odds);
}

/** Keeps 30 significant bits: far finer than any rate is known, far coarser than the last bit. */
function toGrid(value: number): number {
  if (value === 0) return 0;
  let scale = 1;
  while (value * scale < 536870912) scale *= 2;
  while (value * scale >= 1073741824) scale /= 2;
  return Math.round(value * scale) / scale;
}
