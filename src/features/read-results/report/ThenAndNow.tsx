import { useTranslation } from 'react-i18next';
import { comparePaired } from '../../../analytics/comparePaired.ts';
import { differenceOf } from '../../../analytics/intervals.ts';
import { PAIRED_METRICS } from '../../../analytics/report.ts';
import { formatBand, formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { sameJson } from '../../../journey/sameJson.ts';
import type { PastRun } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { DataTable } from '../../../ui/DataTable.tsx';
import { figureWords } from '../figureWords.ts';
import type { ShownRun } from '../shownRun.ts';
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
  return (
    <div className={styles.comparison}>
      <DataTable
        caption={t('report.compare.title', { then: format.instant(then.finishedAt) })}
        rows={rows}
        rowKey={({ metric }) => metric}
        columns={[
          {
            key: 'figure',
            header: t('report.compare.figure'),
            cell: ({ metric }) => t(`words.metric.${metric}`),
          },
          {
            key: 'then',
            header: t('report.compare.then'),
            align: 'end',
            cell: ({ before, print }) => formatInterval(before, print),
          },
          {
            key: 'now',
            header: t('report.compare.now'),
            align: 'end',
            cell: ({ now, print }) => formatInterval(now, print),
          },
          {
            key: 'by',
            header: t('report.compare.by'),
            align: 'end',
            cell: ({ by, signed }) => signed(by.value),
          },
          {
            key: 'interval',
            header: t('report.compare.interval'),
            align: 'end',
            cell: ({ by, signed }) => formatBand(by, signed),
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
