import { ACTUAL_FIELDS, type ActualField } from '../../../analytics/actual/foreseen.ts';
import { minutesOf, type DateStyle } from '../../../audience/csv/dates.ts';
import { readDeclaration, sniffDelimiter } from '../../../audience/csv/delimiter.ts';
import { normaliseLineEnds, RecordReader, type Batch } from '../../../audience/csv/records.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { columnsIn, type ActualColumns } from './actualColumns.ts';

/** One line of what happened. */
export interface ActualRow {
  /** As 2026-12-03. */
  readonly day: string;
  readonly step?: string;
  readonly channel?: string;
  /** Where it stands in the file; absent: it was kept by an earlier version of the app. */
  readonly line?: number;
  readonly values: Readonly<Partial<Record<ActualField, number>>>;
}

export type ReadActual =
  | { readonly ok: true; readonly rows: readonly ActualRow[]; readonly doubts: readonly string[] }
  /** Nothing was read: why, a sentence each. */
  | { readonly ok: false; readonly reasons: readonly string[] }
  /** Whether day or month stands first has to be told: a day of the file, as it stands there. */
  | { readonly ok: false; readonly ask: string };

/** How days with slashes are meant. */
export type DayOrder = Extract<DateStyle, 'dayFirst' | 'monthFirst'>;

const MOST_CHARACTERS = 5 * 1024 * 1024;
const SNIFFED = 20_000;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/\d{4}/;
const MILLISECONDS_PER_MINUTE = 60_000;

/** Reads the text of a file of what happened. A line that cannot be used is left out with a sentence; the rest counts. */
export function readActual(text: string, t: Translate, told?: DayOrder): ReadActual {
  if (text.length > MOST_CHARACTERS) return refused(t('actual.problems.tooLarge'));
  const source = normaliseLineEnds(text.replace(/^\uFEFF/, ''), true);
  if (source.trim() === '') return refused(t('actual.problems.empty'));
  if (source.includes('\0') || source.startsWith('PK\u0003\u0004'))
    return refused(t('actual.problems.notText'));
  const table = tableOf(source);
  if (!table) return refused(t('actual.problems.openQuote'));
  const [header = [], ...records] = table.records;
  const columns = columnsIn(header);
  if (!columns) return refused(t('actual.problems.noDay'));
  if (columns.fields.length === 0) return refused(t('actual.problems.noField'));
  const doubts: string[] = [];
  const days = records.map((record) => textOf(record[columns.day] ?? ''));
  const style = told ?? styleOf(days);
  const open = style === undefined ? days.find((day) => SLASHED.test(day)) : undefined;
  if (open !== undefined) return { ok: false, ask: open };
  const rows = records.flatMap((record, at) => {
    const line = table.lines[at + 1] ?? 0;
    if (record.length === 1 && record[0]?.trim() === '') return [];
    const row = rowOf(record, { line, header, columns, style, t });
    if (typeof row !== 'string') return [row];
    doubts.push(row);
    return [];
  });
  if (rows.length === 0) return refused(t('actual.problems.noRow'), ...doubts);
  const filled = rows.filter(({ values }) => Object.keys(values).length > 0);
  if (filled.length === 0) return refused(t('actual.problems.noFigures', { count: rows.length }), ...doubts);
  return { ok: true, rows: filled, doubts };
}

function refused(...reasons: readonly string[]): ReadActual {
  return { ok: false, reasons };
}

/** Cut as the import of contacts cuts; undefined: a quote stays open. */
function tableOf(source: string): Pick<Batch, 'records' | 'lines'> | undefined {
  const declared = readDeclaration(source);
  const body = declared ? source.slice(declared.length) : source;
  try {
    const delimiter = declared?.delimiter ?? sniffDelimiter(body.slice(0, SNIFFED), body.length <= SNIFFED);
    const reader = new RecordReader(delimiter);
    const [first, last] = [reader.feed(body), reader.finish()];
    const ahead = declared ? 1 : 0;
    return {
      records: [...first.records, ...last.records],
      lines: [...first.lines, ...last.lines].map((line) => line + ahead),
    };
  } catch (error) {
    if (error instanceof Error && error.name === 'Refused') return undefined;
    throw error;
  }
}

interface RowMeans {
  readonly line: number;
  readonly header: readonly string[];
  readonly columns: ActualColumns;
  readonly style: DateStyle | undefined;
  readonly t: Translate;
}

/** The row, or what is wrong with it. */
function rowOf(record: readonly string[], { line, header, columns, style, t }: RowMeans): ActualRow | string {
  const rest = record.slice(header.length);
  if (record.length < header.length || rest.some((field) => field.trim() !== ''))
    return t('actual.problems.fields', { line, found: record.length, columns: header.length });
  const textAt = (place: number | undefined) => (place === undefined ? '' : textOf(record[place] ?? ''));
  const found = textAt(columns.day);
  const day = dayOf(found, style);
  if (day === undefined) return t('actual.problems.day', { line, found: clip(found) });
  const values: Partial<Record<ActualField, number>> = {};
  for (const { field, place } of columns.fields) {
    const cell = textAt(place);
    if (isBlank(cell)) continue;
    const value = figureOf(cell);
    const column = header[place]?.trim() ?? field;
    if (value === undefined) return t('actual.problems.number', { line, found: clip(cell), column });
    if (value < 0) return t('actual.problems.negative', { line, found: clip(cell), column });
    values[field] = value;
  }
  const [step, channel] = [textAt(columns.step), textAt(columns.channel)];
  return { day, line, ...(step !== '' && { step }), ...(channel !== '' && { channel }), values };
}

/** Spreadsheets and this app put an apostrophe before what could act as a formula. */
function textOf(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '');
}

function isBlank(cell: string): boolean {
  return cell === '' || /^(-|–|n\/?a|null)$/i.test(cell);
}

/** A whole or decimal number, thousands apart or not, money with its sign. */
function figureOf(cell: string): number | undefined {
  const bare = cell.replace(/^[^\d\-−.,]{1,3}|[\s\u00a0\u202f']|[^\d.,]{1,3}$/gu, '').replace('−', '-');
  const decimal = /^-?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(bare)
    ? bare.replaceAll(/[.,]/g, '')
    : bare.lastIndexOf(',') > bare.lastIndexOf('.')
      ? bare.replaceAll('.', '').replace(',', '.')
      : bare.replaceAll(',', '');
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(decimal) && !cell.includes('%') ? Number(decimal) : undefined;
}

/** How slashes are meant, told by a day above the twelfth anywhere in the column; undefined: nobody knows. */
function styleOf(days: readonly string[]): DayOrder | undefined {
  const slashed = days.flatMap((day) => {
    const parts = SLASHED.exec(day);
    return parts ? [[Number(parts[1]), Number(parts[2])] as const] : [];
  });
  if (slashed.some(([first]) => first > 12)) return 'dayFirst';
  return slashed.some(([, second]) => second > 12) ? 'monthFirst' : undefined;
}

/** Of a day or an instant, the day it says. */
export function dayOf(text: string, slashes: DateStyle | undefined): string | undefined {
  const [head = ''] = text.split(/[T ,]/);
  const styles: readonly DateStyle[] = ['iso', 'dotted', ...(slashes ? [slashes] : [])];
  for (const style of styles) {
    const minutes = minutesOf(head, style);
    if (Number.isFinite(minutes))
      return new Date(minutes * MILLISECONDS_PER_MINUTE).toISOString().slice(0, 10);
  }
  return undefined;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** What was kept by an earlier visit, if it still is what this one keeps. */
export function isActualRows(value: unknown): value is readonly ActualRow[] {
  const isValues = (values: unknown) =>
    typeof values === 'object' &&
    values !== null &&
    Object.entries(values).every(
      ([field, figure]) => ACTUAL_FIELDS.some((known) => known === field) && typeof figure === 'number',
    );
  return (
    Array.isArray(value) &&
    value.every(
      (row: unknown) =>
        typeof row === 'object' &&
        row !== null &&
        'day' in row &&
        typeof row.day === 'string' &&
        'values' in row &&
        isValues(row.values),
    )
  );
}
