import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { signed, signedBand, type Figures } from '../numbers/figures.ts';
import { parameterName } from '../numbers/parameterWords.ts';
import { isNow, type SweepResult } from './runSweep.ts';
import { placeWords, type SweepReading } from './sweepWords.ts';
import styles from '../compareRuns.module.css';

interface SweepTableProps {
  readonly result: SweepResult;
  readonly reading: SweepReading;
  readonly figures: Figures;
}

/** Every point beside what it is now. */
export function SweepTable({ result, reading, figures }: SweepTableProps) {
  const { t } = figures;
  const { asked } = result;
  const { metric, points, best } = reading;
  const columns: readonly Column<number>[] = [
    {
      key: 'value',
      header: asked.axes.map(({ of }) => parameterName(of, asked.design, figures)).join(', '),
      cell: (place) => placeWords(asked, place, figures),
    },
    {
      key: 'by',
      header: t('compareRuns.sweep.difference', { figure: t(`words.metric.${metric}`) }),
      align: 'end',
      cell: (place) => {
        const point = points[place];
        if (!point) return t('compareRuns.sweep.cannotRun');
        return point.same ? t('compareRuns.pair.none') : signed(metric, point.by.value, figures);
      },
    },
    {
      key: 'band',
      header: t('compareRuns.sweep.interval'),
      align: 'end',
      cell: (place) => {
        const point = points[place];
        return point && !point.same ? signedBand(metric, point.by, figures) : '';
      },
    },
    {
      key: 'mark',
      header: t('compareRuns.sweep.mark'),
      cell: (place) => (
        <span className={styles.sure}>
          {[
            ...(isNow(asked, place) ? [t('compareRuns.sweep.now')] : []),
            ...(best?.place === place ? [t('compareRuns.sweep.best')] : []),
          ].join(', ')}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('compareRuns.sweep.caption', { figure: t(`words.metric.${metric}`) })}
      columns={columns}
      rows={points.map((_, place) => place)}
      rowKey={String}
    />
  );
}
