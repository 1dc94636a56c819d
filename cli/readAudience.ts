import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Audience, Roles } from '../src/audience/audience.ts';
import { importCsv } from '../src/audience/csv/importCsv.ts';
import type { CsvSource, Encoding } from '../src/audience/csv/source.ts';
import { roleDoubts } from '../src/audience/roleDoubts.ts';
import { problemLine } from './readJourneyFile.ts';
import { reason, readBytes } from './readText.ts';
import { printable, Refusal } from './refusal.ts';
import { mergeRoles, readRoles } from './settings.ts';

/** Where a pipe is given instead of a file, it is read once and kept. */
const MOST_PIPED = 512 * 1024 * 1024;

/** The contacts of a CSV file. Doubts about the file go to standard error; roles in `rolesFile` replace guesses. */
export async function readAudience(file: string, rolesFile?: string): Promise<Audience> {
  const source = await openSource(file);
  const outcome = await importCsv(source, { id: 'audience', name: basename(file) }).catch(
    (error: unknown) => {
      throw new Refusal(`${printable(file)} cannot be read: ${reason(error)}`, 1);
    },
  );
  if (!outcome.ok)
    throw new Refusal(outcome.problems.map((problem) => problemLine(file, problem)).join('\n'), 1);
  const { audience } = outcome;
  const roles = rolesFile === undefined ? audience.roles : await correctedRoles(audience, rolesFile);
  for (const warning of [...outcome.warnings, ...roleDoubts(audience.columns, roles)])
    process.stderr.write(`${problemLine(file, warning)}\n`);
  return { ...audience, roles };
}

async function correctedRoles({ columns, roles }: Audience, file: string): Promise<Roles> {
  const names = columns.map(({ name }) => name);
  return mergeRoles(roles, await readRoles(file), { file, columns: names });
}

async function openSource(file: string): Promise<CsvSource> {
  const decoder = (encoding: Encoding, fatal: boolean) => new TextDecoder(encoding, { fatal });
  const { size, isRegular } = await measure(file);
  if (isRegular) return { sizeBytes: size, open: () => createReadStream(file), decoder };
  const bytes = await readBytes(file, MOST_PIPED);
  if (bytes.length > MOST_PIPED)
    throw new Refusal(`${printable(file)} is no file and gives more than 512 MB`, 1);
  return { sizeBytes: bytes.length, open: () => inOnePiece(bytes), decoder };
}

async function measure(file: string): Promise<{ readonly size: number; readonly isRegular: boolean }> {
  try {
    const found = await stat(file);
    return { size: found.size, isRegular: found.isFile() };
  } catch (error) {
    throw new Refusal(`${printable(file)} cannot be read: ${reason(error)}`, 1);
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
