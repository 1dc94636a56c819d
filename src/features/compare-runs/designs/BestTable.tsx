import type { Standing, Standings } from '../../../analytics/compare/standings.ts';
import { PAIRED_METRICS, type PairedMetric } from '../../../analytics/report.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { band, figure, launches, type Figures } from '../numbers/figures.ts';
import type { RanDesign } from './runDesigns.ts';
import styles from '../compareRuns.module.css';

interface BestTableProps {
  readonly ran: readonly RanDesign[];
  readonly standings: Standings;
  readonly figures: Figures;
}

/** Who is best under each figure, whether that is certain, and how often each design would be. */
export function BestTable({ ran, standings, figures }: BestTableProps) {
  const { t } = figures;
  const nameAt = (place: number) => ran[place]?.name ?? '';
  const columns: readonly Column<Standing>[] = [
    {
      key: 'metric',
      header: t('compareRuns.pair.measure'),
      cell: ({ metric }) => t(`words.metric.${metric}`),
    },
    {
      key: 'leader',
      header: t('compareRuns.best.leader'),
      cell: ({ leader, tied }) => (
        <>
          <span className={tied.length === 0 ? styles.sure : undefined}>{nameAt(leader)}</span>
          <span className={styles.band}>
            {tied.length === 0
              ? t('compareRuns.best.told')
              : t('compareRuns.best.tied', { names: figures.format.list(tied.map(nameAt)) })}
          </span>
        </>
      ),
    },
    ...ran.map(({ ref, name }, place): Column<Standing> => ({
      key: ref,
      header: name,
      align: 'end',
      cell: ({ chances }) => launches(chances[place] ?? 0, figures),
    })),
  ];
  return (
    <DataTable
      caption={t('compareRuns.best.caption')}
      columns={columns}
      rows={PAIRED_METRICS.map((metric) => standings.byMetric[metric])}
      rowKey={({ metric }) => metric}
    />
  );
}

/** The figures of all designs. */
export function FiguresTable({ ran, figures }: Pick<BestTableProps, 'ran' | 'figures'>) {
  const { t } = figures;
  const columns: readonly Column<RanDesign>[] = [
    { key: 'name', header: t('compareRuns.best.design'), cell: ({ name }) => name },
    ...PAIRED_METRICS.map((metric: PairedMetric): Column<RanDesign> => ({
      key: metric,
      header: t(`words.metric.${metric}`),
      align: 'end',
      sortBy: ({ report }) => report.totals[metric].value,
      cell: ({ report: { totals } }) => (
        <>
          {figure(metric, totals[metric].value, figures)}
          <span className={styles.band}>{band(metric, totals[metric], figures)}</span>
        </>
      ),
    })),
  ];
  return (
    <DataTable
      caption={t('compareRuns.best.figures')}
      columns={columns}
      rows={ran}
      rowKey={({ ref }) => ref}
    />
  );
}
