import type { Sheet } from './memory.ts';

/** Contacts per piece of memory: one array for all would have to be found in one piece. */
const PIECE = 65_536;
/** More than this a tab would not get. */
const MOST_BYTES = 3 * 2 ** 30;

/**
 * The state of all contacts of a run, one after the other: whoever acts is brought into the engine's memory and put away again. What
 * belongs to one contact lies side by side, so that bringing it costs a few reads of far memory instead of one per column.
 */
export class Records {
  readonly #sheets: readonly Sheet[];
  readonly #intWidth: number;
  readonly #doubleWidth: number;
  readonly #ints: readonly Int32Array[];
  readonly #doubles: readonly Float64Array[];

  constructor(contacts: number, sheets: readonly Sheet[]) {
    this.#sheets = sheets;
    this.#intWidth = sheets.reduce((sum, { intColumns }) => sum + intColumns.length, 0);
    this.#doubleWidth = sheets.reduce((sum, { doubleColumns }) => sum + doubleColumns.length, 0);
    const bytes = contacts * (4 * this.#intWidth + 8 * this.#doubleWidth);
    if (bytes > MOST_BYTES)
      throw new RangeError(
        `a run that shares capacity would keep ${Math.ceil(bytes / 2 ** 30)} GB for ${contacts} contacts; choose fewer contacts, or caps that count fewer messages`,
      );
    const pieces = Array.from({ length: Math.ceil(contacts / PIECE) }, (_, piece) =>
      Math.min(PIECE, contacts - piece * PIECE),
    );
    this.#ints = pieces.map((count) => new Int32Array(count * this.#intWidth));
    this.#doubles = pieces.map((count) => new Float64Array(count * this.#doubleWidth));
  }

  /** Puts away what stands at place `i` of the sheets as contact `c`. */
  put(c: number, i: number): void {
    const piece = Math.floor(c / PIECE);
    const ints = this.#ints[piece]!;
    const doubles = this.#doubles[piece]!;
    let int = (c - piece * PIECE) * this.#intWidth;
    let double = (c - piece * PIECE) * this.#doubleWidth;
    for (const sheet of this.#sheets) {
      int = takeInts(sheet, i, ints, int);
      double = takeDoubles(sheet, i, doubles, double);
    }
  }

  /** Brings contact `c` to place `i` of the sheets. */
  bring(c: number, i: number): void {
    const piece = Math.floor(c / PIECE);
    const ints = this.#ints[piece]!;
    const doubles = this.#doubles[piece]!;
    let int = (c - piece * PIECE) * this.#intWidth;
    let double = (c - piece * PIECE) * this.#doubleWidth;
    for (const sheet of this.#sheets) {
      int = giveInts(sheet, i, ints, int);
      double = giveDoubles(sheet, i, doubles, double);
    }
  }
}

function takeInts({ size, ints, intColumns }: Sheet, i: number, record: Int32Array, at: number): number {
  for (let c = 0; c < intColumns.length; c++) record[at + c] = ints[intColumns[c]! * size + i]!;
  return at + intColumns.length;
}

function giveInts({ size, ints, intColumns }: Sheet, i: number, record: Int32Array, at: number): number {
  for (let c = 0; c < intColumns.length; c++) ints[intColumns[c]! * size + i] = record[at + c]!;
  return at + intColumns.length;
}

function takeDoubles(
  { size, doubles, doubleColumns }: Sheet,
  i: number,
  record: Float64Array,
  at: number,
): number {
  for (let c = 0; c < doubleColumns.length; c++) record[at + c] = doubles[doubleColumns[c]! * size + i]!;
  return at + doubleColumns.length;
}

function giveDoubles(
  { size, doubles, doubleColumns }: Sheet,
  i: number,
  record: Float64Array,
  at: number,
): number {
  for (let c = 0; c < doubleColumns.length; c++) doubles[doubleColumns[c]! * size + i] = record[at + c]!;
  return at + doubleColumns.length;
}
