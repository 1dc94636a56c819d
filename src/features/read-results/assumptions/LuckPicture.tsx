import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { luckAndKnowledge, type LuckAndKnowledge } from '../../../analytics/luckAndKnowledge.ts';
import type { PairedMetric } from '../../../analytics/report.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { varied } from '../../../compile/response/varyAssumptions.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { bandColumns } from '../bandColumns.ts';
import { figureWords } from '../figureWords.ts';
import { DRAWS, useLuckAndKnowledge } from './useLuckAndKnowledge.ts';
import type { RunSwings } from './useRunSwings.ts';
import styles from './assumptions.module.css';

interface LuckPictureProps {
  readonly metric: PairedMetric;
  readonly request: SimulationRequest;
  readonly assumptions: readonly Assumption[];
  readonly tried: RunSwings;
}

/** How much of a figure’s doubt is luck, and how much is not knowing the assumptions: two bands in one picture. */
export function LuckPicture({ metric, request, assumptions, tried }: LuckPictureProps) {
  const { t } = useTranslation();
  const some = useMemo(() => varied(assumptions), [assumptions]);
  const { base, working } = tried;
  const drawn = useLuckAndKnowledge(request, some, !working && base !== undefined);
  const isDone = drawn.known >= DRAWS;
  const told =
    base &&
    luckAndKnowledge(base.totals[metric], isDone ? drawn.reports.map(({ totals }) => totals[metric]) : []);
  const waiting =
    drawn.known === 0
      ? t('assumptions.luck.waiting')
      : t('assumptions.luck.working', { known: drawn.known, all: DRAWS });
  if (some.length === 0)
    return (
      <section className={styles.card}>
        <p>{t('assumptions.luck.nothing')}</p>
      </section>
    );
  return (
    <section className={told && isDone ? styles.picture : styles.card} aria-busy={!isDone}>
      {drawn.error !== undefined ? (
        <p role="alert" className={styles.bad}>
          {t('assumptions.failed', { words: drawn.error })}
        </p>
      ) : told && isDone ? (
        <>
          <Bands
            told={told}
            metric={metric}
            currency={request.journey.settings.currency}
            varied={some.length}
          />
          <p>
            {t('assumptions.luck.sentence')}{' '}
            {assumptions.length > some.length &&
              t('assumptions.luck.unvaried', { count: assumptions.length - some.length })}
          </p>
        </>
      ) : (
        <div className={styles.coming} role="status">
          <p>{waiting}</p>
          <ProgressBar label={waiting} share={drawn.known / DRAWS} />
        </div>
      )}
    </section>
  );
}

interface BandsProps {
  readonly told: LuckAndKnowledge;
  readonly metric: PairedMetric;
  readonly currency: string;
  readonly varied: number;
}

function Bands({ told, metric, currency, varied: some }: BandsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { print } = figureWords(metric, currency, format);
  const rows = [
    { key: 'luck', label: t('assumptions.luck.sampling'), people: told.luck, note: 'samplingNote' },
    { key: 'both', label: t('assumptions.luck.both'), people: told.both, note: 'bothNote' },
  ] as const;
  const title = titleOf(told, t(`words.metric.${metric}`).toLowerCase(), t, (times) =>
    format.number(times, times < 10 ? 1 : 0),
  );
  return (
    <ChartFrame
      title={title}
      note={t('assumptions.luck.note', { count: DRAWS, varied: some })}
      fileName="luck-and-not-knowing"
      table={{
        caption: t('assumptions.luck.caption'),
        columns: [
          { key: 'source', header: t('assumptions.luck.source') },
          ...bandColumns(
            {
              value: t('assumptions.luck.value'),
              low: t('assumptions.luck.low'),
              high: t('assumptions.luck.high'),
            },
            print,
          ),
        ],
        rows: rows.map(({ label, people }) => ({ source: label, ...people })),
      }}
    >
      <Bars
        label={title}
        bars={rows.map(({ key, label, people, note }, series) => ({
          key,
          label,
          amount: people,
          value: print(people.value),
          note: t(`assumptions.luck.${note}`, { band: formatBand(people, print) }),
          series,
        }))}
      />
    </ChartFrame>
  );
}

function titleOf(
  { times }: LuckAndKnowledge,
  metric: string,
  t: Translate,
  print: (times: number) => string,
): string {
  if (times === Infinity) return t('assumptions.luck.only', { metric });
  return times < 1.15
    ? t('assumptions.luck.little', { metric })
    : t('assumptions.luck.title', { metric, times: print(times) });
}
