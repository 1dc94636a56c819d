import type { Journey, StepId } from '../../journey/journey.ts';

/** Rows about steps as the canvas reads: from left to right, from top to bottom. Several of a step stay in their order. */
export function inCanvasOrder<Row>(
  rows: readonly Row[],
  { layout }: Pick<Journey, 'layout'>,
  stepOf: (row: Row) => string,
): readonly Row[] {
  const place = (row: Row) => layout[stepOf(row) as StepId] ?? { x: 0, y: 0 };
  return rows.toSorted((a, b) => place(a).x - place(b).x || place(a).y - place(b).y);
}
