import { PROPENSITY_BINS, type PoissonTable } from '../program.ts';
import { exp, gammaCdf } from './elementary.ts';
import { COMMON_BENCHMARKS } from './benchmarks.ts';

const TWO_32 = 4294967296;

/**
 * Purchase propensity v ~ Gamma(shape, mean 1), cut into 256 equally likely bins and stood for by each bin's mean: the bins'
 * mean is 1 and nearly all of the spread is kept (shape from CDNOW, Fader, Hardie and Lee 2005).
 */
export function propensityBins(heterogeneous: boolean): Float64Array {
  if (!heterogeneous) return new Float64Array(PROPENSITY_BINS).fill(1);
  bins ??= gammaBinMeans(COMMON_BENCHMARKS.propensityShape.value);
  return bins;
}

let bins: Float64Array | undefined;

function gammaBinMeans(shape: number): Float64Array {
  const means = new Float64Array(PROPENSITY_BINS);
  let below = 0;
  for (let i = 0; i < PROPENSITY_BINS; i++) {
    // E[v; v < x] of a mean-1 gamma is P(shape + 1, shape·x).
    const upTo = i === PROPENSITY_BINS - 1 ? 1 : gammaCdf(shape + 1, shape * gammaQuantile(shape, (i + 1) / PROPENSITY_BINS));
    means[i] = (upTo - below) * PROPENSITY_BINS;
    below = upTo;
  }
  return means;
}

/** Quantile of Gamma(shape, mean 1) by bisection. */
function gammaQuantile(shape: number, p: number): number {
  let low = 0;
  let high = 64;
  for (let i = 0; i < 90; i++) {
    const middle = (low + high) / 2;
    if (gammaCdf(shape, shape * middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Cumulative Poisson probabilities for a mean of `rate` times each bin, to where 2^32 draws no longer see the rest. */
export function poissonTable(rate: number, propensity: Float64Array): PoissonTable {
  const largest = propensity.reduce((a, b) => Math.max(a, b), 0) * rate;
  const width = Math.min(255, Math.ceil(largest + 12 * Math.sqrt(largest) + 10));
  const thresholds = new Float64Array(propensity.length * width);
  for (let bin = 0; bin < propensity.length; bin++) {
    const mean = propensity[bin]! * rate;
    let probability = exp(-mean);
    let sum = 0;
    for (let k = 0; k < width; k++) {
      sum += probability;
      thresholds[bin * width + k] = Math.min(TWO_32, Math.round(sum * TWO_32));
      probability *= mean / (k + 1);
    }
    thresholds[bin * width + width - 1] = TWO_32;
  }
  return { width, thresholds };
}

/** Thresholds of P(conversion | click) = 1 − exp(−κ v), κ solved so that the bins' mean is `rate`. */
export function conversionThresholds(rate: number, propensity: Float64Array): Float64Array {
  const key = `${rate} ${propensity[0]}`;
  const known = solved.get(key) ?? solveConversion(rate, propensity);
  solved.set(key, known);
  return known;
}

const solved = new Map<string, Float64Array>();

function solveConversion(rate: number, propensity: Float64Array): Float64Array {
  const share = (kappa: number, v: number): number => 1 - exp(-kappa * v);
  const thresholds = new Float64Array(propensity.length);
  if (rate >= 1 || rate <= 0) return thresholds.fill(rate >= 1 ? TWO_32 : 0);
  let low = 0;
  let high = 1e18;
  for (let i = 0; i < 120; i++) {
    // Geometric bisection above 1: κ runs over many powers of ten for high rates.
    const middle = low > 1 ? Math.sqrt(low * high) : (low + Math.min(high, low * 2 + 1)) / 2;
    let mean = 0;
    for (const v of propensity) mean += share(middle, v);
    if (mean / propensity.length < rate) low = middle;
    else high = middle;
  }
  for (let bin = 0; bin < propensity.length; bin++) thresholds[bin] = Math.round(share(high, propensity[bin]!) * TWO_32);
  return thresholds;
}
