import { figure, signed, signedBand, type Figures } from '../numbers/figures.ts';
import { printValue } from '../numbers/parameterWords.ts';
import { FRESH_SEEDS, isNow, valuesAt, type SweepQuestion, type SweepResult } from './runSweep.ts';
import { sweepFinding, type SweepReading } from './sweepFinding.ts';

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
export function sweepVerdict(result: SweepResult, reading: SweepReading, figures: Figures): string {
  const { t } = figures;
  const { metric } = reading;
  const { asked } = result;
  const now = nowWords(asked, figures);
  const found = sweepFinding(result, reading);
  if (found.kind === 'noneRan' || found.kind === 'now')
    return t(`compareRuns.sweep.verdict.${found.kind}`, { now });
  const words = {
    value: placeWords(asked, found.place, figures),
    now,
    of: t(`compareRuns.of.${metric}`),
    does: t(`compareRuns.does.${metric}`),
    launches: FRESH_SEEDS.length,
  };
  switch (found.kind) {
    case 'soFar':
    case 'untried':
      return t(`compareRuns.sweep.verdict.${found.kind}`, {
        ...words,
        by: signed(metric, found.by, figures),
      });
    case 'unsure':
      return t('compareRuns.sweep.verdict.unsure', {
        ...words,
        band: signedBand(metric, found.by, figures),
      });
    case 'more':
    case 'less':
    case 'worse': {
      const { by } = found;
      const [low, high] = by.low > 0 ? [by.low, by.high] : [-by.high, -by.low];
      return t(`compareRuns.sweep.verdict.${found.kind}`, {
        ...words,
        low: figure(metric, low, figures),
        high: figure(metric, high, figures),
      });
    }
  }
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
