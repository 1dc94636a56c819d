import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  expectedGiven,
  type ActualStretch,
  type ComparedField,
} from '../../../analytics/actual/compareActual.ts';
import { foreseenDays } from '../../../analytics/actual/foreseen.ts';
import { bandOfOneLaunch } from '../../../analytics/actual/oneLaunch.ts';
import { datesOf, lastDay } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import { ChartFrame } from '../../../charts/ChartFrame.tsx';
import { Timeline } from '../../../charts/Timeline.tsx';
import { formatInterval } from '../../../i18n/format.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import { useDayWords } from '../useDayWords.ts';
import { fieldPrint } from './fieldPrint.ts';
import type { NamedLine } from './matchActual.ts';
import styles from './actual.module.css';

interface LaunchPictureProps {
  readonly named: NamedLine;
  readonly compared: ComparedField;
  readonly detail: RunDetail;
  readonly stretch: ActualStretch;
  readonly currency: string;
}

/** A week of what is to come is enough to see where it goes. */
const AHEAD = 7;
/** Of one launch in 20 a figure lies outside its band. */
const OUTSIDE = 0.05;

/** A figure by day: the band of one launch, and a dot for what happened. */
export function LaunchPicture({ named, compared, detail, stretch, currency }: LaunchPictureProps) {
  const { t } = useTranslation();
  const dayWords = useDayWords(detail.daysPerBucket);
  const format = useFormat();
  const { field, total } = compared;
  const { line } = named;
  const print = fieldPrint(field, currency, format);
  const end = Math.min(
    detail.days,
    Math.max(stretch.to + 1, Math.min(lastDay(detail), stretch.to + 1 + AHEAD)),
  );
  const bands = useMemo(() => {
    const { simulated, spread } = foreseenDays(detail, line, field);
    const { factor } = detail;
    return simulated.slice(0, end).map((count) => bandOfOneLaunch({ simulated: count, factor, spread }));
  }, [detail, line, field, end]);
  const dates = datesOf(detail).slice(0, end);
  const points = compared.days.map(({ actual, alert }, at) => ({
    day: stretch.from + at,
    value: actual,
    ...(alert && { alert: t('actual.picture.alertOf') }),
  }));
  const title = t(`actual.picture.${verdictOn(compared)}`, {
    base: compared.base ? t(`actual.fields.${compared.base}`).toLowerCase() : '',
    field: t(`actual.fields.${field}`),
    line: named.name,
    actual: print(total.actual),
    expected: print(expectedGiven(total)),
  });
  return (
    <div className={styles.picture}>
      <ChartFrame
        title={title}
        note={t('actual.picture.note')}
        fileName="forecast-and-actual"
        table={{
          caption: t('actual.picture.caption', { field: t(`actual.fields.${field}`) }),
          columns: [
            { key: 'day', header: t('actual.picture.day') },
            { key: 'value', header: t('actual.picture.forecast'), align: 'end', print },
            { key: 'low', header: t('actual.picture.low'), align: 'end', print },
            { key: 'high', header: t('actual.picture.high'), align: 'end', print },
            { key: 'actual', header: t('actual.picture.actual'), align: 'end', print },
            { key: 'alert', header: t('actual.picture.alert') },
          ],
          rows: dates.map((day, at) => {
            const point = points.find((one) => one.day === at);
            return { day, ...bands[at], actual: point?.value, alert: point?.alert };
          }),
        }}
      >
        <Timeline
          label={title}
          days={dates.map(dayWords)}
          series={[{ key: 'forecast', label: t('actual.picture.forecast'), values: bands }]}
          printTick={print}
          print={(estimate) =>
            estimate.low === estimate.high ? print(estimate.value) : formatInterval(estimate, print)
          }
          observed={{
            label: t('actual.picture.actual'),
            ...(points.some(({ alert }) => alert !== undefined) && {
              alertLabel: t('actual.picture.alert'),
            }),
            points,
          }}
        />
      </ChartFrame>
    </div>
  );
}

/** A figure that is off only as far as what it is a part of is right. */
function verdictOn({ base, total }: ComparedField) {
  if (!total.alert) return base && total.alone < OUTSIDE && total.surprise >= OUTSIDE ? 'follows' : 'within';
  const side = total.actual < expectedGiven(total) ? 'below' : 'above';
  return base ? (`${side}Given` as const) : side;
}
