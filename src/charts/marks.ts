/** One value of a picture that can be pointed at or walked to. */
export interface Mark {
  /** The part of the picture that stands for it, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where it is exactly, if not in the middle of that part. */
  readonly at?: number;
  /** Asked when it is pointed at: there may be thousands. */
  readonly read: () => Reading;
}

export interface Reading {
  readonly title: string;
  readonly lines: readonly { readonly words: string; readonly colour?: string | undefined }[];
}

/** The mark under a point; where several are, the last drawn. */
export function markAt(marks: readonly Mark[], x: number, y: number): number | undefined {
  const found = marks.findLastIndex(
    (mark) => x >= mark.x && x < mark.x + mark.width && y >= mark.y && y < mark.y + mark.height,
  );
  return found < 0 ? undefined : found;
}

interface Walk {
  readonly count: number;
  /** Marks beside each other before the next row begins. */
  readonly across: number;
}

/** Where a key leads; undefined where it leads nowhere. Of a single row or column, all arrows lead to the neighbours. */
export function walkTo(key: string, from: number | undefined, { count, across }: Walk): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const row = across > 1 && across < count ? across : 1;
  const steps = new Map([
    ['ArrowRight', 1],
    ['ArrowLeft', -1],
    ['ArrowDown', row],
    ['ArrowUp', -row],
  ]);
  const step = steps.get(key);
  if (step === undefined) return undefined;
  if (from === undefined) return 0;
  const to = from + step;
  if (to < 0 || to >= count) return from;
  const leavesRow = row > 1 && Math.abs(step) === 1 && Math.floor(to / row) !== Math.floor(from / row);
  return leavesRow ? from : to;
}

/** The reading as one sentence, for whoever hears it. */
export function spoken({ title, lines }: Reading): string {
  return [title, ...lines.map(({ words }) => words)].join('. ');
}
