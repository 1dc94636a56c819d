import Papa from 'papaparse';
import type { Delimiter } from './delimiter.ts';
import { Refused, refusals } from './problems.ts';

/** No real row is longer; what is, follows a quote that was never closed. */
const MAX_RECORD_CHARS = 1 << 20;

/** Some whole records of a file, in order. */
export interface Batch {
  readonly records: readonly (readonly string[])[];
  /** Line of the file on which the first record starts, from 1. */
  readonly firstLine: number;
  /** Indices of records with quotes in unusual places, ascending. */
  readonly strayQuotes: readonly number[];
}

/** Cuts text that arrives in pieces into records. Line ends of any kind, also inside quotes, become `\n`. */
export class RecordReader {
  private readonly parser: InstanceType<typeof Papa.Parser>;
  private rest = '';
  private line = 1;

  constructor(delimiter: Delimiter) {
    this.parser = new Papa.Parser({ delimiter, newline: '\n' });
  }

  /** The records that are whole by now. Throws `Refused` on text that is none and on a quote that stays open. */
  feed(text: string): Batch {
    if (text.includes('\0')) throw new Refused(refusals.notText());
    const batch = this.parse(normaliseLineEnds(this.rest + text, false), true);
    if (this.rest.length > MAX_RECORD_CHARS) throw new Refused(refusals.openQuote(this.line));
    return batch;
  }

  /** The last record, when no line end follows it. */
  finish(): Batch {
    const text = normaliseLineEnds(this.rest, true);
    return this.parse(text, false);
  }

  private parse(text: string, more: boolean): Batch {
    const { data, errors, meta } = this.parser.parse(text, 0, more);
    const firstLine = this.line;
    if (errors.some(({ code }) => code === 'MissingQuotes')) {
      throw new Refused(refusals.openQuote(lineOfRecord({ records: data, firstLine }, data.length - 1)));
    }
    this.rest = text.slice(meta.cursor);
    this.line += countLineEnds(text, meta.cursor);
    const strayQuotes = new Set(errors.map(({ row }) => row ?? 0).filter((row) => row < data.length));
    return { records: data, firstLine, strayQuotes: [...strayQuotes] };
  }
}

/** The line on which a record of the batch starts. Counts on demand: only the first record in question needs it. */
export function lineOfRecord(
  { records, firstLine }: Pick<Batch, 'records' | 'firstLine'>,
  index: number,
): number {
  let line = firstLine;
  for (let i = 0; i < index; i++) {
    line++;
    for (const field of records[i]!) line += countLineEnds(field, field.length);
  }
  return line;
}

/** A `\r` at the end of a piece waits for the `\n` that may follow, unless the piece is the `last`. */
export function normaliseLineEnds(text: string, last: boolean): string {
  if (!text.includes('\r')) return text;
  return last ? text.replace(/\r\n?/g, '\n') : text.replace(/\r\n|\r(?!$)/g, '\n');
}

function countLineEnds(text: string, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
