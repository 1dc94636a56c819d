import { PROPENSITY_BINS, type PoissonTable } from '../program.ts';
import { exp, gammaCdf, log, logGamma } from './elementary.ts';
import { COMMON_BENCHMARKS } from './commonBenchmarks.ts';

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
    const upTo =
      i === PROPENSITY_BINS - 1
        ? 1
        : gammaCdf(shape + 1, shape * gammaQuantile(shape, (i + 1) / PROPENSITY_BINS));
    means[i] = (upTo - below) * PROPENSITY_BINS;
    below = upTo;
  }
  return means;
}

/**
 * Quantile of Gamma(shape, mean 1) by Newton's method on logarithms, where the distribution function is concave: started at the
 * leading term of its series it climbs to the root and never passes it.
 */
function gammaQuantile(shape: number, p: number): number {
  let logX = (log(p) + logGamma(shape + 1)) / shape;
  for (let i = 0; i < 60; i++) {
    const x = exp(logX);
    const cdf = gammaCdf(shape, x);
    const slope = exp(shape * logX - x - logGamma(shape)) / cdf;
    const step = (log(p) - log(cdf)) / slope;
    logX += step;
    if (step < 1e-13 && step > -1e-13) break;
  }
  return exp(logX) / shape;
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
  const thresholds = new Float64Array(propensity.length);
  if (rate >= 1 || rate <= 0) return thresholds.fill(rate >= 1 ? TWO_32 : 0);
  // The mean share is concave in kappa: Newton's method from 0 climbs to the root and never passes it.
  let kappa = 0;
  for (let i = 0; i < 200; i++) {
    let mean = 0;
    let slope = 0;
    for (const v of propensity) {
      const stays = exp(-kappa * v);
      mean += 1 - stays;
      slope += v * stays;
    }
    const step = (rate * propensity.length - mean) / slope;
    kappa += step;
    if (step <= kappa * 1e-12) break;
  }
  for (let bin = 0; bin < propensity.length; bin++) {
    thresholds[bin] = Math.round((1 - exp(-kappa * propensity[bin]!)) * TWO_32);
  }
  return thresholds;
}
