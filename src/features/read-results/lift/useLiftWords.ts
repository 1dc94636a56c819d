import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../../analytics/intervals.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { Counted } from '../money/withoutJourney.ts';

export const LIFT_METRICS = ['conversions', 'revenue', 'profit'] as const;
export type LiftMetric = (typeof LIFT_METRICS)[number];

export interface LiftWords {
  readonly print: (metric: LiftMetric, value: number) => string;
  /** “between 312 and 398 more orders”; or that it may be luck alone. */
  readonly say: (metric: LiftMetric, estimate: Estimate) => string;
  /** “Extra orders”. */
  readonly extra: (metric: LiftMetric) => string;
  /** “Orders”. */
  readonly name: (metric: LiftMetric) => string;
  /** Months that so many contacts take; undefined where the pace of entries is not known. */
  readonly months: (months: number) => string;
}

/** A lift in the words of a marketer: its interval, never a test. `counted`: what its conversions are. */
export function useLiftWords(currency: string, counted: Counted): LiftWords {
  const { t } = useTranslation();
  const format = useFormat();
  const print = (metric: LiftMetric, value: number) =>
    metric === 'conversions' ? format.number(Math.round(value)) : format.money(Math.round(value), currency);
  const called = (metric: LiftMetric) => (metric === 'conversions' ? counted : metric);
  return {
    print,
    say: (metric, { low, high }) => {
      const size = (value: number) => print(metric, Math.abs(value));
      const said = called(metric);
      if (low === 0 && high === 0) return t(`lift.said.${said}.same`);
      if (low > 0) return t(`lift.said.${said}.more`, { low: size(low), high: size(high) });
      if (high < 0) return t(`lift.said.${said}.less`, { low: size(high), high: size(low) });
      return t(`lift.said.${said}.open`, { less: size(low), more: size(high) });
    },
    extra: (metric) => t(`lift.extra.${called(metric)}`),
    name: (metric) => t(`lift.name.${called(metric)}`),
    months: (months) => {
      const count = Math.max(1, Math.ceil(months));
      return t('lift.holdout.months', { count, figure: format.number(count) });
    },
  };
}
