import type { Problem } from '../../journey/problem.ts';
import type { Budget } from './budget.ts';
import { ColumnBuilder } from './columnBuilder.ts';
import { readText } from './encoding.ts';
import { nameColumns } from './header.ts';
import { doubts, MAX_COLUMNS, Refused, refusals } from './problems.ts';
import { RecordReader, type Batch, type Delimiter } from './records.ts';
import type { CsvSource, Encoding } from './source.ts';

/** How a file is written. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The first line names the delimiter and is no record. */
  readonly declared: boolean;
}

export interface TableOptions {
  readonly budget: Budget;
  /** Columns to read as texts only, all others left out; absent: all columns. */
  readonly again?: ReadonlySet<number>;
  /** Told the bytes read so far, after each piece. */
  readonly onBytes: (bytesRead: number) => void;
}

export interface Table {
  readonly names: readonly string[];
  /** One per name; undefined where left out. */
  readonly builders: readonly (ColumnBuilder | undefined)[];
  readonly rows: number;
  /** The line of the file, from 1, on which a row starts. */
  readonly lineOf: (row: number) => number;
  readonly warnings: readonly Problem[];
}

/** Reads a file from end to end. Throws `Refused`, and `WrongEncoding` when it is written in another. */
export async function readTable(source: CsvSource, dialect: Dialect, options: TableOptions): Promise<Table> {
  const reader = new RecordReader(dialect.delimiter);
  const table = new TableBuilder(dialect, options);
  for await (const { text, bytesRead } of readText(source, dialect.encoding)) {
    table.add(reader.feed(text));
    options.onBytes(bytesRead);
  }
  table.add(reader.finish());
  return table.finish();
}

class TableBuilder {
  private names: readonly string[] = [];
  private builders: readonly (ColumnBuilder | undefined)[] = [];
  private rows = 0;
  private readonly lines = new RowLines();
  private declarations: number;
  private readonly warnings: Problem[] = [];
  private readonly ragged = new Tally();
  private readonly quotes = new Tally();
  private readonly dialect: Dialect;
  private readonly options: TableOptions;

  constructor(dialect: Dialect, options: TableOptions) {
    this.dialect = dialect;
    this.options = options;
    this.declarations = dialect.declared ? 1 : 0;
  }

  add(batch: Batch): void {
    for (const index of batch.strayQuotes) this.quotes.count(batch.lines[index]!);
    batch.records.forEach((record, index) => {
      if (record.length === 1 && record[0]!.trim() === '') return;
      if (this.declarations > 0) this.declarations--;
      else if (this.names.length === 0) this.start(record);
      else if (this.addRow(record)) this.lines.note(this.rows - 1, batch.lines[index]!);
      else this.ragged.count(batch.lines[index]!, record.length);
    });
  }

  finish(): Table {
    if (this.names.length === 0) throw new Refused(refusals.empty());
    if (this.rows === 0) throw new Refused(this.whyNoRows());
    if (this.ragged.times > 0)
      this.warnings.push(doubts.raggedRows(this.ragged.times, this.ragged.firstLine, this.names.length));
    if (this.quotes.times > 0)
      this.warnings.push(doubts.strayQuotes(this.quotes.times, this.quotes.firstLine));
    const { names, builders, rows, lines, warnings } = this;
    return { names, builders, rows, lineOf: (row) => lines.lineOf(row), warnings };
  }

  private start(header: readonly string[]): void {
    if (header.length === 1) throw new Refused(refusals.oneColumn(header[0]!.trim().slice(0, 80)));
    if (header.length > MAX_COLUMNS) throw new Refused(refusals.tooManyColumns(header.length));
    const { names, warnings } = nameColumns(header);
    this.names = names;
    this.warnings.push(...warnings);
    const { budget, again } = this.options;
    const decimalComma = this.dialect.delimiter !== ',';
    this.builders = names.map((name, index) =>
      again === undefined || again.has(index)
        ? new ColumnBuilder({ name, budget, decimalComma, keepTexts: again !== undefined })
        : undefined,
    );
  }

  /** False when the row has another number of fields than the header: filled up or cut, its values could stand in wrong columns. */
  private addRow(record: readonly string[]): boolean {
    const { builders } = this;
    if (record.length !== builders.length && !endsInBlanks(record, builders.length)) return false;
    for (let index = 0; index < builders.length; index++) builders[index]?.add(record[index]!);
    this.rows++;
    return true;
  }

  private whyNoRows(): Problem {
    const { times, firstLine, firstLength } = this.ragged;
    return times === 0
      ? refusals.headerOnly()
      : refusals.noFittingRow(firstLine, firstLength, this.names.length);
  }
}

/** A delimiter too many at the end of a line shifts nothing. */
function endsInBlanks(record: readonly string[], length: number): boolean {
  return record.length > length && record.slice(length).every((field) => field.trim() === '');
}

/** How often something happened, and where for the first time. */
class Tally {
  times = 0;
  firstLine = 0;
  firstLength = 0;

  count(line: number, length = 0): void {
    if (this.times++ > 0) return;
    this.firstLine = line;
    this.firstLength = length;
  }
}

/** Lines of rows. Between skipped lines and cells of several lines, both count up together: only the jumps are kept. */
class RowLines {
  private readonly rows: number[] = [];
  private readonly ahead: number[] = [];

  /** Rows come in order. */
  note(row: number, line: number): void {
    if (this.ahead.at(-1) === line - row) return;
    this.rows.push(row);
    this.ahead.push(line - row);
  }

  lineOf(row: number): number {
    const jump = this.rows.findLastIndex((from) => from <= row);
    return row + (this.ahead[jump] ?? 0);
  }
}
