import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeFile } from '../src/exchange/contract.ts';
import { printable, Refusal } from './refusal.ts';
import { reason } from './readText.ts';

/** Writes one file to `out`, which may be a folder, and several into the folder `out`, made where it is not there. Answers where they are. */
export async function writeFiles(files: readonly ExchangeFile[], out: string): Promise<readonly string[]> {
  try {
    const [only] = files;
    if (only && files.length === 1 && !(await isFolder(out))) {
      await writeFile(out, only.text);
      return [out];
    }
    await mkdir(out, { recursive: true });
    const paths = files.map(({ name }) => join(out, name));
    await Promise.all(files.map(({ text }, index) => writeFile(paths[index] ?? out, text)));
    return paths;
  } catch (error) {
    throw new Refusal(`${printable(out)} cannot be written: ${reason(error)}`, 1);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
