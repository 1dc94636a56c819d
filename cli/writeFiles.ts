import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeFile } from '../src/exchange/contract.ts';
import { reason } from './readText.ts';
import { realPath } from './realPath.ts';
import { printable, Refusal } from './refusal.ts';

/**
 * Writes one file to `out`, and several into the folder `out`, which is made where it is not there; one file goes into a folder, too, if
 * `out` is one or ends like one. Answers where they are. What was read (`inputs`) is never written over.
 */
export async function writeFiles(
  files: readonly ExchangeFile[],
  out: string,
  inputs: readonly string[],
): Promise<readonly string[]> {
  const [only] = files;
  const asFile = only !== undefined && files.length === 1 && !out.endsWith('/') && !(await isFolder(out));
  const paths = asFile ? [out] : files.map(({ name }) => join(out, name));
  await refuseInputs(paths, inputs);
  try {
    if (!asFile) await mkdir(out, { recursive: true });
    await Promise.all(files.map(({ text }, index) => writeFile(paths[index] ?? out, text)));
    return paths;
  } catch (error) {
    throw new Refusal(`${printable(out)} cannot be written: ${reason(error)}`, 1);
  }
}

async function refuseInputs(paths: readonly string[], inputs: readonly string[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.map((input) => realPath(input))));
  for (const path of paths)
    if (read.has(await realPath(path)))
      throw new Refusal(`--out ${printable(path)} is a file that is read here; name another`, 2);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
