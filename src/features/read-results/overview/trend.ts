import { daySeries, datesOf, lastDay, type DaySeries } from '../../../analytics/dashboard/timeline.ts';
import type { RunDetail } from '../../../analytics/detail.ts';
import type { DayField } from '../../../engine/results.ts';

/** What a timeline can be of. */
export const TREND_KINDS = ['messages', 'conversions', 'money'] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

const FIELDS_OF = {
  messages: ['sent', 'opened', 'clicked'],
  conversions: ['conversions'],
  money: ['revenueMinor', 'costMicros'],
} as const satisfies Record<TrendKind, readonly DayField[]>;

export interface Trend {
  /** As `2026-11-22`; up to the last on which anything happens. */
  readonly dates: readonly string[];
  readonly series: readonly { readonly field: DayField; readonly values: DaySeries }[];
  /** Place of the day on which the first series is highest. */
  readonly best: number;
}

export function trendOf(detail: RunDetail, kind: TrendKind): Trend {
  const days = lastDay(detail);
  const series = FIELDS_OF[kind].map((field) => {
    const { daily, cumulative } = daySeries(detail, field);
    return { field, values: { daily: daily.slice(0, days), cumulative: cumulative.slice(0, days) } };
  });
  const heights = series[0]?.values.daily.map(({ value }) => value) ?? [];
  return { dates: datesOf(detail).slice(0, days), series, best: heights.indexOf(Math.max(0, ...heights)) };
}
