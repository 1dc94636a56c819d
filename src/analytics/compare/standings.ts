import { comparePaired, type Differences } from '../comparePaired.ts';
import { pooledDifference } from '../rankCandidatesPooled.ts';
import { PAIRED_METRICS, type PairedMetric, type Report } from '../report.ts';
import { chanceOfBest, MORE_IS_BETTER } from './chanceOfBest.ts';

/** How designs stand under one measure, by their places. */
export interface Standing {
  readonly metric: PairedMetric;
  /** Whose figure is best. */
  readonly leader: number;
  /** Designs that cannot be told from the leader; the bound holds for all of them together. */
  readonly tied: readonly number[];
  /** Of each, the chance that one launch of it comes out best of all. */
  readonly chances: readonly number[];
}

export interface Standings {
  /** Of each design less the baseline; undefined at the baseline’s own place. */
  readonly differences: readonly (Differences | undefined)[];
  readonly byMetric: Readonly<Record<PairedMetric, Standing>>;
}

/** How designs of the same contacts with the same luck came out, beside the one they are compared with and all together. */
export function standings(reports: readonly Report[], baseline: number): Standings {
  const base = reports[baseline];
  if (!base) throw new RangeError(`invalid baseline: ${baseline} of ${reports.length}`);
  const made = PAIRED_METRICS.map((metric) => [metric, standingOf(metric, reports)] as const);
  return {
    differences: reports.map((report, place) =>
      place === baseline ? undefined : comparePaired(base, report),
    ),
    byMetric: Object.fromEntries(made) as Record<PairedMetric, Standing>,
  };
}

function standingOf(metric: PairedMetric, reports: readonly Report[]): Standing {
  const leader = bestPlace(
    metric,
    reports.map(({ totals }) => totals[metric].value),
  );
  const best = reports[leader];
  const tied = reports.flatMap((report, place) =>
    best && place !== leader && isTied(metric, best, report, reports.length - 1) ? [place] : [],
  );
  return { metric, leader, tied, chances: chanceOfBest(metric, reports) };
}

/** The first of the best values. */
export function bestPlace(metric: PairedMetric, values: readonly number[]): number {
  const best = MORE_IS_BETTER[metric] ? Math.max(...values) : Math.min(...values);
  return values.indexOf(best);
}

/** Whether the two may be equal, when `looked` such pairs are looked at. */
function isTied(metric: PairedMetric, before: Report, after: Report, looked: number): boolean {
  const { low, high } = pooledDifference(metric, [{ before, after }], looked).by;
  return low <= 0 && high >= 0;
}
