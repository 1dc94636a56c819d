import type { Problem } from '../journey/problem.ts';
import { clip } from '../journey/schemaWords.ts';
import type { ExchangeFile, Imported, ImportOptions } from './contract.ts';
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

function unknownFile([file]: readonly ExchangeFile[]): Problem {
  const damaged = file && /^\s*[[{]/.test(file.text) ? readJsonFile(file) : undefined;
  if (damaged && !damaged.ok) return damaged.problem;
  const names = Object.values(PLATFORMS).map(({ name }) => name);
  const words = `“${clip(file?.name ?? '')}” is no journey that can be read here. There are readers for Rehearsal’s own files and those of ${names.join(', ')}.`;
  return { code: 'unknown-file', severity: 'error', words, values: { file: clip(file?.name ?? '') } };
}

function refused(code: string, words: string): Reading {
  return { ok: false, problems: [{ code, severity: 'error', words, values: {} }] };
}
