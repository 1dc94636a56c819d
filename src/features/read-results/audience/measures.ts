import type { Estimate } from '../../../analytics/intervals.ts';
import type { SegmentFigures } from '../../../analytics/segmentFigures.ts';

/** What parts of the audience are compared by. */
export const MEASURES = [
  'converters',
  'revenue',
  'profit',
  'cost',
  'sent',
  'messaged',
  'opened',
  'clicked',
  'unsubscribed',
] as const;
export type Measure = (typeof MEASURES)[number];

export function isRate(measure: Measure): boolean {
  return ['converters', 'messaged', 'opened', 'clicked', 'unsubscribed'].includes(measure);
}

export function measured({ rates, perContact }: SegmentFigures, measure: Measure): Estimate {
  if (measure === 'revenue' || measure === 'profit' || measure === 'cost' || measure === 'sent')
    return perContact[measure];
  return rates[measure];
}

/** Which two parts differ most and clearly: no value lies in both intervals; undefined: none do. */
export function clearest<T extends { readonly amount: Estimate }>(
  rows: readonly T[],
): { readonly most: T; readonly least: T } | undefined {
  const sorted = rows.toSorted((a, b) => b.amount.value - a.amount.value);
  const [most, least] = [sorted[0], sorted.at(-1)];
  return most && least && most.amount.low > least.amount.high ? { most, least } : undefined;
}
