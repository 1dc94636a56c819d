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
import { inFile, type FileUnit } from '../inFile.ts';
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
      <Table
        caption={t('pipeline.bySource')}
        fileName="opportunities-by-source"
        first={t('pipeline.source')}
        rows={sources}
        run={run}
      />
      {steps.length > 1 && (
        <Table
          caption={t('pipeline.byStep')}
          fileName="opportunities-by-hand-off"
          first={t('channels.handoff.step')}
          rows={steps}
          run={run}
        />
      )}
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly fileName: string;
  readonly first: string;
  readonly rows: readonly Row[];
  readonly run: ShownRun;
}

function Table({ caption, fileName, first, rows, run }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = (value: number) => format.number(Math.round(value));
  const { currency } = run.request.journey.settings;
  const money = (value: number) => format.money(Math.round(value), currency);
  const file = inFile(t, currency);
  const figure = (
    key: string,
    header: string,
    of: (pipeline: Pipeline) => Estimate,
    [print, unit]: readonly [print: (value: number) => string, unit: FileUnit],
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
    file: file.interval(header, unit, ({ pipeline }) => of(pipeline)),
  });
  const columns: readonly Column<Row>[] = [
    {
      key: 'name',
      header: first,
      cell: ({ name }) => <bdi>{name}</bdi>,
      sortBy: ({ name }) => name,
      file: [{ header: first, of: ({ name }) => name }],
    },
    {
      key: 'handed',
      header: t('pipeline.stage.handed'),
      align: 'end',
      cell: ({ pipeline }) => count(pipeline.handed),
      sortBy: ({ pipeline }) => pipeline.handed,
      file: file.value(t('pipeline.stage.handed'), 'contacts', ({ pipeline }) => pipeline.handed),
    },
    figure('accepted', t('pipeline.stage.accepted'), ({ rates }) => rates.accepted, [format.rate, 'share']),
    figure('won', t('pipeline.stage.won'), ({ won }) => won, [count, 'contacts']),
    figure('rate', t('pipeline.speed.rate'), ({ rates }) => rates.won, [format.rate, 'share']),
    figure('value', t('pipeline.card.value'), ({ value }) => value, [money, 'money']),
  ];
  return (
    <DataTable
      caption={caption}
      fileName={fileName}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}
