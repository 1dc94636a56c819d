import type { Problem } from '../../journey/problem.ts';
import type { Audience } from '../audience.ts';
import { guessRoles } from '../guessRoles.ts';
import { Budget, IMPORT_BUDGET_BYTES } from './budget.ts';
import type { Built } from './columnBuilder.ts';
import { readDeclaration, sniffDelimiter } from './delimiter.ts';
import { candidateEncodings, WrongEncoding } from './encoding.ts';
import { finishColumn } from './finishColumn.ts';
import { doubts, Refused, refusals } from './problems.ts';
import { readTable, type Dialect, type Table } from './readTable.ts';
import { normaliseLineEnds } from './records.ts';
import { readOpening, type CsvSource, type Encoding } from './source.ts';

/** Bytes of the file's start that decide its encoding and delimiter. */
const OPENING_BYTES = 1 << 17;

export interface ImportOptions {
  readonly id: string;
  /** The file's name; its ending is dropped. */
  readonly name: string;
  readonly budgetBytes?: number;
  /** Share of the file read, 0 to 1. */
  readonly onShare?: (share: number) => void;
}

export type ImportOutcome =
  | { readonly ok: true; readonly audience: Audience; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a CSV file into columns: encoding, delimiter, types and roles are found from the bytes. The audience's buffers are
 * new. What the file lacks comes back as a problem; only a file that cannot be read at all rejects.
 */
export async function importCsv(source: CsvSource, options: ImportOptions): Promise<ImportOutcome> {
  try {
    const opening = await readOpening(source, OPENING_BYTES);
    refuseOther(opening);
    for (const encoding of candidateEncodings(opening)) {
      const outcome = await importAs(encoding, opening, source, options);
      if (outcome !== undefined) return outcome;
    }
    return { ok: false, problems: [refusals.notText()] };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** Files that are easily taken for a CSV file. */
function refuseOther(opening: Uint8Array): void {
  if (opening.length === 0) throw new Refused(refusals.empty());
  if (opening[0] === 0x50 && opening[1] === 0x4b && opening[2]! < 8) throw new Refused(refusals.workbook());
}

/** Undefined when the file turns out to be written in another encoding. */
async function importAs(
  encoding: Encoding,
  opening: Uint8Array,
  source: CsvSource,
  options: ImportOptions,
): Promise<ImportOutcome | undefined> {
  try {
    const text = normaliseLineEnds(source.decoder(encoding, false).decode(opening), true);
    const declaration = readDeclaration(text);
    const sniffed = () =>
      sniffDelimiter(text.slice(declaration?.length ?? 0), opening.length >= source.sizeBytes);
    const delimiter = declaration?.delimiter ?? sniffed();
    const dialect = { encoding, delimiter, declared: declaration !== undefined };
    const { table, built } = await readColumns(source, dialect, options);
    const warnings =
      encoding === 'windows-1252' ? [doubts.guessedEncoding(), ...table.warnings] : [...table.warnings];
    return finishAudience({ ...table, warnings }, built, options);
  } catch (error) {
    if (error instanceof WrongEncoding) return undefined;
    throw error;
  }
}

interface Columns {
  readonly table: Table;
  readonly built: readonly Built[];
}

/** One reading does, unless a column's late values contradict its first thousands: that column is read again as text. */
async function readColumns(source: CsvSource, dialect: Dialect, options: ImportOptions): Promise<Columns> {
  const budget = new Budget(options.budgetBytes ?? IMPORT_BUDGET_BYTES);
  const onBytes = (bytesRead: number): void =>
    options.onShare?.(source.sizeBytes === 0 ? 1 : Math.min(1, bytesRead / source.sizeBytes));
  const table = await readTable(source, dialect, { budget, onBytes });
  const built = table.builders.map((builder) => builder!.finish());
  const again = new Set(built.flatMap(({ lane }, index) => (lane === 'lost' ? [index] : [])));
  if (again.size === 0) return { table, built };
  const second = await readTable(source, dialect, { budget, again, onBytes });
  return { table, built: built.map((column, index) => second.builders[index]?.finish() ?? column) };
}

function finishAudience(table: Table, built: readonly Built[], options: ImportOptions): ImportOutcome {
  const warnings = [...table.warnings];
  const columns = built.map((column, index) => {
    if (column.lane === 'lost') throw new Error(`column ${index} was lost twice`);
    const name = table.names[index]!;
    const finished = finishColumn(name, column, table.lineOf);
    warnings.push(...finished.warnings);
    return { name, data: finished.data };
  });
  const name = options.name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return {
    ok: true,
    audience: { id: options.id, name, rows: table.rows, columns, roles: guessRoles(columns) },
    warnings,
  };
}
