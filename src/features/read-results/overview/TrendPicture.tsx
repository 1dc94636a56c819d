import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stretchOf } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { Estimate } from '../../../analytics/intervals.ts';
import type { Stretch } from '../../../charts/brush.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Timeline } from '../../../charts/Timeline.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { useAboutRun } from '../aboutRun.ts';
import type { ShownRun } from '../shownRun.ts';
import { useDayWords } from '../useDayWords.ts';
import { TREND_KINDS, trendOf, type TrendKind } from './trend.ts';
import styles from '../ReadResultsView.module.css';

interface TrendPictureProps {
  readonly run: ShownRun;
  readonly detail: RunDetail;
}

const COUNTINGS = ['daily', 'cumulative'] as const;
type Counting = (typeof COUNTINGS)[number];

/** Messages, conversions and money by day, with their intervals; of a stretch of days what it comes to. */
export function TrendPicture({ run, detail }: TrendPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = useAboutRun(run);
  const dayWords = useDayWords(detail.daysPerBucket);
  const [kind, setKind] = useState<TrendKind>('conversions');
  const [counting, setCounting] = useState<Counting>('daily');
  const [range, setRange] = useState<Stretch>();
  const trend = useMemo(() => trendOf(detail, kind), [detail, kind]);
  const { currency } = run.request.journey.settings;
  const print = useMemo(
    () =>
      kind === 'money'
        ? (value: number) => format.money(Math.round(value), currency)
        : (value: number) => format.number(Math.round(value)),
    [format, kind, currency],
  );
  const days = useMemo(() => trend.dates.map(dayWords), [trend, dayWords]);
  const series = useMemo(
    () =>
      trend.series.map(({ field, values }) => ({
        key: field,
        label: t(`readResults.trend.field.${field}`),
        values: values[counting],
      })),
    [trend, counting, t],
  );
  const isFlat = trend.series.every(({ values }) => values.cumulative.at(-1)?.value === 0);
  const best = trend.series[0]?.values.daily[trend.best];
  const title =
    best && best.value > 0
      ? t(`readResults.trend.best.${kind}`, { day: days[trend.best]?.full ?? '', figure: print(best.value) })
      : t(`readResults.trend.none.${kind}`);
  const printWhole = useMemo(() => (estimate: Estimate) => formatInterval(estimate, print), [print]);
  return (
    <>
      <ChartFrame
        title={title}
        note={t('readResults.trend.note')}
        about={about}
        fileName="timeline"
        pending={run.pending}
        table={{
          caption: title,
          columns: [
            { key: 'day', header: t('readResults.trend.day') },
            ...series.flatMap(({ key, label }) => [
              { key, header: label, align: 'end' as const, print },
              {
                key: `${key}Low`,
                header: t('readResults.low', { figure: label }),
                align: 'end' as const,
                print,
              },
              {
                key: `${key}High`,
                header: t('readResults.high', { figure: label }),
                align: 'end' as const,
                print,
              },
            ]),
          ],
          rows: trend.dates.map((day, at) => ({
            day,
            ...Object.fromEntries(
              series.flatMap(({ key, values }) => {
                const { value = 0, low = 0, high = 0 } = values[at] ?? {};
                return [
                  [key, value],
                  [`${key}Low`, low],
                  [`${key}High`, high],
                ];
              }),
            ),
          })),
        }}
        controls={
          <>
            <SegmentedControl
              label={t('readResults.trend.kinds')}
              value={kind}
              onChange={setKind}
              options={TREND_KINDS.map((value) => ({ value, label: t(`readResults.trend.kind.${value}`) }))}
            />
            <SegmentedControl
              label={t('readResults.trend.countings')}
              value={counting}
              onChange={setCounting}
              options={COUNTINGS.map((value) => ({ value, label: t(`readResults.trend.counting.${value}`) }))}
            />
          </>
        }
      >
        <Timeline
          label={title}
          days={days}
          series={isFlat ? [] : series}
          printTick={kind === 'money' ? (value) => format.moneyCompact(value, currency) : format.compact}
          print={printWhole}
          range={range}
          onRange={setRange}
          empty={t('readResults.trend.empty')}
        />
      </ChartFrame>
      <p className={styles.stretch} role="status">
        {range
          ? t('readResults.trend.stretch', {
              from: days[range.from]?.full ?? '',
              to: days[range.to]?.full ?? '',
              figures: format.list(
                trend.series.map(
                  ({ field }) =>
                    `${t(`readResults.trend.field.${field}`)} ${printWhole(stretchOf(detail, field, range))}`,
                ),
              ),
            })
          : !isFlat && t('readResults.trend.choose')}
      </p>
    </>
  );
}
