import { existsSync, readFileSync } from 'node:fs';
import { importCsv, type ImportOptions, type ImportOutcome } from '../../../src/audience/csv/importCsv.ts';
import type { CsvSource } from '../../../src/audience/csv/source.ts';
import type { Audience, Column } from '../../../src/audience/audience.ts';

/** A CSV file in memory, handed out in pieces of `pieceBytes`. */
export function sourceOf(contents: string | Uint8Array, pieceBytes = 1 << 20): CsvSource {
  const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
  return {
    sizeBytes: bytes.length,
    decoder: (encoding, fatal) => new TextDecoder(encoding, { fatal }),
    async *open() {
      for (let from = 0; from < bytes.length; from += pieceBytes) {
        yield await Promise.resolve(bytes.subarray(from, from + pieceBytes));
      }
    },
  };
}

type Options = Partial<ImportOptions> & { readonly pieceBytes?: number };

export function importOf(
  contents: string | Uint8Array,
  { pieceBytes, ...options }: Options = {},
): Promise<ImportOutcome> {
  return importCsv(sourceOf(contents, pieceBytes), { id: 'test', name: 'test.csv', ...options });
}

/** The audience of a file that must be good. */
export async function audienceOf(contents: string | Uint8Array, options: Options = {}): Promise<Audience> {
  const outcome = await importOf(contents, options);
  if (!outcome.ok) throw new Error(outcome.problems.map(({ words }) => words).join(' '));
  return outcome.audience;
}

/** The codes of the problems or warnings of an import. */
export function codesOf(outcome: ImportOutcome): string[] {
  return (outcome.ok ? outcome.warnings : outcome.problems).map(({ code }) => code);
}

export function columnOf(audience: Audience, name: string): Column {
  const column = audience.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column.data;
}

/** A column's values as plain values, undefined where missing. */
export function valuesOf(data: Column): (number | string | boolean | undefined)[] {
  switch (data.type) {
    case 'category':
      return Array.from(data.codes, (code) => data.dictionary[code]);
    case 'boolean':
      return Array.from(data.values, (value) => (value === 2 ? undefined : value === 1));
    case 'number':
    case 'date':
      return Array.from(data.values, (value) => (Number.isNaN(value) ? undefined : value));
  }
}

/** A file of ../shared/data, or undefined where it is absent. */
export function realFile(name: string): Uint8Array | undefined {
  const url = new URL(`../../../../shared/data/${name}`, import.meta.url);
  return existsSync(url) ? readFileSync(url) : undefined;
}
