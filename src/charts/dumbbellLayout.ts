import type { Estimate } from '../analytics/intervals.ts';
import { PLAIN, widest } from './textWidth.ts';
import { valueScale } from './valueScale.ts';

/** One of several ways to come to a figure; a dot per row. */
export interface DumbbellModel {
  readonly key: string;
  readonly label: string;
}

export interface DumbbellRow {
  readonly key: string;
  readonly label: string;
  /** What is true, as far as it is known, and in words. */
  readonly truth?: { readonly interval: Estimate; readonly words: string } | undefined;
  /** Not every model needs to say something of every row. */
  readonly dots: readonly { readonly model: string; readonly value: number; readonly words: string }[];
}

interface DotPlace {
  readonly model: string;
  readonly x: number;
  readonly y: number;
}

export interface DumbbellPlace {
  readonly row: DumbbellRow;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly labelAt: { readonly x: number; readonly y: number; readonly width: number };
  /** The interval over the whole row; the truth itself stands on a line of its own above the dots. */
  readonly truth:
    { readonly low: number; readonly high: number; readonly value: number; readonly y: number } | undefined;
  readonly plot: { readonly top: number; readonly bottom: number };
  readonly dots: readonly DotPlace[];
}

export const DOT = 8;
const LANE = 18;
const GAP = 16;
const PAD = 6;
const AXIS = 24;
/** Narrower, and each row is a small picture below its name. */
const WORDS_BESIDE = 560;

/** Rows with their dots moved into lanes where they would cover each other. */
export function dumbbellLayout(rows: readonly DumbbellRow[], shown: ReadonlySet<string>, width: number) {
  const beside = width >= WORDS_BESIDE;
  const labels = beside
    ? widest(
        rows.map(({ label }) => label),
        PLAIN,
        width * 0.28,
      )
    : 0;
  const left = beside ? labels + GAP + DOT : PAD + DOT;
  const values = rows.flatMap(({ truth, dots }) => [
    ...(truth ? [truth.interval.low, truth.interval.high, truth.interval.value] : []),
    ...dots.map(({ value }) => value),
  ]);
  const x = valueScale(values, [left, width - PAD - DOT]);
  let top = 0;
  const places: DumbbellPlace[] = [];
  for (const row of rows) {
    const { dots, lanes } = inLanes(
      row.dots.filter(({ model }) => shown.has(model)),
      x,
    );
    const head = (beside ? 6 : 26) + (row.truth ? LANE : 0);
    const height = head + Math.max(1, lanes) * LANE + 6;
    const { interval } = row.truth ?? {};
    places.push({
      row,
      box: { x: 0, y: top, width, height },
      labelAt: beside ? { x: 0, y: top + height / 2, width: labels } : { x: 0, y: top + 14, width },
      truth: interval && {
        low: x(interval.low),
        high: x(interval.high),
        value: x(interval.value),
        y: top + head - LANE / 2,
      },
      plot: { top: top + (beside ? 4 : 24), bottom: top + height - 4 },
      dots: dots.map(({ model, at, lane }) => ({ model, x: at, y: top + head + lane * LANE + LANE / 2 })),
    });
    top += height;
  }
  return { places, x, bottom: top, height: top + AXIS };
}

/** Each dot in the first lane in which it covers no other. */
function inLanes(dots: DumbbellRow['dots'], x: (value: number) => number) {
  const ends: number[] = [];
  const placed = dots
    .map(({ model, value }) => ({ model, at: x(value) }))
    .sort((a, b) => a.at - b.at)
    .map((dot) => {
      const free = ends.findIndex((end) => dot.at - DOT >= end);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = dot.at + DOT + 1;
      return { ...dot, lane };
    });
  return { dots: placed, lanes: ends.length };
}
