import {
  bestOfSweep,
  retold,
  sweptPoints,
  type BestPoint,
  type SweptPoint,
} from '../../../analytics/compare/bestOfSweep.ts';
import { MORE_IS_BETTER } from '../../../analytics/compare/chanceOfBest.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import type { ScenarioChange } from '../scenarios/scenario.ts';
import { isNow, valuesAt, type SweepQuestion, type SweepResult } from './runSweep.ts';

/** What a sweep says about one figure. */
export interface SweepReading {
  readonly metric: PairedMetric;
  readonly points: readonly SweptPoint[];
  readonly best: BestPoint | undefined;
}

export function readSweep({ now, reports }: SweepResult, metric: PairedMetric): SweepReading {
  return { metric, points: sweptPoints(metric, now, reports), best: bestOfSweep(metric, reports) };
}

interface Band {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What was found of the best: `more`, `less` and `worse` are certain under luck that had no part in picking it. */
export type SweepFinding =
  | { readonly kind: 'noneRan' }
  | { readonly kind: 'now' }
  | { readonly kind: 'soFar' | 'untried'; readonly place: number; readonly by: number }
  | { readonly kind: 'more' | 'less' | 'worse' | 'unsure'; readonly place: number; readonly by: Band };

export function sweepFinding(
  { asked, final, retried }: SweepResult,
  { metric, points, best }: SweepReading,
): SweepFinding {
  if (!best) return { kind: 'noneRan' };
  const { place } = best;
  const point = points[place];
  if (!point || point.same || isNow(asked, place)) return { kind: 'now' };
  const again = retried?.place === place ? retold(metric, retried.pairs) : undefined;
  if (!again) return { kind: final && retried ? 'untried' : 'soFar', place, by: point.by.value };
  const { by } = again;
  if (by.low <= 0 && by.high >= 0) return { kind: 'unsure', place, by };
  const isMore = by.low > 0;
  const isBetter = isMore === MORE_IS_BETTER[metric];
  return { kind: isBetter ? (isMore ? 'more' : 'less') : 'worse', place, by };
}

/** The place of the point that is worth going by; undefined: there is none, or it is not tried enough yet. */
export function adoptable(finding: SweepFinding): number | undefined {
  switch (finding.kind) {
    case 'more':
    case 'less':
    case 'unsure':
    case 'untried':
      return finding.place;
    case 'soFar':
    case 'worse':
    case 'now':
    case 'noneRan':
      return undefined;
  }
}

/** The values at a place, as a scenario changes them. */
export function changesAt(asked: SweepQuestion, place: number): readonly ScenarioChange[] {
  return valuesAt(asked, place).flatMap((value, at) => {
    const of = asked.axes[at]?.of;
    return of && value !== of.value ? [{ parameter: of.id, value }] : [];
  });
}
