import { useTranslation } from 'react-i18next';
import type { Pipeline, Spread } from '../../../analytics/dashboard/pipeline.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../journey/units.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { Headline } from '../../../ui/Headline.tsx';
import type { ShownRun } from '../shownRun.ts';
import styles from '../ReadResultsView.module.css';

interface PipelineCardsProps {
  readonly run: ShownRun;
  readonly pipeline: Pipeline;
  readonly influenced: Estimate | undefined;
  readonly deals: { readonly won: number; readonly influenced: number };
}

type Name = 'handed' | 'won' | 'value' | 'openValue' | 'speed' | 'cycle' | 'velocity' | 'influenced';

/** The figures by which a pipeline is judged. */
export function PipelineCards({ run, pipeline, influenced, deals }: PipelineCardsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = run.request.journey.settings;
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), currency);
  const time = (minutes: number) => {
    if (minutes >= 2 * MINUTES_PER_DAY)
      return t('pipeline.days', { days: format.number(minutes / MINUTES_PER_DAY, 1) });
    if (minutes >= 2 * MINUTES_PER_HOUR)
      return t('pipeline.hours', { hours: format.number(minutes / MINUTES_PER_HOUR, 1) });
    return t('pipeline.minutes', { minutes: format.number(minutes, 1) });
  };
  const { handed, speedToLead, cycle } = pipeline;
  const cards: readonly (readonly [Name, Estimate | undefined, (value: number) => string])[] = [
    ['handed', { value: handed, low: handed, high: handed }, count],
    ['won', pipeline.won, count],
    ['value', pipeline.value, money],
    ['openValue', pipeline.openValue, money],
    ['speed', speedToLead?.median, time],
    ['cycle', cycle?.mean, time],
    ['velocity', pipeline.velocity, money],
    ['influenced', influenced, format.rate],
  ];
  const spread = (name: Name): Spread | undefined =>
    name === 'speed' ? speedToLead : name === 'cycle' ? cycle : undefined;
  return (
    <div className={styles.cards}>
      {cards.map(([name, amount, print]) => {
        const more = spread(name);
        return (
          <div key={name} className={styles.card}>
            <Headline
              label={t(`pipeline.card.${name}`)}
              value={amount ? print(amount.value) : t('channels.noBase')}
              band={
                amount && print(amount.low) !== print(amount.high) ? formatBand(amount, print) : undefined
              }
              question={t(`pipeline.cardMeans.${name}`)}
              pending={run.pending}
            />
            {name === 'influenced' && deals.won > 0 && (
              <p className={styles.question}>
                {t('pipeline.influencedDeals', {
                  influenced: count(deals.influenced),
                  won: count(deals.won),
                  share: format.rate(deals.influenced / deals.won),
                })}
              </p>
            )}
            {more && (
              <p className={styles.question}>
                {name === 'speed'
                  ? t('pipeline.speedSpread', { mean: time(more.mean.value), most: time(more.most) })
                  : t('pipeline.spread', { median: time(more.median.value), most: time(more.most) })}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}
