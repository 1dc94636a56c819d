import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { datesOf } from '../../../analytics/dashboard/timeline.ts';
import { unsentDays, type UnsentFilter } from '../../../analytics/dashboard/unsent.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { HeatGrid } from '../../../charts/HeatGrid.tsx';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';
import { useDayWords } from '../useDayWords.ts';
import { reasonHeading } from '../../../legend/reasonWords.ts';
import { useNaming } from './useNaming.ts';

interface DayPictureProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
  readonly filter: UnsentFilter;
}

/** Reason by day. */
export function DayPicture({ run, detail, filter }: DayPictureProps) {
  const { t } = useTranslation();
  const naming = useNaming(run);
  const { format } = naming;
  const about = useAboutRun(run);
  const dayWords = useDayWords(detail.daysPerBucket);
  const { reasons, values } = useMemo(() => unsentDays(detail, filter), [detail, filter]);
  const days = useMemo(
    () =>
      datesOf(detail)
        .slice(0, values[0]?.length ?? 0)
        .map(dayWords),
    [detail, values, dayWords],
  );
  const totals = days.map((_, day) => values.reduce((sum, row) => sum + (row[day] ?? 0), 0));
  const most = Math.max(0, ...totals);
  const print = (value: number) => format.number(Math.round(value));
  const title =
    most > 0
      ? t('unsent.days.title', { day: days[totals.indexOf(most)]?.full ?? '', figure: print(most) })
      : t('unsent.days.titleNone');
  return (
    <ChartFrame
      title={title}
      note={t('unsent.days.note')}
      about={about}
      fileName="unsent-by-day"
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'day', header: t('unsent.days.day') },
          ...reasons.map((reason) => ({
            key: reason,
            header: reasonHeading(reason, naming),
            align: 'end' as const,
            print,
          })),
        ],
        rows: days.map(({ key }, day) => ({
          day: key,
          ...Object.fromEntries(reasons.map((reason, at) => [reason, Math.round(values[at]?.[day] ?? 0)])),
        })),
      }}
    >
      <HeatGrid
        label={title}
        down={t('unsent.days.down')}
        across={t('unsent.days.across')}
        rows={reasons.map((reason) => ({ key: reason, label: reasonHeading(reason, naming) }))}
        columns={days}
        values={values}
        print={format.compact}
        empty={t('unsent.noneMatch')}
      />
    </ChartFrame>
  );
}
