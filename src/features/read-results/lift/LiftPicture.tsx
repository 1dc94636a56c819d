import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BothWorlds, Lift } from '../../../analytics/incrementality/lift.ts';
import { realHoldout, type HoldoutPlan } from '../../../analytics/incrementality/realHoldout.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import { Bars } from '../../../charts/Bars.tsx';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { formatBand } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { bandCells, bandColumns } from '../bandColumns.ts';
import type { ShownRun } from '../shownRun.ts';
import { LIFT_METRICS, useLiftWords, type LiftMetric } from './useLiftWords.ts';

interface LiftPictureProps {
  readonly run: ShownRun;
  readonly worlds: BothWorlds;
  readonly lift: Lift;
  /** For as many contacts as the lift is told for. */
  readonly plan: HoldoutPlan;
}

/** The lift between the same people, and as one launch with a holdout would see it. */
export function LiftPicture({ run, worlds, lift, plan }: LiftPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useLiftWords(run.request.journey.settings.currency);
  const [metric, setMetric] = useState<LiftMetric>('conversions');
  const view = realHoldout(worlds, plan);
  const print = (value: number) => words.print(metric, value);
  const rows: readonly { readonly key: string; readonly label: string; readonly amount: Estimate }[] = [
    { key: 'same', label: t('lift.picture.same'), amount: lift[metric] },
    ...(view
      ? [
          {
            key: 'holdout',
            label: t('lift.picture.holdout', { share: format.number(plan.share * 100, 1) }),
            amount: view[metric],
          },
        ]
      : []),
  ];
  const name = t(`words.metric.${metric}`).toLowerCase();
  const title = t('lift.picture.title');
  return (
    <ChartFrame
      title={title}
      note={t('lift.picture.note', { metric: name, contacts: format.number(plan.contacts) })}
      fileName={t('lift.picture.file')}
      pending={run.pending}
      controls={
        <SegmentedControl
          label={t('lift.picture.metric')}
          value={metric}
          onChange={setMetric}
          options={LIFT_METRICS.map((value) => ({ value, label: t(`words.metric.${value}`) }))}
        />
      }
      table={{
        caption: title,
        columns: [
          { key: 'seen', header: t('lift.picture.column') },
          ...bandColumns(
            { value: t('lift.picture.value'), low: t('lift.picture.low'), high: t('lift.picture.high') },
            print,
          ),
        ],
        rows: rows.map(({ label, amount }) => ({ seen: label, ...bandCells(amount) })),
      }}
    >
      <Bars
        label={title}
        bars={rows.map((row) => ({
          ...row,
          value: print(row.amount.value),
          note: formatBand(row.amount, print),
        }))}
      />
    </ChartFrame>
  );
}
