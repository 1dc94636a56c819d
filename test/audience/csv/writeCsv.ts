import type { Audience, Column } from '../../../src/audience/audience.ts';

interface Dialect {
  readonly delimiter: string;
  readonly lineEnd: string;
}

/** Quotes where the delimiter, a quote, a line end or an outer blank asks for it. */
export function writeRecords(
  records: readonly (readonly string[])[],
  { delimiter, lineEnd }: Dialect,
): string {
  const field = (text: string): string =>
    /["\r\n]|^\s|\s$/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return records.map((record) => record.map(field).join(delimiter) + lineEnd).join('');
}

export function writeCsv(audience: Audience): string {
  const records = [audience.columns.map(({ name }) => name)];
  for (let row = 0; row < audience.rows; row++)
    records.push(audience.columns.map(({ data }) => textAt(data, row)));
  return writeRecords(records, { delimiter: ',', lineEnd: '\n' });
}

function textAt(data: Column, row: number): string {
  if (data.type === 'category') return data.dictionary[data.codes[row]!] ?? '';
  const value = data.values[row]!;
  if (data.type === 'boolean') return ['no', 'yes', ''][value]!;
  if (Number.isNaN(value)) return '';
  return data.type === 'number'
    ? String(value)
    : new Date(value * 60_000).toISOString().slice(0, data.precision === 'day' ? 10 : 16);
}
