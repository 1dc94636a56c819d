import { MISSING_CODE, type Column } from '../../audience/audience.ts';
import type { Formats } from '../../i18n/useFormat.ts';

const EXAMPLES = 3;
/** Rows looked at: enough to find some values, few enough for a million rows. */
const LOOKED_AT = 5000;
const LONGEST = 32;
const MINUTE = 60_000;

export interface ExampleWords {
  readonly format: Formats;
  readonly yes: string;
  readonly no: string;
}

/** The first different values of a column, as people read them. */
export function examplesOf(column: Column, words: ExampleWords): readonly string[] {
  const found = new Set<string>();
  const rows = column.type === 'category' ? column.codes.length : column.values.length;
  for (let row = 0; row < Math.min(rows, LOOKED_AT) && found.size < EXAMPLES; row++) {
    const text = textAt(column, row, words);
    if (text !== undefined && text !== '') found.add(text);
  }
  return [...found];
}

function textAt(column: Column, row: number, { format, yes, no }: ExampleWords): string | undefined {
  switch (column.type) {
    case 'category': {
      const code = column.codes[row];
      return code === undefined || code === MISSING_CODE ? undefined : clipped(column.dictionary[code]);
    }
    case 'number': {
      const value = column.values[row];
      return value === undefined || Number.isNaN(value) ? undefined : format.number(value, 4);
    }
    case 'boolean': {
      const value = column.values[row];
      return value === 1 ? yes : value === 0 ? no : undefined;
    }
    case 'date': {
      const value = column.values[row];
      if (value === undefined || !Number.isFinite(value) || Math.abs(value * MINUTE) > 8.64e15)
        return undefined;
      const iso = new Date(value * MINUTE).toISOString();
      return column.precision === 'day' ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
    }
  }
}

function clipped(text: string | undefined): string | undefined {
  return text !== undefined && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
