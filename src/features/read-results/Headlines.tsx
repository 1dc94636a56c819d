import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../analytics/intervals.ts';
import type { Report, TargetReport } from '../../analytics/report.ts';
import { formatBand } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/useFormat.ts';
import { Headline } from '../../ui/Headline.tsx';
import styles from './ReadResultsView.module.css';

const METRICS = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;

interface HeadlinesProps {
  readonly report: Report;
  readonly currency: string;
  readonly pending: boolean;
}

/** The figures that count, each with the interval and the question it answers, and the target. */
export function Headlines({ report, currency, pending }: HeadlinesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: number) => format.number(value);
  const money = (value: number) => format.money(Math.round(value), currency);
  const band = (estimate: Estimate, print: (value: number) => string) =>
    estimate.low === estimate.high ? t('readResults.exactly') : formatBand(estimate, print);
  return (
    <div className={styles.block}>
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
            </div>
          );
        })}
        {report.target && (
          <div className={styles.card}>
            <TargetFigure target={report.target} print={report.target.metric === 'conversions' ? count : money} pending={pending} />
          </div>
        )}
      </div>
      <p className={styles.question}>{t('readResults.interval')}</p>
    </div>
  );
}

interface TargetFigureProps {
  readonly target: TargetReport;
  readonly print: (value: number) => string;
  readonly pending: boolean;
}

/** “412 of 500, 8 %” */
function TargetFigure({ target, print, pending }: TargetFigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { expected, atLeast, chance, metric } = target;
  return (
    <Headline
      large
      label={t('readResults.target.label', { target: print(atLeast), metric: t(`words.metric.${metric}`).toLowerCase() })}
      value={format.rate(chance)}
      band={t('readResults.target.expected', { expected: print(expected.value), band: formatBand(expected, print) })}
      question={t('readResults.target.note')}
      pending={pending}
    />
  );
}
