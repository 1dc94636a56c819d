import type { Heat } from './heat.ts';
import { legendPlaces } from './legendPlaces.ts';
import { SMALL, textWidth, widest } from './textWidth.ts';

export interface HeatPlace {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  /** 0–1. */
  readonly darkness: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

const TOP = 34;
const LEGEND = 32;
const GAP = 8;
const PALEST = 0.06;
/** Words on it can be read in both looks. */
const DARKEST_BELOW_WORDS = 0.55;

/** Cells of one size, as wide as there is room; with their values in words where these fit. */
export function heatLayout(
  { rows, columns, values, print, from, down = '' }: Heat,
  width: number,
  legend: readonly string[] = [],
) {
  const left = widest([down, ...rows.map(({ label }) => label)], SMALL, width * 0.3) + GAP;
  const across = (width - left) / columns.length;
  const cell = { width: across, height: Math.max(24, Math.min(36, across)) };
  const known = rows
    .flatMap((_, row) => columns.map((_, column) => values[row]?.[column]))
    .filter((value) => value !== undefined);
  const ends = from === 'least' ? known : [0, ...known];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const printed = widest(known.map(print), SMALL) + 6 <= cell.width;
  const darkest = printed ? DARKEST_BELOW_WORDS : 1;
  const darkness = (value: number) =>
    PALEST + (darkest - PALEST) * (low === high ? 1 : (value - low) / (high - low));
  const places = rows.flatMap((_, row) =>
    columns.flatMap((_, column): HeatPlace[] => {
      const value = values[row]?.[column];
      if (value === undefined) return [];
      const box = { x: left + cell.width * column, y: TOP + cell.height * row, ...cell };
      return [{ row, column, value, darkness: darkness(value), box }];
    }),
  );
  const bottom = TOP + cell.height * rows.length;
  const every = labelEvery(columns, cell.width);
  return {
    places,
    left,
    cell,
    top: TOP,
    bottom,
    height: bottom + LEGEND + legendPlaces(legend, left, width).height,
    low,
    high,
    printed,
    darkest,
    columnTicks: columns.flatMap((_, at) => (at % every === 0 ? [at] : [])),
    tickRoom: every * cell.width - 4,
  };
}

/** Long labels are cut to two cells rather than left out. */
function labelEvery(columns: Heat['columns'], across: number): number {
  const longest = Math.max(...columns.map(({ label }) => textWidth(label, SMALL)));
  return Math.max(1, Math.min(Math.ceil((longest + 6) / across), Math.ceil(56 / across)));
}
