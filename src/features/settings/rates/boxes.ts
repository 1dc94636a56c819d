import type { Calibration } from '../../../journey/calibration.ts';
import { CHANNEL_BENCHMARKS, type Benchmark } from '../../../compile/response/benchmarks.ts';
import { reportedOpens } from '../../../compile/response/rates.ts';

export const BOXES = ['opened', 'clicked', 'converted'] as const satisfies readonly (keyof Calibration)[];
export type BoxName = (typeof BOXES)[number];

/** The benchmark that a box replaces, in the words of an email tool: opens as reported, machine opens included. */
export function benchmarkOf(name: BoxName): Benchmark {
  const benchmark = CHANNEL_BENCHMARKS.email[name];
  if (name !== 'opened') return benchmark;
  const { value, low, high } = benchmark;
  // The publishers alone: what follows them says that these are true opens, which the box's are not.
  const [reference = ''] = benchmark.reference.split(':');
  return {
    value: reportedOpens(value),
    ...(low === undefined ? {} : { low: reportedOpens(low) }),
    ...(high === undefined ? {} : { high: reportedOpens(high) }),
    reference,
  };
}
