import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { datesOf, daySeries, lastDay } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { Timeline } from '../../../charts/Timeline.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useDayWords } from '../useDayWords.ts';

/** Conversions as they add up, with their band. */
export function SheetTimeline({ detail }: { readonly detail: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dayWords = useDayWords(detail.daysPerBucket);
  const { days, values } = useMemo(() => {
    const last = lastDay(detail);
    return {
      days: datesOf(detail).slice(0, last).map(dayWords),
      values: daySeries(detail, 'conversions').cumulative.slice(0, last),
    };
  }, [detail, dayWords]);
  return (
    <Timeline
      label={t('report.sheet.timeline')}
      days={days}
      series={[{ key: 'conversions', label: '', values }]}
      printTick={format.compact}
      print={(estimate) => formatInterval(estimate, (value) => format.number(Math.round(value)))}
    />
  );
}
