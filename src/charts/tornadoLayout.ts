import { PLAIN, SMALL, widest } from './textWidth.ts';
import { valueScale } from './valueScale.ts';

interface TornadoEnd {
  /** What the outcome changes by, in its unit. */
  readonly change: number;
  /** The same in words, with what it is assumed to be there. */
  readonly words: string;
}

/** One assumption and what the outcome does between its low and its high end. */
export interface TornadoRow {
  readonly key: string;
  readonly label: string;
  readonly low: TornadoEnd;
  readonly high: TornadoEnd;
  /** Where the assumption comes from. `own`: the marketer's. */
  readonly badge?: { readonly words: string; readonly look: 'plain' | 'own' } | undefined;
}

interface At {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

interface WordsOfEnd {
  readonly end: 'low' | 'high';
  readonly at: At;
  readonly anchor: 'start' | 'end';
}

export interface TornadoPlace {
  readonly row: TornadoRow;
  readonly box: At & { readonly height: number };
  readonly labelAt: At;
  readonly badgeAt: At & { readonly anchor: 'start' | 'end' };
  readonly bodies: Readonly<Record<'low' | 'high', At & { readonly height: number }>>;
  /** Words of the end that is further left, and of the other. */
  readonly leftWords: WordsOfEnd;
  readonly rightWords: WordsOfEnd;
  /** The part of the row that the zero line goes through. */
  readonly axis: { readonly y: number; readonly height: number };
}

const WORDS_BESIDE = 640;
const GAP = 16;
const BAR = 18;
export const BADGE_PAD = 6;

/** Rows around one zero line, with room for words at both ends. */
export function tornadoLayout(rows: readonly TornadoRow[], width: number) {
  const beside = width >= WORDS_BESIDE;
  const badges =
    widest(
      rows.map(({ badge }) => badge?.words ?? ''),
      SMALL,
      120,
    ) +
    2 * BADGE_PAD;
  const labels = widest(
    rows.map(({ label }) => label),
    PLAIN,
    width * 0.28,
  );
  const left = beside ? Math.max(labels, badges) + GAP : 0;
  const ends = rows.map(endsOf);
  const room = (width - left) * 0.3;
  const leftRoom = widest(
    ends.map(({ left, row }) => row[left].words),
    SMALL,
    room,
  );
  const rightRoom = widest(
    ends.map(({ right, row }) => row[right].words),
    SMALL,
    room,
  );
  const x = valueScale(
    rows.flatMap(({ low, high }) => [low.change, high.change]),
    beside ? [left + leftRoom + 6, width - rightRoom - 6] : [0, width],
    false,
  );
  const zero = x(0);
  const hasBadges = rows.some(({ badge }) => badge);
  const height = !beside ? 72 : hasBadges ? 48 : 30;
  const places = ends.map(({ row, left: leftEnd, right: rightEnd }, at): TornadoPlace => {
    const top = at * height;
    const bodyTop = beside ? top + (height - BAR) / 2 : top + 25;
    const y = bodyTop + BAR / 2;
    const body = (change: number) => ({
      x: Math.min(zero, x(change)),
      y: bodyTop,
      width: Math.abs(x(change) - zero),
      height: BAR,
    });
    const labelY = !beside ? top + 13 : hasBadges ? top + height / 2 - 9 : top + height / 2;
    return {
      row,
      box: { x: 0, y: top, width, height },
      labelAt: { x: 0, y: labelY, width: beside ? left - GAP : width - badges - GAP },
      badgeAt: beside
        ? { x: 0, y: top + height / 2 + 10, width: badges, anchor: 'start' }
        : { x: width, y: top + 13, width: badges, anchor: 'end' },
      bodies: { low: body(row.low.change), high: body(row.high.change) },
      axis: beside ? { y: top, height } : { y: bodyTop - 3, height: BAR + 6 },
      leftWords: {
        end: leftEnd,
        anchor: beside ? 'end' : 'start',
        at: beside
          ? { x: Math.min(zero, x(row[leftEnd].change)) - 6, y, width: leftRoom }
          : { x: 0, y: y + 20, width: width / 2 - 4 },
      },
      rightWords: {
        end: rightEnd,
        anchor: beside ? 'start' : 'end',
        at: beside
          ? { x: Math.max(zero, x(row[rightEnd].change)) + 6, y, width: rightRoom }
          : { x: width, y: y + 20, width: width / 2 - 4 },
      },
    };
  });
  return { places, zero, height: rows.length * height };
}

function endsOf(row: TornadoRow): { row: TornadoRow; left: 'low' | 'high'; right: 'low' | 'high' } {
  return row.low.change <= row.high.change
    ? { row, left: 'low', right: 'high' }
    : { row, left: 'high', right: 'low' };
}
