import { MORE_IS_BETTER } from '../../../analytics/compare/chanceOfBest.ts';
import type { Difference } from '../../../analytics/comparePaired.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import { figure, launches, signedBand, type Figures } from '../numbers/figures.ts';

/** Chance that one launch comes out better, whichever way is better; one half where nothing differs. */
export function chanceBetter(metric: PairedMetric, { chanceHigher }: Difference): number {
  return MORE_IS_BETTER[metric] ? chanceHigher : 1 - chanceHigher;
}

interface Pair {
  readonly name: string;
  readonly base: string;
}

/** “B brings between $2 140 and $3 310 more profit than A, and beats it in 97 of 100 launches.” */
export function verdict(metric: PairedMetric, difference: Difference, pair: Pair, figures: Figures): string {
  const { t } = figures;
  const { by, same, certain } = difference;
  const of = t(`compareRuns.of.${metric}`);
  const does = t(`compareRuns.does.${metric}`);
  if (same) return t('compareRuns.verdict.same', { ...pair, of });
  const chance = launches(chanceBetter(metric, difference), figures);
  if (!certain)
    return t('compareRuns.verdict.unsure', {
      ...pair,
      does,
      of,
      chance,
      band: signedBand(metric, by, figures),
    });
  const [least, most] = by.low > 0 ? [by.low, by.high] : [-by.high, -by.low];
  return t(by.low > 0 ? 'compareRuns.verdict.more' : 'compareRuns.verdict.less', {
    ...pair,
    does,
    of,
    chance,
    low: figure(metric, least, figures),
    high: figure(metric, most, figures),
  });
}
