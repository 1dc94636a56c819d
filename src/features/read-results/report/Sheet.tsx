import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../analytics/intervals.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useRests } from '../aboutRun.ts';
import { countedIn } from '../money/withoutJourney.ts';
import { needsWords } from '../Needs.tsx';
import type { ShownRun } from '../shownRun.ts';
import { useFunnelBars } from '../useFunnelBars.ts';
import { useLacking } from '../useLacking.ts';
import { SheetAssumptions } from './SheetAssumptions.tsx';
import { SheetCaused, type CausedState } from './SheetCaused.tsx';
import { SheetChannels } from './SheetChannels.tsx';
import { SheetTimeline } from './SheetTimeline.tsx';
import styles from './report.module.css';

interface SheetProps {
  readonly ref: Ref<HTMLElement>;
  readonly run: ShownRun;
  readonly paper: 'a4' | 'letter';
  readonly caused: CausedState;
}

const HEADLINES = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;

/** A page that says it all: figures with intervals, funnel, days, channels, and what it rests on. Always light, as paper is. */
export function Sheet({ ref, run, paper, caused }: SheetProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const rests = useRests(run);
  const bars = useFunnelBars(run.report);
  const lacking = useLacking(run);
  const { report, request } = run;
  const { journey } = request;
  const { currency } = journey.settings;
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), currency);
  const printOf = (metric: string) => (metric === 'conversions' || metric === 'unsubscribed' ? count : money);
  const { target } = report;
  return (
    <article ref={ref} className={styles.sheet} data-sheet="" data-paper={paper}>
      <header className={styles.masthead}>
        <h1>{t('report.sheet.title', { journey: journey.name })}</h1>
        <p>
          {rests}
          {run.finishedAt !== undefined &&
            ` ${t('report.sheet.dated', { when: format.instant(run.finishedAt) })}.`}
        </p>
        {journey.brief !== undefined && journey.brief !== '' && <p>{journey.brief}</p>}
      </header>
      <h2 className={styles.row}>{t('readResults.reached.title')}</h2>
      <dl className={styles.figures}>
        {HEADLINES.map((metric) => (
          <Figure
            key={metric}
            label={t(`words.metric.${metric}`)}
            estimate={report.totals[metric]}
            print={printOf(metric)}
          />
        ))}
      </dl>
      {countedIn(request) === 'orders' && <p className={styles.soft}>{t('report.sheet.anyway')}</p>}
      <SheetCaused run={run} caused={caused} />
      {target && (
        <p className={styles.target}>
          {t('report.sheet.chance', {
            chance: format.chance(target.chance),
            target: printOf(target.metric)(target.atLeast),
            metric: t(`words.metric.${target.metric}`).toLowerCase(),
          })}
        </p>
      )}
      <div className={styles.pictures}>
        <section>
          <h2>{t('report.sheet.funnel')}</h2>
          <Bars label={t('report.sheet.funnel')} bars={bars.map(({ note: _, ...bar }) => bar)} />
        </section>
        <section>
          <h2>{t('report.sheet.timeline')}</h2>
          {run.detail ? (
            <SheetTimeline detail={run.detail} />
          ) : (
            <p className={styles.soft}>{lacking ? needsWords(lacking, t) : t('report.sheet.noDays')}</p>
          )}
        </section>
      </div>
      <SheetChannels run={run} />
      <SheetAssumptions request={request} />
      <footer className={styles.foot}>
        <p>{t('report.sheet.intervals')}</p>
        <p>{t('report.sheet.made')}</p>
      </footer>
    </article>
  );
}

interface FigureProps {
  readonly label: string;
  readonly estimate: Estimate;
  readonly print: (value: number) => string;
}

function Figure({ label, estimate, print }: FigureProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{print(estimate.value)}</strong>
        <span>{estimate.low === estimate.high ? t('readResults.exactly') : formatBand(estimate, print)}</span>
      </dd>
    </div>
  );
}
