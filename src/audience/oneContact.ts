import { MISSING_CODE, type Audience, type AudienceSchema, type Column } from './audience.ts';
import { columnWithRole } from './columnWithRole.ts';
import { isZone } from './zones.ts';
import { yesNoOf } from './yesNo.ts';

const MILLISECONDS_PER_MINUTE = 60_000;
const DAY_LENGTH = 'yyyy-mm-dd'.length;
const MINUTE_LENGTH = 'yyyy-mm-ddThh:mm'.length;

/** A contact as a form holds it, by column: 12.5, yes or no, 2026-11-22, 2026-11-22T09:30 (UTC), words. Missing: left out. */
export type ContactForm = Readonly<Record<string, string>>;

type SchemaColumn = AudienceSchema['columns'][number];

export function formOf(audience: Audience, row: number): ContactForm {
  return Object.fromEntries(
    audience.columns.flatMap(({ name, data }) => {
      const text = textAt(data, row);
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

function textAt(data: Column, row: number): string | undefined {
  if (data.type === 'category') return data.dictionary[data.codes[row] ?? MISSING_CODE];
  const value = data.values[row] ?? NaN;
  if (data.type === 'boolean') return value === 1 ? 'yes' : value === 0 ? 'no' : undefined;
  if (Number.isNaN(value)) return undefined;
  if (data.type === 'number') return String(value);
  const text = new Date(value * MILLISECONDS_PER_MINUTE).toISOString();
  return text.slice(0, data.precision === 'day' ? DAY_LENGTH : MINUTE_LENGTH);
}

/** Whether a column can hold what a form says. */
export function fitsColumn(column: SchemaColumn, text: string): boolean {
  return text.trim() === '' || isKnown(dataOf(column, text));
}

/** An audience of one contact, with the columns and roles of another. What does not fit its column is missing. */
export function audienceOfOne({ columns, roles }: AudienceSchema, form: ContactForm): Audience {
  return {
    id: 'one-contact',
    name: '',
    rows: 1,
    columns: columns.map((column) => ({ name: column.name, data: dataOf(column, form[column.name] ?? '') })),
    roles,
  };
}

/** What a journey is compiled for, so that the contact's zone is among those it knows. */
export function schemaWith(schema: AudienceSchema, contact: Audience): AudienceSchema {
  const zone = columnWithRole(contact, 'zone')?.data;
  const own = zone?.type === 'category' ? zone.dictionary.filter(isZone) : [];
  const isNew = own.some((id) => !schema.zones.includes(id));
  return isNew ? { ...schema, zones: [...new Set([...schema.zones, ...own])].sort() } : schema;
}

/** What the audience says of machines that open a contact's e-mail; undefined: nothing. */
export function readByMachine(audience: Audience, row: number): boolean | undefined {
  const data = columnWithRole(audience, 'machineReader')?.data;
  const answer = data === undefined ? 2 : yesNoOf(data, Uint32Array.of(row))[0];
  return answer === 2 ? undefined : answer === 1;
}

function dataOf({ type, precision = 'minute' }: SchemaColumn, raw: string): Column {
  const text = raw.trim();
  switch (type) {
    case 'category':
      return raw === ''
        ? { type, codes: Uint32Array.of(MISSING_CODE), dictionary: [] }
        : { type, codes: Uint32Array.of(0), dictionary: [raw] };
    case 'boolean':
      return { type, values: Uint8Array.of(text === 'yes' ? 1 : text === 'no' ? 0 : 2) };
    case 'number':
      return { type, values: Float64Array.of(text === '' ? NaN : Number(text)) };
    case 'date':
      return { type, precision, values: Float64Array.of(minutesOf(text)) };
  }
}

function minutesOf(text: string): number {
  if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(text)) return NaN;
  return Date.parse(text.length === DAY_LENGTH ? text : `${text}Z`) / MILLISECONDS_PER_MINUTE;
}

function isKnown(data: Column): boolean {
  if (data.type === 'category') return true;
  const value = data.values[0] ?? NaN;
  return data.type === 'boolean' ? value !== 2 : Number.isFinite(value);
}
