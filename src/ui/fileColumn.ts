import type { Cell } from './csvText.ts';

/** One column of a file that a table is saved as: its header says what and in which unit, its cells are unprinted. */
export interface FileColumn<Row> {
  readonly header: string;
  readonly of: (row: Row) => Cell;
}

interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is behind a figure with its interval: three columns. `ends` are the headers of both ends. */
export function intervalColumns<Row>(
  header: string,
  ends: readonly [low: string, high: string],
  of: (row: Row) => Interval | undefined,
): readonly FileColumn<Row>[] {
  return [
    { header, of: (row) => of(row)?.value },
    { header: ends[0], of: (row) => of(row)?.low },
    { header: ends[1], of: (row) => of(row)?.high },
  ];
}
