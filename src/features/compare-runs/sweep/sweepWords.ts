import {
  bestOfSweep,
  retold,
  sweptPoints,
  type BestPoint,
  type SweptPoint,
} from '../../../analytics/compare/bestOfSweep.ts';
import { MORE_IS_BETTER } from '../../../analytics/compare/chanceOfBest.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import { figure, signed, signedBand, type Figures } from '../numbers/figures.ts';
import { printValue } from '../numbers/parameterWords.ts';
import { FRESH_SEEDS, isNow, valuesAt, type SweepQuestion, type SweepResult } from './runSweep.ts';

/** What a sweep says about one figure. */
export interface SweepReading {
  readonly metric: PairedMetric;
  readonly points: readonly SweptPoint[];
  readonly best: BestPoint | undefined;
}

export function readSweep({ now, reports }: SweepResult, metric: PairedMetric): SweepReading {
  return { metric, points: sweptPoints(metric, now, reports), best: bestOfSweep(metric, reports) };
}

/** The values at a place: “3 days”, or “3 days, 20 %”. */
export function placeWords(asked: SweepQuestion, place: number, figures: Figures): string {
  return valuesAt(asked, place)
    .map((value, at) => {
      const of = asked.axes[at]?.of;
      return of ? printValue(of, value, figures) : '';
    })
    .join(', ');
}

function nowWords({ axes }: SweepQuestion, figures: Figures): string {
  return axes.map(({ of }) => printValue(of, of.value, figures)).join(', ');
}

/** What was found, in a sentence: what the best brings under luck that had no part in picking it. */
export function sweepVerdict(
  result: SweepResult,
  { metric, points, best }: SweepReading,
  figures: Figures,
): string {
  const { t } = figures;
  const { asked, final, retried } = result;
  if (!best) return t('compareRuns.sweep.verdict.noneRan');
  const point = points[best.place];
  const now = nowWords(asked, figures);
  if (!point || point.same || isNow(asked, best.place)) return t('compareRuns.sweep.verdict.now', { now });
  const words = {
    value: placeWords(asked, best.place, figures),
    now,
    of: t(`compareRuns.of.${metric}`),
    does: t(`compareRuns.does.${metric}`),
  };
  const again = retried?.place === best.place ? retold(metric, retried.pairs) : undefined;
  if (!again) {
    const by = signed(metric, point.by.value, figures);
    return t(final && retried ? 'compareRuns.sweep.verdict.untried' : 'compareRuns.sweep.verdict.soFar', {
      ...words,
      by,
    });
  }
  const { by } = again;
  const launches = FRESH_SEEDS.length;
  if (by.low <= 0 && by.high >= 0)
    return t('compareRuns.sweep.verdict.unsure', {
      ...words,
      launches,
      band: signedBand(metric, by, figures),
    });
  const isMore = by.low > 0;
  const [low, high] = isMore ? [by.low, by.high] : [-by.high, -by.low];
  const kind = isMore === MORE_IS_BETTER[metric] ? (isMore ? 'more' : 'less') : 'worse';
  return t(`compareRuns.sweep.verdict.${kind}`, {
    ...words,
    launches,
    low: figure(metric, low, figures),
    high: figure(metric, high, figures),
  });
}

/** Why not to go by the sweep’s own figure, and what cannot be told from the best. */
export function sweepDoubts(
  result: SweepResult,
  { metric, points, best }: SweepReading,
  figures: Figures,
): string {
  const { t } = figures;
  const point = best && points[best.place];
  if (!point || point.same || isNow(result.asked, best.place)) return '';
  const optimism = t('compareRuns.sweep.optimism', {
    count: points.length,
    by: signed(metric, point.by.value, figures),
  });
  const alike = best.alike.filter((place) => place !== best.place);
  const [first] = alike;
  const last = alike.at(-1);
  if (first === undefined || last === undefined) return optimism;
  const tied =
    result.asked.axes.length === 1 && alike.length > 1
      ? t('compareRuns.sweep.alikeBetween', {
          count: alike.length,
          from: placeWords(result.asked, first, figures),
          to: placeWords(result.asked, last, figures),
        })
      : t('compareRuns.sweep.alike', { count: alike.length });
  return `${optimism} ${tied}`;
}
