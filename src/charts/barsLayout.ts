import type { Estimate } from '../analytics/intervals.ts';
import { PLAIN, SMALL, STRONG, widest } from './textWidth.ts';
import { valueScale } from './valueScale.ts';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** `low` and `high` where there is an interval; both may equal the value. */
  readonly amount: Estimate;
  /** The figure in words, and what else is to be said beside it. */
  readonly value: string;
  readonly note?: string | undefined;
  /** When it is pointed at: lines below its label. Without: value and note. */
  readonly lines?: readonly string[] | undefined;
  /** Place among the series colours; the first without. */
  readonly series?: number | undefined;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WordsAt {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where one row stands. */
export interface BarPlace {
  readonly bar: Bar;
  /** The row, to point at. */
  readonly box: Box;
  readonly body: Box;
  /** The part of the row that the zero line goes through. */
  readonly axis: { readonly y: number; readonly height: number };
  readonly band: Box;
  readonly labelAt: WordsAt;
  readonly valueAt: { readonly value: WordsAt; readonly note: WordsAt };
}

/** Narrower, and the words stand above their bar. */
const WORDS_BESIDE = 560;
const GAP = 12;
const PAD = 4;

/** Rows from top to bottom: label, bar and figure beside each other, or on a phone the words above the bar. */
export function barsLayout(bars: readonly Bar[], width: number) {
  const beside = width >= WORDS_BESIDE;
  const hasNotes = bars.some(({ note }) => note !== undefined);
  const labels = beside
    ? widest(
        bars.map(({ label }) => label),
        PLAIN,
        width * 0.3,
      )
    : 0;
  const figures = figuresWidth(bars, width * (beside ? 0.35 : 0.5));
  const left = beside ? PAD + labels + GAP : PAD;
  const right = beside ? width - PAD - figures - GAP : width - PAD;
  const line = hasNotes ? 36 : 20;
  const row = beside ? line + 8 : line + 24;
  const scale = valueScale(
    bars.flatMap(({ amount }) => [amount.value, amount.low, amount.high]),
    [left, right],
    false,
  );
  const zero = scale(0);
  const places = bars.map((bar, at): BarPlace => {
    const top = at * row;
    const words = beside ? top + row / 2 : top + 4 + line / 2;
    const bodyTop = beside ? top + (row - 20) / 2 : top + line + 4;
    const between = (a: number, b: number) => ({
      x: Math.min(scale(a), scale(b)),
      y: bodyTop,
      width: Math.abs(scale(b) - scale(a)),
      height: beside ? 20 : 12,
    });
    const figure = { x: width - PAD, width: figures };
    const off = bar.note === undefined ? 0 : 8;
    return {
      bar,
      box: { x: 0, y: top, width, height: row },
      body: between(0, bar.amount.value),
      axis: beside ? { y: top, height: row } : { y: bodyTop - 3, height: 18 },
      band: between(bar.amount.low, bar.amount.high),
      labelAt: { x: PAD, y: words, width: beside ? labels : width - 2 * PAD - GAP - figures },
      valueAt: { value: { ...figure, y: words - off }, note: { ...figure, y: words + off } },
    };
  });
  return { places, zero, height: bars.length * row };
}

function figuresWidth(bars: readonly Bar[], most: number): number {
  const values = widest(
    bars.map(({ value }) => value),
    STRONG,
    most,
  );
  return Math.max(
    values,
    widest(
      bars.map(({ note }) => note ?? ''),
      SMALL,
      most,
    ),
  );
}
