/**
 * Touches before conversions as columns: what every model of attribution reads, wherever the touches come from. A row is a sequence of
 * touches with what followed it, as often as that happened: one conversion of one contact, or all contacts whose touches were the same.
 */
export interface CreditPaths {
  /** What may claim credit: channels, steps or messages. Elsewhere a claimant is its place here. */
  readonly claimants: readonly string[];
  /** Touches of row r stand from `from[r]` to `from[r + 1]`, the earliest first; none: nothing claims what followed. */
  readonly from: Uint32Array;
  readonly claimant: Uint16Array;
  /** Days from each touch to the row's conversion. */
  readonly ageDays: Float64Array;
  /** Per row: conversions after these touches, what they were worth together, and contacts whom these touches did not move. */
  readonly conversions: Float64Array;
  readonly value: Float64Array;
  readonly nulls: Float64Array;
  /** Group of contacts of each row; `NO_GROUP` where it stands for contacts of several. */
  readonly group: Uint8Array;
  /** Per row, the touch from its first on at which the contact became a lead and an opportunity; −1 or absent: not known. */
  readonly lead?: Int32Array;
  readonly opportunity?: Int32Array;
}

export const NO_GROUP = 255;

export interface PathRow {
  readonly path: readonly string[];
  readonly conversions: number;
  readonly value?: number;
  readonly nulls?: number;
  /** Absent: touches are a day apart, the last on the day of the conversion. */
  readonly ageDays?: readonly number[];
  readonly lead?: number;
  readonly opportunity?: number;
}

/** Rows as people write them: claimants are numbered as they are first met. */
export function pathsOfRows(rows: readonly PathRow[]): CreditPaths {
  const places = new Map<string, number>();
  const placeOf = (name: string): number => {
    const place = places.get(name) ?? places.size;
    places.set(name, place);
    return place;
  };
  const from = new Uint32Array(rows.length + 1);
  rows.forEach(({ path }, row) => (from[row + 1] = from[row]! + path.length));
  const claimant = Uint16Array.from(rows.flatMap(({ path }) => path.map(placeOf)));
  const column = (of: (row: PathRow) => number): Float64Array => Float64Array.from(rows, of);
  return {
    claimants: [...places.keys()],
    from,
    claimant,
    ageDays: Float64Array.from(rows.flatMap(agesOf)),
    conversions: column(({ conversions }) => conversions),
    value: column(({ value = 0 }) => value),
    nulls: column(({ nulls = 0 }) => nulls),
    group: new Uint8Array(rows.length),
    lead: Int32Array.from(rows, ({ lead = -1 }) => lead),
    opportunity: Int32Array.from(rows, ({ opportunity = -1 }) => opportunity),
  };
}

function agesOf({ path, ageDays }: PathRow): readonly number[] {
  return ageDays ?? path.map((_, touch) => path.length - 1 - touch);
}

export function longestPath({ from }: CreditPaths): number {
  let longest = 0;
  for (let row = 0; row + 1 < from.length; row++) longest = Math.max(longest, from[row + 1]! - from[row]!);
  return longest;
}
