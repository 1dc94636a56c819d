import { comparePaired, type Differences } from '../../../analytics/comparePaired.ts';
import { PAIRED_METRICS, type PairedMetric, type Report } from '../../../analytics/report.ts';
import { useApproximation } from '../../../i18n/useApproximation.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import { DifferenceCell } from '../designs/PairTable.tsx';
import { chanceBetter } from '../designs/verdict.ts';
import { figure, launches, type Figures } from '../numbers/figures.ts';
import type { ScenarioResult } from './runScenarios.ts';
import styles from '../compareRuns.module.css';

type Row =
  | { readonly kind: 'now'; readonly id: string; readonly name: string; readonly report: Report }
  | { readonly kind: 'run'; readonly id: string; readonly name: string; readonly differences: Differences }
  | { readonly kind: 'blocked'; readonly id: string; readonly name: string; readonly problem: string };

interface ScenarioTableProps {
  readonly result: ScenarioResult;
  readonly figures: Figures;
}

/** The journey as it is, and what each scenario does to its figures. */
export function ScenarioTable({ result, figures }: ScenarioTableProps) {
  const { t, format } = figures;
  const { now, asked } = result;
  const approximation = useApproximation(now.kind === 'run' ? now.report.approximate : undefined);
  if (now.kind === 'blocked')
    return (
      <p role="status" className={styles.bad}>
        {t('compareRuns.work.blocked', { problem: now.problem })}
      </p>
    );
  const { report } = now;
  const shown = format.number(report.scaledTo ?? report.contacts);
  const simulated = format.number(report.contacts);
  return (
    <section className={styles.block}>
      <DataTable
        caption={t('compareRuns.scenarios.caption', { contacts: format.number(asked.contacts) })}
        columns={columnsFor(figures)}
        rows={[
          { kind: 'now', id: '', name: t('compareRuns.designs.now'), report },
          ...rowsOf(result, report),
        ]}
        rowKey={({ id }) => id}
      />
      <p className={styles.soft}>
        {t('compareRuns.designs.about', { contacts: simulated, shown })}
        {approximation && ` ${approximation}`}
      </p>
    </section>
  );
}

function rowsOf({ asked, outcomes }: ScenarioResult, now: Report): readonly Row[] {
  return asked.scenarios.flatMap(({ id, name }, at): readonly Row[] => {
    const outcome = outcomes[at];
    if (!outcome) return [];
    if (outcome.kind === 'blocked') return [{ kind: 'blocked', id, name, problem: outcome.problem }];
    const differences = comparePaired(now, outcome.report);
    return differences ? [{ kind: 'run', id, name, differences }] : [];
  });
}

function columnsFor(figures: Figures): readonly Column<Row>[] {
  const { t } = figures;
  return [
    {
      key: 'name',
      header: t('compareRuns.scenarios.one'),
      cell: (row) => (
        <>
          {row.name}
          {row.kind === 'blocked' && (
            <span className={styles.band}>
              {t('compareRuns.scenarios.blocked', { problem: row.problem })}
            </span>
          )}
        </>
      ),
    },
    ...PAIRED_METRICS.map((metric): Column<Row> => ({
      key: metric,
      header: t(`words.metric.${metric}`),
      align: 'end',
      cell: (row) => <ScenarioCell row={row} metric={metric} figures={figures} />,
    })),
    {
      key: 'chance',
      header: t('compareRuns.scenarios.better'),
      align: 'end',
      cell: (row) => {
        if (row.kind !== 'run') return '';
        const { profit } = row.differences;
        return profit.same ? t('compareRuns.pair.same') : launches(chanceBetter('profit', profit), figures);
      },
    },
  ];
}

interface ScenarioCellProps {
  readonly row: Row;
  readonly metric: PairedMetric;
  readonly figures: Figures;
}

function ScenarioCell({ row, metric, figures }: ScenarioCellProps) {
  switch (row.kind) {
    case 'now':
      return figure(metric, row.report.totals[metric].value, figures);
    case 'run':
      return <DifferenceCell metric={metric} differences={row.differences} figures={figures} />;
    case 'blocked':
      return '';
  }
}
