import type { Problem } from '../../journey/problem.ts';

/** Stops an import at once. Thrown and caught inside this folder only: callers get the problem as a value. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.words);
    this.problem = problem;
  }
}

type Values = Readonly<Record<string, string | number>>;

function problem(severity: Problem['severity'], code: string, words: string, values: Values = {}): Problem {
  return { code, severity, words, values };
}

export const MAX_COLUMNS = 2_000;

/** Every reason not to take a file. */
export const refusals = {
  empty: () => problem('error', 'csvEmpty', 'The file is empty.'),
  notText: () =>
    problem(
      'error',
      'csvNotText',
      'This is not a text file, so it cannot be a CSV file. Export the list as CSV and choose that file.',
    ),
  workbook: () =>
    problem(
      'error',
      'csvWorkbook',
      'This is a zip archive or a spreadsheet workbook, not a CSV file. Save the sheet as “CSV UTF-8” and choose that file.',
    ),
  headerOnly: () => problem('error', 'csvHeaderOnly', 'The file has a header but no contacts below it.'),
  oneColumn: (header: string) =>
    problem(
      'error',
      'csvOneColumn',
      `Only one column was found, “${header}”. Columns must be separated by commas, semicolons, tabs or vertical bars.`,
      { header },
    ),
  tooManyColumns: (columns: number) =>
    problem(
      'error',
      'csvTooManyColumns',
      `The file has ${columns} columns; at most ${MAX_COLUMNS} can be imported.`,
      {
        columns,
        most: MAX_COLUMNS,
      },
    ),
  noFittingRow: (line: number, found: number, columns: number) =>
    problem(
      'error',
      'csvNoFittingRow',
      `No row fits the header: it names ${columns} columns, but line ${line} has ${found} fields.`,
      { line, found, columns },
    ),
  openQuote: (line: number) =>
    problem(
      'error',
      'csvOpenQuote',
      `The row that starts at line ${line} opens a quote that is never closed.`,
      { line },
    ),
  tooLarge: (megabytes: number, column: string) =>
    problem(
      'error',
      'csvTooLarge',
      `The file needs more than ${megabytes} MB of memory; column “${column}” was one too many. Remove columns that no rule needs, or split the file.`,
      { megabytes, column },
    ),
} as const;

/** The few cells because of which a column is text. */
export interface Misfits {
  readonly count: number;
  /** Cells that are not blank. */
  readonly of: number;
  readonly example: string;
  readonly line: number;
}

function mostly(code: string, type: string, column: string, { count, of, example, line }: Misfits): Problem {
  const cells = count === 1 ? `is no ${type}: “${example}”` : `are no ${type}s, the first “${example}”`;
  const words = `“${column}” is read as text, because ${count} of its ${of} values ${cells} at line ${line}. Correct ${count === 1 ? 'it' : 'them'} in the file to use the column as ${type}s.`;
  return problem('warning', code, words, { column, count, of, example, line });
}

/** What was taken differently from how it may have been meant. */
export const doubts = {
  raggedRows: (count: number, line: number, columns: number) =>
    problem(
      'warning',
      'csvRaggedRows',
      `${count} ${count === 1 ? 'row was' : 'rows were'} left out because ${count === 1 ? 'it does' : 'they do'} not have ${columns} fields like the header; the first is at line ${line}.`,
      { count, line, columns },
    ),
  strayQuotes: (count: number, line: number) =>
    problem(
      'warning',
      'csvStrayQuotes',
      `${count} ${count === 1 ? 'row has' : 'rows have'} quotes in unusual places; check the first, at line ${line}.`,
      { count, line },
    ),
  unnamedColumn: (position: number, name: string) =>
    problem(
      'warning',
      'csvUnnamedColumn',
      `Column ${position} has no name in the header; it is called “${name}”.`,
      { position, name },
    ),
  repeatedName: (original: string, name: string) =>
    problem(
      'warning',
      'csvRepeatedName',
      `The header names “${original}” more than once; one of them is called “${name}”.`,
      {
        original,
        name,
      },
    ),
  noHeader: () =>
    problem(
      'warning',
      'csvNoHeader',
      'The first line looks like data, not like a header; it was taken as the names of the columns.',
    ),
  ambiguousDates: (column: string) =>
    problem(
      'warning',
      'csvAmbiguousDates',
      `Dates in “${column}” can be read as day/month or month/day, so they stay text. Write them as 2026-11-21 to use them as dates.`,
      { column },
    ),
  mostlyDates: (column: string, bad: Misfits) => mostly('csvMostlyDates', 'date', column, bad),
  mostlyNumbers: (column: string, bad: Misfits) => mostly('csvMostlyNumbers', 'number', column, bad),
  timesWithoutZone: (column: string) =>
    problem(
      'warning',
      'csvTimesWithoutZone',
      `Times in “${column}” do not say their time zone; they were read as UTC.`,
      { column },
    ),
  guessedEncoding: () =>
    problem(
      'warning',
      'csvGuessedEncoding',
      'The file is not UTF-8; it was read as Windows-1252 (Western European). Check letters with accents.',
    ),
} as const;
