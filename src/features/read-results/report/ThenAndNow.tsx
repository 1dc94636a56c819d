import { useTranslation } from 'react-i18next';
import { comparePaired } from '../../../analytics/comparePaired.ts';
import { differenceOf, type Estimate } from '../../../analytics/intervals.ts';
import { PAIRED_METRICS } from '../../../analytics/report.ts';
import { formatBand, formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { PastRun } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { figureWords } from '../figureWords.ts';
import type { ShownRun } from '../shownRun.ts';
import { intervalColumns } from '../../../ui/fileColumn.ts';
import styles from './report.module.css';

interface ThenAndNowProps {
  readonly then: PastRun;
  readonly run: ShownRun;
  readonly onClose: () => void;
}

/** A run before beside the one shown, pair by pair where both are of the same contacts with the same luck. */
export function ThenAndNow({ then, run, onClose }: ThenAndNowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = run.request.journey.settings;
  const isSameAudience = sameJson(then.request.audience, run.request.audience);
  const paired = isSameAudience ? comparePaired(then.report, run.report) : undefined;
  const sizes = [then.report, run.report].map(({ scaledTo, contacts }) => scaledTo ?? contacts);
  const rows = PAIRED_METRICS.map((metric) => {
    const [before, now] = [then.report.totals[metric], run.report.totals[metric]];
    const by = paired ? paired[metric].by : differenceOf(now, before);
    return { metric, before, now, by, ...figureWords(metric, currency, format) };
  });
  type Row = (typeof rows)[number];
  const intervals = (column: 'then' | 'now' | 'by', of: (row: Row) => Estimate) => {
    const figure = t(`report.compare.${column}`);
    const ends = [t('readResults.low', { figure }), t('readResults.high', { figure })] as const;
    return intervalColumns(figure, ends, of);
  };
  return (
    <div className={styles.comparison}>
      <DataTable
        fileName="then-and-now"
        caption={t('report.compare.title', { then: format.instant(then.finishedAt) })}
        rows={rows}
        rowKey={({ metric }) => metric}
        columns={[
          {
            key: 'figure',
            header: t('report.compare.figure'),
            cell: ({ metric }) => t(`words.metric.${metric}`),
            file: [
              {
                header: t('report.compare.figure'),
                of: ({ metric, isMoney }) =>
                  isMoney
                    ? t('readResults.file.money', { figure: t(`words.metric.${metric}`), currency })
                    : t(`words.metric.${metric}`),
              },
            ],
          },
          {
            key: 'then',
            header: t('report.compare.then'),
            align: 'end',
            cell: ({ before, print }) => formatInterval(before, print),
            file: intervals('then', ({ before }) => before),
          },
          {
            key: 'now',
            header: t('report.compare.now'),
            align: 'end',
            cell: ({ now, print }) => formatInterval(now, print),
            file: intervals('now', ({ now }) => now),
          },
          {
            key: 'by',
            header: t('report.compare.by'),
            align: 'end',
            cell: ({ by, signed }) => signed(by.value),
            file: intervals('by', ({ by }) => by),
          },
          {
            key: 'interval',
            header: t('report.compare.interval'),
            align: 'end',
            cell: ({ by, signed }) => formatBand(by, signed),
            file: [],
          },
        ]}
      />
      <p className={styles.soft}>
        {t(paired ? 'report.compare.paired' : 'report.compare.apart')}{' '}
        {sizes[0] !== sizes[1] &&
          t('report.compare.scaled', {
            then: format.number(sizes[0] ?? 0),
            now: format.number(sizes[1] ?? 0),
          })}
      </p>
      <div>
        <Button small onClick={onClose}>
          {t('report.runs.close')}
        </Button>
      </div>
    </div>
  );
}
