import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { HeatGrid } from '../../../charts/HeatGrid.tsx';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';

export interface WeekWords {
  readonly none: string;
  readonly noneHelp: string;
  readonly note: string;
  readonly title: (most: { readonly day: string; readonly hour: string; readonly share: string }) => string;
}

interface WeekPictureProps {
  readonly run: ShownRun;
  /** By weekday, Monday first, then hour. */
  readonly load: readonly (readonly number[])[];
  readonly fileName: string;
  readonly words: WeekWords;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** When something happens, by weekday and hour. */
export function WeekPicture({ run, load, fileName, words }: WeekPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const print = (value: number) => format.number(Math.round(value));
  const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
  const all = load.flat().reduce((sum, count) => sum + count, 0);
  const most = Math.max(0, ...load.flat());
  const day = load.findIndex((row) => row.includes(most));
  const hour = load[day]?.indexOf(most) ?? 0;
  const title =
    most === 0
      ? words.none
      : words.title({
          day: t(`words.weekday.${WEEKDAYS[day] ?? 'monday'}`),
          hour: hours[hour] ?? '',
          share: format.rate(most / all),
        });
  return (
    <ChartFrame
      title={title}
      note={words.note}
      about={about}
      fileName={fileName}
      pending={run.pending}
      table={{
        caption: title,
        columns: [
          { key: 'day', header: t('readResults.load.day') },
          ...hours.map((label) => ({ key: label, header: label, align: 'end' as const, print })),
        ],
        rows: WEEKDAYS.map((name, at) => ({
          day: t(`words.weekday.${name}`),
          ...Object.fromEntries(hours.map((label, place) => [label, Math.round(load[at]?.[place] ?? 0)])),
        })),
      }}
    >
      <HeatGrid
        label={title}
        down={t('readResults.load.day')}
        across={t('readResults.load.hour')}
        rows={WEEKDAYS.map((name) => ({ key: name, label: t(`words.weekdayShort.${name}`) }))}
        columns={hours.map((label) => ({ key: label, label: label.slice(0, 2) }))}
        values={most === 0 ? [] : load}
        print={print}
        empty={words.noneHelp}
      />
    </ChartFrame>
  );
}
