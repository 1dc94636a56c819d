import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bandOfLaunch } from '../../analytics/launchBand.ts';
import type { Estimate } from '../../analytics/intervals.ts';
import type { TargetReport } from '../../analytics/report.ts';
import { formatBand } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Headline } from '../../ui/Headline.tsx';
import { countedIn } from './money/withoutJourney.ts';
import { changeSince, type Change } from './changeSince.ts';
import type { ShownRun } from './shownRun.ts';
import styles from './ReadResultsView.module.css';

const METRICS = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;

interface HeadlinesProps {
  readonly run: ShownRun;
  /** What stands between the figures and the target. */
  readonly children?: ReactNode;
}

/** The figures that count, each with the interval and the question it answers, what changed since the last run, and the target. */
export function Headlines({ run, children }: HeadlinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { report, pending, before } = run;
  const { currency } = run.request.journey.settings;
  const count = (value: number) => format.number(value);
  const money = (value: number) => format.money(Math.round(value), currency);
  const band = (estimate: Estimate, print: (value: number) => string) =>
    estimate.low === estimate.high ? t('readResults.exactly') : formatBand(estimate, print);
  return (
    <div className={styles.block}>
      <h2 className={styles.rowTitle}>{t('readResults.reached.title')}</h2>
      <div className={styles.cards}>
        {METRICS.map((metric) => {
          const estimate = report.totals[metric];
          const print = metric === 'conversions' || metric === 'unsubscribed' ? count : money;
          return (
            <div key={metric} className={styles.card}>
              <Headline
                large
                label={t(`words.metric.${metric}`)}
                value={print(estimate.value)}
                band={band(estimate, print)}
                loss={metric === 'profit' && estimate.value < 0}
                pending={pending}
              />
              {metric === 'profit' && countedIn(run.request) === 'orders' && (
                <p className={styles.question}>{t('readResults.reached.profit')}</p>
              )}
              {before && <Since change={changeSince(before.report, report, metric)} print={print} />}
            </div>
          );
        })}
      </div>
      {children}
      {report.target && (
        <TargetFigure
          target={report.target}
          launch={bandOfLaunch(report.target, report)}
          print={report.target.metric === 'conversions' ? count : money}
          pending={pending}
        />
      )}
      <p className={styles.question}>{t('readResults.interval')}</p>
      {before && (
        <p className={styles.question}>
          {t('readResults.since.what', { when: format.instant(before.finishedAt) })}
        </p>
      )}
      <p className={styles.question}>{t('readResults.counted')}</p>
    </div>
  );
}

interface SinceProps {
  readonly change: Change | undefined;
  readonly print: (value: number) => string;
}

/** “38 more than before (12 to 64)”. */
function Since({ change, print }: SinceProps) {
  const { t } = useTranslation();
  if (!change) return null;
  const { by, turn } = change;
  const signed = (value: number) => (value > 0 ? `+${print(value)}` : print(value));
  if (turn === 'unclear')
    return (
      <p className={styles.question}>
        {t('readResults.since.unclear', {
          by: signed(by.value),
          low: signed(by.low),
          high: signed(by.high),
        })}
      </p>
    );
  const size = (value: number) => print(Math.abs(value));
  const [low, high] = turn === 'less' ? [size(by.high), size(by.low)] : [size(by.low), size(by.high)];
  return (
    <p className={styles.question}>{t(`readResults.since.${turn}`, { by: size(by.value), low, high })}</p>
  );
}

interface TargetFigureProps {
  readonly target: TargetReport;
  readonly launch: Estimate;
  readonly print: (value: number) => string;
  readonly pending: boolean;
}

/** “412 of 500”, what one launch comes to, and the chance: both are of one launch, not of the mean of many. */
function TargetFigure({ target, launch, print, pending }: TargetFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { expected, atLeast, chance } = target;
  const metric = t(`words.metric.${target.metric}`);
  return (
    <div className={styles.target}>
      <Headline
        large
        label={t('readResults.target.title')}
        value={t('readResults.target.of', { expected: print(expected.value), target: print(atLeast) })}
        band={t('readResults.target.launch', { metric, band: formatBand(launch, print) })}
        pending={pending}
      />
      <p className={styles.chance}>
        {t('readResults.target.chance', {
          chance: format.chance(chance),
          target: print(atLeast),
          metric: metric.toLowerCase(),
        })}
      </p>
    </div>
  );
}
