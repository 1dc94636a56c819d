import { area, line } from 'd3-shape';
import type { Estimate } from '../analytics/intervals.ts';
import { SMALL, textWidth, widest, type Font } from './textWidth.ts';
import { valueScale, type ValueScale } from './valueScale.ts';

/** One line over the days, with its interval. */
export interface TimelineSeries {
  readonly key: string;
  readonly label: string;
  /** One per day. */
  readonly values: readonly Estimate[];
  /** Place among the series colours; without: its place here. */
  readonly series?: number | undefined;
}

export interface TimelineDay {
  readonly key: string;
  /** On the axis: `22 Nov`. */
  readonly label: string;
  /** When it is read: `Sunday 22 November`. */
  readonly full: string;
}

/** What really happened on a day. */
export interface Observed {
  /** Place among the days. */
  readonly day: number;
  readonly value: number;
  /** Why it stands out, in words; without, it does not. */
  readonly alert?: string | undefined;
}

export const HEIGHT = 280;
const TOP = 12;
const BOTTOM = 28;
const END_GAP = 10;
/** Of the names at the ends of lines. */
export const END: Font = { ...SMALL, weight: 600 };

export interface TimelineSpace {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the words at the ends of the lines. */
export function endRoom(labels: readonly string[], width: number): number {
  return widest(labels, END, Math.min(160, width * 0.28)) + END_GAP;
}

/** Figures upwards over all that is drawn. */
export function timelineLevels(series: readonly TimelineSeries[], observed: readonly Observed[]): ValueScale {
  const values = series.flatMap(({ values }) => values.flatMap(({ value, low, high }) => [value, low, high]));
  return valueScale([...values, ...observed.map(({ value }) => value)], [HEIGHT - BOTTOM, TOP]);
}

export const DRAWN = { top: TOP, bottom: HEIGHT - BOTTOM };

/** The middle of a day; a single day stands in the middle of the room. */
export function dayAcross(days: number, { left, right }: Pick<TimelineSpace, 'left' | 'right'>) {
  return (day: number) => (days < 2 ? (left + right) / 2 : left + ((right - left) * day) / (days - 1));
}

/** The paths of a series. Days without a figure are gaps. */
export function seriesPaths(values: readonly Estimate[], x: (day: number) => number, y: ValueScale) {
  const isKnown = ({ value }: Estimate) => Number.isFinite(value);
  const band = area<Estimate>()
    .defined(({ low, high }) => Number.isFinite(low) && Number.isFinite(high))
    .x((_, day) => x(day))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high))
    .digits(1);
  const middle = line<Estimate>()
    .defined(isKnown)
    .x((_, day) => x(day))
    .y(({ value }) => y(value))
    .digits(1);
  return { band: band(values) ?? '', line: middle(values) ?? '' };
}

/** Days whose words have room on the axis, evenly. */
export function dayTicks(days: readonly TimelineDay[], width: number): readonly number[] {
  if (days.length === 0) return [];
  const each = Math.max(...days.map(({ label }) => textWidth(label, SMALL))) + 20;
  const most = Math.max(1, Math.floor(width / each));
  const every = Math.max(1, Math.ceil((days.length - 1) / most));
  return days.flatMap((_, day) => (day % every === 0 ? [day] : []));
}

const LINE_HEIGHT = 16;

/** Heights moved apart until no two words touch, in their order, within the room. */
export function apart(
  heights: readonly number[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
) {
  const order = heights.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height);
  let least = top;
  for (const word of order) {
    word.height = Math.max(word.height, least);
    least = word.height + LINE_HEIGHT;
  }
  let most = bottom;
  for (const word of order.toReversed()) {
    word.height = Math.min(word.height, most);
    most = word.height - LINE_HEIGHT;
  }
  return order.toSorted((a, b) => a.at - b.at).map(({ height }) => height);
}
