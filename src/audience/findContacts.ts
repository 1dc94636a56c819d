import { MISSING_CODE, type Audience, type Column } from './audience.ts';

export interface FoundContact {
  /** Row of the audience, from 0. */
  readonly row: number;
  readonly column: string;
  /** What the column says of her. */
  readonly value: string;
}

interface Within {
  readonly most: number;
  /** Number of the audience's first row. */
  readonly from?: number;
}

/**
 * Contacts of whom some column says this text, whatever its case: a number exactly, words where it is a part of them. The identity counts
 * before other columns. At most `most`, ascending.
 */
export function findContacts(audience: Audience, text: string, { most, from = 0 }: Within): FoundContact[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const isId = ({ name }: { readonly name: string }) => audience.roles[name] === 'id';
  const columns = [...audience.columns].sort((a, b) => Number(isId(b)) - Number(isId(a)));
  const found = new Map<number, FoundContact>();
  for (const { name, data } of columns) {
    const matches = matcherOf(data, wanted);
    for (let row = 0; matches && row < audience.rows && found.size < most; row++) {
      const value = matches(row);
      if (value !== undefined && !found.has(row)) found.set(row, { row: from + row, column: name, value });
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

/** What the column says of a row that matches; undefined: it does not. */
function matcherOf(data: Column, wanted: string): ((row: number) => string | undefined) | undefined {
  if (data.type === 'category') {
    const { codes, dictionary } = data;
    const known = dictionary.map((text) => (text.toLowerCase().includes(wanted) ? text : undefined));
    if (known.every((text) => text === undefined)) return undefined;
    return (row) => (codes[row] === MISSING_CODE ? undefined : known[codes[row]!]);
  }
  const number = Number(wanted);
  if (data.type !== 'number' || Number.isNaN(number)) return undefined;
  return (row) => (data.values[row] === number ? String(number) : undefined);
}
