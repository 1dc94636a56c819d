import { access, constants, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { ExchangeFile } from '../src/journey/portability.ts';
import { reason } from './readText.ts';
import { realPath } from './realPath.ts';
import { printable, Refusal } from './refusal.ts';

/** Of a bundle whose files are sent one after the other, such as Dittofeed's. */
const NUMBERED = /^\d+-[a-z-]+\.json$/;
const MOST_NAMED = 5;

interface Target {
  /** As it was asked for. */
  readonly path: string;
  /** Where that leads in the end. */
  readonly place: string;
  /** The text beside it, until everything is written. */
  readonly aside: string;
  readonly text: string;
}

/**
 * Writes one file to `out`, and several into the folder `out`; one file goes into a folder, too, if `out` is one or ends like one. Folders
 * that are not there are made. Answers where the files are. What was read (`inputs`) is never written over. Throws a Refusal that names what
 * cannot be written; then all files are as they were.
 */
export async function writeFiles(
  files: readonly ExchangeFile[],
  out: string,
  inputs: readonly string[],
): Promise<readonly string[]> {
  const [only] = files;
  const asFile = only !== undefined && files.length === 1 && !out.endsWith('/') && !(await isFolder(out));
  if (!asFile) await refuseFolder(out, files);
  const paths = asFile ? [out] : files.map(({ name }) => join(out, name));
  await refuseInputs(paths, inputs);
  for (const path of paths) await refuseTarget(path);
  const folder = asFile ? dirname(out) : out;
  await trying(folder, () => mkdir(folder, { recursive: true }));
  await writeAll(await Promise.all(files.map(({ text }, index) => targetAt(paths[index] ?? out, text))));
  return paths;
}

async function targetAt(path: string, text: string): Promise<Target> {
  const place = await realPath(path);
  return { path, place, aside: join(dirname(place), `.${basename(place)}.tmp-${process.pid}`), text };
}

/** All texts beside their files first: most of what can go wrong goes wrong before the first old file is gone. */
async function writeAll(targets: readonly Target[]): Promise<void> {
  try {
    for (const { path, aside, text } of targets) await trying(path, () => writeFile(aside, text));
    for (const { path, aside, place } of targets) await trying(path, () => rename(aside, place));
  } catch (error) {
    await Promise.all(targets.map(({ aside }) => rm(aside, { force: true })));
    throw error;
  }
}

async function trying(path: string, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    throw new Refusal(`${printable(path)} cannot be written: ${reason(error)}`, 1);
  }
}

async function refuseInputs(paths: readonly string[], inputs: readonly string[]): Promise<void> {
  const read = new Set(await Promise.all(inputs.map((input) => realPath(input))));
  for (const path of paths)
    if (read.has(await realPath(path)))
      throw new Refusal(`--out ${printable(path)} is a file that is read here; name another`, 2);
}

/** A folder cannot become a file, and a device should not. */
async function refuseTarget(path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile())
    throw new Refusal(
      `${printable(path)} is not a file but a folder or a device, so nothing was written; choose another place`,
      2,
    );
  if (there) await trying(path, () => access(path, constants.W_OK));
}

/** What would make a folder useless, or its files misleading. */
async function refuseFolder(out: string, files: readonly ExchangeFile[]): Promise<void> {
  const there = await stat(out.replace(/(?<=.)\/+$/, '')).catch(() => undefined);
  if (there && !there.isDirectory()) {
    const need =
      files.length === 1 ? 'a name that ends with “/” is a folder’s' : `${files.length} files need a folder`;
    throw new Refusal(`--out ${printable(out)} is a file; ${need}`, 2);
  }
  const names = new Set(files.map(({ name }) => name));
  if (![...names].some((name) => NUMBERED.test(name))) return;
  const found = await readdir(out).catch(() => []);
  const old = found.filter((name) => NUMBERED.test(name) && !names.has(name)).sort();
  if (old.length === 0) return;
  const listed = old.slice(0, MOST_NAMED).join(', ') + (old.length > MOST_NAMED ? ', …' : '');
  throw new Refusal(
    `${printable(out)} holds files of another export, which would be sent along with this one: ${printable(listed)}. Choose an empty folder, or remove them. Nothing was written`,
    2,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
