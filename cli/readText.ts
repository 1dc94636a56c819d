import { createReadStream } from 'node:fs';
import { lineAndColumn } from '../src/journey/jsonText.ts';
import { printable, Refusal } from './refusal.ts';

const MEGABYTE = 1024 * 1024;

/** The whole text of a file of at most `mostMegabytes`. Reads no further than that: a device may have no end. */
export async function readText(file: string, mostMegabytes: number): Promise<string> {
  const bytes = await readBytes(file, mostMegabytes * MEGABYTE);
  if (bytes.length > mostMegabytes * MEGABYTE) {
    throw new Refusal(`${printable(file)} is larger than ${mostMegabytes} MB; is it the right file?`, 1);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const { line, column } = faultIn(bytes);
    throw new Refusal(
      `${printable(file)} is not text in UTF-8 (line ${line}, column ${column}); is it the right file?`,
      1,
    );
  }
}

/** Where bytes stop being UTF-8: after the longest beginning that can be read. */
function faultIn(bytes: Uint8Array): ReturnType<typeof lineAndColumn> {
  let whole = 0;
  let broken = bytes.length + 1;
  while (broken - whole > 1) {
    const middle = Math.floor((whole + broken) / 2);
    if (beginningOf(bytes, middle) === undefined) broken = middle;
    else whole = middle;
  }
  const text = beginningOf(bytes, whole) ?? '';
  return lineAndColumn(text, text.length);
}

/** Undefined: no text. A character that is not finished at the end is left out. */
function beginningOf(bytes: Uint8Array, length: number): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
  } catch {
    return undefined;
  }
}

/** A file's bytes from its start, at most one more than `most`. */
export async function readBytes(file: string, most: number): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of createReadStream(file, { end: most })) pieces.push(piece as Buffer);
  } catch (error) {
    throw new Refusal(`${printable(file)} cannot be read: ${reason(error)}`, 1);
  }
  return Buffer.concat(pieces);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you lack the permission',
  EPERM: 'you lack the permission',
  ENOTDIR: 'part of its path is not a folder',
  EEXIST: 'something of that name is there already',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'there is no room left',
  EROFS: 'it is where nothing can be written',
};

/** Why a file could not be read or written. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (code === '' ? 'it broke off' : code);
}
