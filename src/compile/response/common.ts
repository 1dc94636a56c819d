import type { Calibration, CommonName } from '../../journey/calibration.ts';
import { sourceOf } from './benchmarks.ts';
import { COMMON_BENCHMARKS } from './commonBenchmarks.ts';
import type { Rate } from './rates.ts';

/** A parameter that belongs to no channel, as this calibration has it. */
export function commonRate(name: CommonName, { common }: Calibration): Rate {
  const own = common?.[name];
  const benchmark = COMMON_BENCHMARKS[name];
  return own === undefined
    ? { ...benchmark, source: sourceOf(benchmark) }
    : { value: own, source: 'yours', reference: 'your settings' };
}
