import { MISSING_CODE, type Audience, type Column, type Roles } from '../../src/audience/audience.ts';

/** Columns from plain values; `undefined` is missing. */
export function numberColumn(...values: (number | undefined)[]): Column {
  return { type: 'number', values: Float64Array.from(values, (value) => value ?? NaN) };
}

export function yesNoColumn(...values: (boolean | undefined)[]): Column {
  return {
    type: 'boolean',
    values: Uint8Array.from(values, (value) => (value === undefined ? 2 : Number(value))),
  };
}

export function textColumn(...values: (string | undefined)[]): Column {
  const dictionary = [...new Set(values.filter((value) => value !== undefined))];
  const codes = Uint32Array.from(values, (value) =>
    value === undefined ? MISSING_CODE : dictionary.indexOf(value),
  );
  return { type: 'category', codes, dictionary };
}

/** Days as ISO dates. */
export function dayColumn(...values: (string | undefined)[]): Column {
  return { type: 'date', precision: 'day', values: minutes(values) };
}

/** Instants as ISO date-times. */
export function instantColumn(...values: (string | undefined)[]): Column {
  return { type: 'date', precision: 'minute', values: minutes(values) };
}

function minutes(values: readonly (string | undefined)[]): Float64Array {
  return Float64Array.from(values, (value) => (value === undefined ? NaN : Date.parse(value) / 60_000));
}

export function audienceWith(columns: Readonly<Record<string, Column>>, roles: Roles = {}): Audience {
  const named = Object.entries(columns).map(([name, data]) => ({ name, data }));
  const first = named[0]?.data;
  const rows = first === undefined ? 0 : first.type === 'category' ? first.codes.length : first.values.length;
  return { id: 'test', name: 'test', rows, columns: named, roles };
}

export function allRows(audience: Audience): Uint32Array {
  return Uint32Array.from({ length: audience.rows }, (_, row) => row);
}
