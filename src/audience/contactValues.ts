import { MISSING_CODE, type Audience, type Column } from './audience.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
const NUMBER = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 10 });
const MILLISECONDS_PER_MINUTE = 60_000;

/** What one contact’s columns say, as people write it: “2 March 2026”, “yes”, “1234.5”. What is missing is left out. */
export function contactValues(audience: Audience, row: number): Readonly<Record<string, string>> {
  if (!(Number.isInteger(row) && row >= 0 && row < audience.rows))
    throw new RangeError(`invalid contact: ${row} of ${audience.rows}`);
  return Object.fromEntries(
    audience.columns.flatMap(({ name, data }) => {
      const words = wordsAt(data, row);
      return words === undefined ? [] : [[name, words]];
    }),
  );
}

function wordsAt(data: Column, row: number): string | undefined {
  if (data.type === 'category') {
    const code = data.codes[row] ?? MISSING_CODE;
    return code === MISSING_CODE ? undefined : data.dictionary[code];
  }
  const value = data.values[row] ?? NaN;
  switch (data.type) {
    case 'boolean':
      return value === 2 ? undefined : value === 1 ? 'yes' : 'no';
    case 'number':
      return Number.isNaN(value) ? undefined : NUMBER.format(value);
    case 'date': {
      if (Number.isNaN(value)) return undefined;
      const format = data.precision === 'day' ? DAY : MINUTE;
      return format.format(value * MILLISECONDS_PER_MINUTE) + (data.precision === 'day' ? '' : ' UTC');
    }
  }
}
