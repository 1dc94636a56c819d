export interface HeatLabel {
  readonly key: string;
  readonly label: string;
}

/** A cell that stands out: where one is now, what is best. */
export interface HeatMark {
  readonly row: number;
  readonly column: number;
  readonly look: 'now' | 'best';
  readonly label: string;
}

/** What a grid shows. */
export interface Heat {
  readonly rows: readonly HeatLabel[];
  readonly columns: readonly HeatLabel[];
  /** By row, then column; undefined where there is none. */
  readonly values: readonly (readonly (number | undefined)[])[];
  readonly print: (value: number) => string;
  /** What the rows are. */
  readonly down?: string;
  /** The palest colour is that of zero; `least`: of the least value, where all are far from zero. */
  readonly from?: 'zero' | 'least';
}
