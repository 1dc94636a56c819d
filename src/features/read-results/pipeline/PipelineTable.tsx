import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bySource, byStep, pipelineOf, type Pipeline } from '../../../analytics/dashboard/pipeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import type { StepId } from '../../../journey/journey.ts';
import { DataTable, type Column } from '../../../ui/DataTable.tsx';
import type { ShownRun } from '../shownRun.ts';
import styles from '../ReadResultsView.module.css';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly pipeline: Pipeline;
}

/** Opportunities by where they come from and by hand-off. */
export function PipelineTable({ run, detail }: { readonly run: ShownRun; readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const { journey } = run.request;
  const sources = useMemo(
    () =>
      [...bySource(detail)].map(([source, places]): Row => {
        const channel = CHANNELS.find((known) => known === source);
        return {
          key: source ?? '',
          name: channel ? t(`words.channel.${channel}`) : t('pipeline.noTouch'),
          pipeline: pipelineOf(detail, places),
        };
      }),
    [detail, t],
  );
  const steps = useMemo(
    () =>
      [...byStep(detail)].map(([id, places]): Row => ({
        key: id,
        name: journey.steps[id as StepId]?.name ?? id,
        pipeline: pipelineOf(detail, places),
      })),
    [detail, journey],
  );
  return (
    <>
      <Table caption={t('pipeline.bySource')} first={t('pipeline.source')} rows={sources} run={run} />
      {steps.length > 1 && (
        <Table caption={t('pipeline.byStep')} first={t('channels.handoff.step')} rows={steps} run={run} />
      )}
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly run: ShownRun;
}

function Table({ caption, first, rows, run }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: number) => format.number(Math.round(value));
  const money = (value: number) => format.money(Math.round(value), run.request.journey.settings.currency);
  const figure = (
    key: string,
    header: string,
    of: (pipeline: Pipeline) => Estimate,
    print: (value: number) => string,
  ): Column<Row> => ({
    key,
    header,
    align: 'end',
    cell: ({ pipeline }) => (
      <>
        {print(of(pipeline).value)}
        <div className={styles.question}>{formatBand(of(pipeline), print)}</div>
      </>
    ),
    sortBy: ({ pipeline }) => of(pipeline).value,
  });
  const columns: readonly Column<Row>[] = [
    { key: 'name', header: first, cell: ({ name }) => name, sortBy: ({ name }) => name },
    {
      key: 'handed',
      header: t('pipeline.stage.handed'),
      align: 'end',
      cell: ({ pipeline }) => count(pipeline.handed),
      sortBy: ({ pipeline }) => pipeline.handed,
    },
    figure('accepted', t('pipeline.stage.accepted'), ({ rates }) => rates.accepted, format.rate),
    figure('won', t('pipeline.stage.won'), ({ won }) => won, count),
    figure('rate', t('pipeline.speed.rate'), ({ rates }) => rates.won, format.rate),
    figure('value', t('pipeline.card.value'), ({ value }) => value, money),
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}
