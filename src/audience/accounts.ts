import { MISSING_CODE, type Audience, type Column } from './audience.ts';
import { fold } from './compare.ts';

/** Of a column, once for all parts of a run. */
const known = new WeakMap<Column, Uint32Array>();

/**
 * The account of each of these contacts: the number of the first contact with the same value of the column. Texts that differ only in case
 * are one account, as they are one value to a rule. Who has no value is an account alone. A run that repeats the audience's rows repeats
 * its accounts: a copy is nobody's colleague.
 */
export function accountsOf(audience: Audience, name: string, contacts: Uint32Array): Uint32Array {
  const data = audience.columns.find((column) => column.name === name)?.data;
  if (data === undefined) return contacts.slice();
  const first = known.get(data) ?? firstRows(data);
  known.set(data, first);
  return contacts.map((contact) => {
    const row = contact % audience.rows;
    return contact - row + first[row]!;
  });
}

/** By row: the first row of the same account. */
function firstRows(data: Column): Uint32Array {
  const keyOf = keysOf(data);
  const firstOf = new Map<string | number, number>();
  const rows = data.type === 'category' ? data.codes.length : data.values.length;
  return Uint32Array.from({ length: rows }, (_, row) => {
    const key = keyOf(row);
    if (key === undefined) return row;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, row);
    return first ?? row;
  });
}

/** What a row's account is known by; undefined: by nothing. Yes and no, and dates, name no account. */
function keysOf(data: Column): (row: number) => string | number | undefined {
  if (data.type === 'category') {
    const names = data.dictionary.map((text) => fold(text) || undefined);
    return (row) => (data.codes[row] === MISSING_CODE ? undefined : names[data.codes[row]!]);
  }
  if (data.type !== 'number') return () => undefined;
  return (row) => (Number.isNaN(data.values[row]!) ? undefined : data.values[row]!);
}
