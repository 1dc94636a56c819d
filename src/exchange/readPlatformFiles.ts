import type { Problem } from '../journey/problem.ts';
import { clip } from '../journey/schemaWords.ts';
import type { ExchangeFile } from '../journey/portability.ts';
import type { Imported, ImportOptions } from './contract.ts';
import { lookOfValue } from './looks.ts';
import type { PlatformId } from './platformId.ts';
import { PLATFORMS } from './platforms.ts';
import { readJsonFile } from './read/readJsonFile.ts';
import { recognise } from './recognise.ts';

type Reading =
  | (Extract<Imported, { ok: true }> & { readonly platform: string; readonly isWhole: boolean })
  | (Extract<Imported, { ok: false }> & { readonly platform?: string });

const MOST_FILES = 20;

/** The journey in files of a platform, told by what is in them; `platform` where the person knows it better. Nothing is read in part. */
export async function readPlatformFiles(
  files: readonly ExchangeFile[],
  options: ImportOptions = {},
  platform?: PlatformId,
): Promise<Reading> {
  if (files.length > MOST_FILES)
    return refused(
      'too-many-files',
      `These are ${files.length} files; a journey of a platform has at most ${MOST_FILES}.`,
    );
  if (files.length > 0 && files.every(holdsNothing)) return { ok: false, problems: files.map(emptyFile) };
  const id = platform ?? mostLikely(files);
  if (id === undefined) return { ok: false, problems: [unknownFile(files)] };
  const { name, isWhole, load } = PLATFORMS[id];
  const read = await (await load()).import(files, options);
  return read.ok ? { ...read, platform: name, isWhole } : { ...read, platform: name };
}

/** Of a bundle, some files may hold nothing that tells. */
function mostLikely(files: readonly ExchangeFile[]): PlatformId | undefined {
  return files.map(recognise).find((id) => id !== undefined);
}

function unknownFile(files: readonly ExchangeFile[]): Problem {
  const told = files.map(knownFault).find((problem) => problem !== undefined);
  if (told) return told;
  const file = nameOf(files[0]);
  const names = Object.values(PLATFORMS).map(({ name }) => name);
  const words = `“${file}” is no journey that can be read here. There are readers for files of ${names.join(', ')}.`;
  return { code: 'unknown-file', severity: 'error', words, values: { file } };
}

/** What can be said of a file that is of no platform with a reader: it is damaged, or something that is known all the same. */
function knownFault(file: ExchangeFile): Problem | undefined {
  if (!/^\s*[[{]/.test(file.text)) return undefined;
  const read = readJsonFile(file);
  if (!read.ok) return read.problem;
  const look = lookOfValue(read.value);
  const name = nameOf(file);
  return (
    look && {
      code: 'file-elsewhere',
      severity: 'error',
      words: `“${name}” is ${look.what}: ${look.todo}.`,
      values: { file: name },
    }
  );
}

/** Empty, or JSON without anything in it. */
function holdsNothing({ text }: ExchangeFile): boolean {
  return /^\s*(null|\{\s*\}|\[\s*\])?\s*$/.test(text);
}

function emptyFile(file: ExchangeFile): Problem {
  const name = nameOf(file);
  const lack = file.text.trim() === '' ? 'is empty' : 'holds nothing';
  const words = `“${name}” ${lack}: there is no journey in it. Save or download it again.`;
  return { code: 'file-empty', severity: 'error', words, values: { file: name } };
}

function nameOf(file: ExchangeFile | undefined): string {
  return clip(file?.name ?? '');
}

function refused(code: string, words: string): Reading {
  return { ok: false, problems: [{ code, severity: 'error', words, values: {} }] };
}
