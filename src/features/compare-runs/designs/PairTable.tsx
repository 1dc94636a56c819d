import type { Differences } from '../../../analytics/comparePaired.ts';
import { PAIRED_METRICS, type PairedMetric } from '../../../analytics/report.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { figure, launches, signed, signedBand, type Figures } from '../numbers/figures.ts';
import type { RanDesign } from './runDesigns.ts';
import { chanceBetter } from './verdict.ts';
import styles from '../compareRuns.module.css';

interface PairTableProps {
  readonly base: RanDesign;
  readonly other: RanDesign;
  readonly differences: Differences;
  readonly figures: Figures;
}

/** Figure by figure: both designs, what one does to the other, and how often it is better. */
export function PairTable({ base, other, differences, figures }: PairTableProps) {
  const { t } = figures;
  const columns: readonly Column<PairedMetric>[] = [
    { key: 'metric', header: t('compareRuns.pair.measure'), cell: (metric) => t(`words.metric.${metric}`) },
    {
      key: 'by',
      header: t('compareRuns.pair.difference'),
      align: 'end',
      cell: (metric) => <DifferenceCell metric={metric} differences={differences} figures={figures} />,
    },
    {
      key: 'chance',
      header: t('compareRuns.pair.better'),
      align: 'end',
      cell: (metric) =>
        differences[metric].same
          ? t('compareRuns.pair.same')
          : launches(chanceBetter(metric, differences[metric]), figures),
    },
    {
      key: 'base',
      header: base.name,
      align: 'end',
      cell: (metric) => figure(metric, base.report.totals[metric].value, figures),
    },
    {
      key: 'other',
      header: other.name,
      align: 'end',
      cell: (metric) => figure(metric, other.report.totals[metric].value, figures),
    },
  ];
  return (
    <DataTable
      caption={t('compareRuns.pair.caption', { name: other.name, base: base.name })}
      hideCaption
      columns={columns}
      rows={PAIRED_METRICS}
      rowKey={(metric) => metric}
    />
  );
}

interface DifferenceCellProps {
  readonly metric: PairedMetric;
  readonly differences: Differences;
  readonly figures: Figures;
}

/** The difference above its interval. */
export function DifferenceCell({ metric, differences, figures }: DifferenceCellProps) {
  const { by, same, certain } = differences[metric];
  if (same) return <span className={styles.soft}>{figures.t('compareRuns.pair.none')}</span>;
  return (
    <>
      <span className={certain ? styles.sure : undefined}>{signed(metric, by.value, figures)}</span>
      <span className={styles.band}>{signedBand(metric, by, figures)}</span>
    </>
  );
}
