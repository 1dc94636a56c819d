import { Refused, refusals } from './problems.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** No real row is longer; what is, follows a quote that was never closed. */
const MAX_RECORD_CHARS = 1 << 20;
const QUOTE = 34;
const LINE_END = 10;

/** Some whole records of a file, in order. */
export interface Batch {
  readonly records: readonly (readonly string[])[];
  /** Line of the file on which each record starts, from 1. */
  readonly lines: readonly number[];
  /** Indices of records in which text follows a closing quote, ascending. */
  readonly strayQuotes: readonly number[];
}

/**
 * Cuts text that arrives in pieces into records, as RFC 4180 says. Line ends of any kind, also inside quotes, become `\n`.
 * Where files are wrong it does what spreadsheets do: text after a closing quote belongs to the field (`"4" inch` is
 * `4 inch`), a quote inside a bare field is a letter. Libraries take such a quote as open and swallow the rows that follow.
 */
export class RecordReader {
  private readonly delimiter: number;
  private rest = '';
  private line = 1;

  constructor(delimiter: Delimiter) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  /** The records that are whole by now. Throws `Refused` on text that is none and on a quote that stays open. */
  feed(text: string): Batch {
    if (text.includes('\0')) throw new Refused(refusals.notText());
    const batch = this.cut(normaliseLineEnds(this.rest + text, false), false);
    if (this.rest.length > MAX_RECORD_CHARS) throw new Refused(refusals.openQuote(this.line));
    return batch;
  }

  /** The last record, when no line end follows it. */
  finish(): Batch {
    const batch = this.cut(normaliseLineEnds(this.rest, true), true);
    if (this.rest !== '') throw new Refused(refusals.openQuote(this.line));
    return batch;
  }

  private cut(text: string, last: boolean): Batch {
    const batch = { records: [] as string[][], lines: [] as number[], strayQuotes: [] as number[] };
    let from = 0;
    while (from < text.length) {
      const record = this.recordFrom(text, from, last);
      if (record === undefined) break;
      if (record.stray) batch.strayQuotes.push(batch.records.length);
      batch.records.push(record.fields);
      batch.lines.push(this.line);
      this.line += record.lineEnds;
      from = record.end;
    }
    this.rest = text.slice(from);
    return batch;
  }

  /** The record that starts at `from`; undefined when the text ends before it does. */
  private recordFrom(text: string, from: number, last: boolean): CutRecord | undefined {
    const record: CutRecord = { fields: [], end: from, lineEnds: 1, stray: false };
    do {
      if (!this.readField(text, record, last)) return undefined;
    } while (text.charCodeAt(record.end - 1) === this.delimiter);
    return record;
  }

  /** Appends the field at the record's end and moves the end behind what separates it from the next. */
  private readField(text: string, record: CutRecord, last: boolean): boolean {
    const start = record.end;
    const quoted = text.charCodeAt(start) === QUOTE;
    const closing = quoted ? closingQuote(text, start + 1) : start - 1;
    if (closing === undefined) return false;
    const stop = this.fieldEnd(text, closing + 1);
    if (stop === text.length && !last) return false;
    record.fields.push(
      quoted
        ? unquote(text.slice(start + 1, closing), text.slice(closing + 1, stop), record)
        : text.slice(start, stop),
    );
    record.end = stop + 1;
    return true;
  }

  /** Position of the next delimiter or line end, or the text's length. */
  private fieldEnd(text: string, from: number): number {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === this.delimiter || code === LINE_END) break;
    }
    return at;
  }
}

interface CutRecord {
  readonly fields: string[];
  /** Position after the delimiter or line end of the last field. */
  end: number;
  lineEnds: number;
  stray: boolean;
}

/** Position of the quote that ends the field, past doubled ones; undefined when the text has none. */
function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  }
  return undefined;
}

/** The field's value from what stands between its quotes and after them; notes what it means for the record. */
function unquote(inner: string, tail: string, record: CutRecord): string {
  for (let at = inner.indexOf('\n'); at !== -1; at = inner.indexOf('\n', at + 1)) record.lineEnds++;
  const value = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
  if (tail.trim() === '') return value;
  record.stray = true;
  return value + tail;
}

/** A `\r` at the end of a piece waits for the `\n` that may follow, unless the piece is the `last`. */
export function normaliseLineEnds(text: string, last: boolean): string {
  if (!text.includes('\r')) return text;
  return last ? text.replace(/\r\n?/g, '\n') : text.replace(/\r\n|\r(?!$)/g, '\n');
}
