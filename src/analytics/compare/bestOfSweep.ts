import { pooledDifference, type Pair, type PooledDifference } from '../rankCandidatesPooled.ts';
import { comparePaired, type Difference } from '../comparePaired.ts';
import type { PairedMetric, Report } from '../report.ts';
import { MORE_IS_BETTER } from './chanceOfBest.ts';
import { bestPlace } from './standings.ts';

/** One point of a sweep beside the journey as it is; undefined: such a journey cannot run. */
export type SweptPoint = Difference | undefined;

/** What each point does to the figure, beside the journey as it is. */
export function sweptPoints(
  metric: PairedMetric,
  now: Report,
  reports: readonly (Report | undefined)[],
): readonly SweptPoint[] {
  return reports.map((report) => report && comparePaired(now, report)?.[metric]);
}

export interface BestPoint {
  readonly place: number;
  /** Places, the best one’s among them, that cannot be told from the best: the interval holds for all points together. */
  readonly alike: readonly number[];
}

/**
 * The point whose figure is best, by its place. Whoever is picked as the best of many has had luck too: what it brings is to be told from a
 * run with luck that had no part in picking it. Undefined when none could run.
 */
export function bestOfSweep(
  metric: PairedMetric,
  reports: readonly (Report | undefined)[],
): BestPoint | undefined {
  const worst = MORE_IS_BETTER[metric] ? -Infinity : Infinity;
  const values = reports.map((report) => report?.totals[metric].value ?? worst);
  const place = bestPlace(metric, values);
  const best = reports[place];
  if (!best) return undefined;
  const looked = reports.filter((report) => report !== undefined).length - 1;
  const alike = reports.flatMap((report, at) => {
    if (!report) return [];
    if (at === place) return [at];
    const { low, high } = pooledDifference(metric, [{ before: report, after: best }], looked).by;
    return low <= 0 && high >= 0 ? [at] : [];
  });
  return { place, alike };
}

/** What the picked point brings under luck that had no part in picking it: one pair for each fresh seed. */
export function retold(metric: PairedMetric, pairs: readonly Pair[]): PooledDifference | undefined {
  return pairs.length === 0 ? undefined : pooledDifference(metric, pairs);
}
