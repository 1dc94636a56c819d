import { useTranslation } from 'react-i18next';
import type { Pipeline } from '../../../analytics/dashboard/pipeline.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { bandCells, figureColumns } from '../bandColumns.ts';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';

/** How far opportunities get. */
export function StagePicture({ run, pipeline }: { readonly run: ShownRun; readonly pipeline: Pipeline }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const { handed } = pipeline;
  const print = (value: number) => format.number(Math.round(value));
  const stages = [
    { stage: 'handed', amount: { value: handed, low: handed, high: handed } },
    { stage: 'accepted', amount: pipeline.accepted },
    { stage: 'won', amount: pipeline.won },
    { stage: 'open', amount: pipeline.open },
    { stage: 'missed', amount: pipeline.missed },
  ] as const;
  const title = t('pipeline.stages.title', {
    accepted: format.rate(pipeline.rates.accepted.value),
    won: format.rate(pipeline.rates.won.value),
  });
  const people = t('readResults.flow.people');
  return (
    <ChartFrame
      title={title}
      note={t('pipeline.stages.note')}
      about={about}
      fileName="pipeline"
      pending={run.pending}
      table={{
        caption: title,
        columns: [{ key: 'stage', header: t('pipeline.stages.stage') }, ...figureColumns(people, print, t)],
        rows: stages.map(({ stage, amount }) => ({
          stage: t(`pipeline.stage.${stage}`),
          ...bandCells(amount),
        })),
      }}
    >
      <Bars
        label={title}
        bars={stages.map(({ stage, amount }) => ({
          key: stage,
          label: t(`pipeline.stage.${stage}`),
          amount,
          value: print(amount.value),
          note: t('pipeline.stages.ofHanded', {
            share: format.rate(handed === 0 ? 0 : amount.value / handed),
          }),
          lines: [formatInterval(amount, print)],
        }))}
      />
    </ChartFrame>
  );
}
