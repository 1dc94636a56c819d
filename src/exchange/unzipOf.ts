import { Inflate } from 'fflate';
import type { Unzipped } from '../journey/portability.ts';
import { clip } from '../journey/schemaWords.ts';
import { type ZipEntry, zipDirectory } from './zipDirectory.ts';

const MOST_FILES = 20;
const MOST_MEGABYTES = 40;
const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;
/** Packed bytes that are unpacked at a time: they become a thousand times as many at most. */
const PIECE = 16 * 1024;

/**
 * The files of a `.zip` in its order, by the last part of their names; what file managers hide is left out. Whatever the bytes are, this
 * ends soon: sizes are taken from the directory before anything is unpacked, and unpacking stops where there is more than was said.
 */
export function unzipOf(bytes: Uint8Array): Unzipped {
  const directory = zipDirectory(bytes);
  if (!directory) return refused('zip-damaged', DAMAGED);
  const entries = directory.filter(({ name }) => !isHidden(name));
  if (entries.length === 0) return refused('zip-empty', 'This archive has no files in it.');
  if (entries.length > MOST_FILES)
    return refused(
      'zip-too-many-files',
      `This archive has ${entries.length} files; at most ${MOST_FILES} can be imported together. Is it the right file?`,
    );
  if (entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    return refused(
      'zip-too-large',
      `What is in this archive is larger than ${MOST_MEGABYTES} MB. Is it the right file?`,
    );
  const files = entries.map((entry) => ({ name: lastPart(entry.name), bytes: unpacked(entry) }));
  const broken = files.find((file) => file.bytes === undefined);
  if (broken)
    return refused(
      'zip-damaged',
      `“${clip(broken.name)}” in this archive is damaged. Save or download the archive again.`,
    );
  return { ok: true, files: files.flatMap(({ name, bytes: own }) => (own ? [{ name, bytes: own }] : [])) };
}

const DAMAGED =
  'This archive cannot be unpacked: it is damaged, locked with a password, or packed in an unusual way. Save or download it again, or unpack it and choose the files in it.';

/** Undefined: it is not what the directory says. */
function unpacked({ packed, isDeflated, size, checksum }: ZipEntry): Uint8Array | undefined {
  const bytes = isDeflated ? inflated(packed, size) : packed;
  return bytes?.length === size && checksumOf(bytes) === checksum ? bytes : undefined;
}

/** At most `most` bytes; undefined: there are more, or they are damaged. */
function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  const bytes = new Uint8Array(most);
  let length = 0;
  const inflate = new Inflate((piece) => {
    if (length + piece.length <= most) bytes.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += PIECE)
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    // Whatever it threw, these bytes were not packed by deflating.
    return undefined;
  }
  return length > most ? undefined : bytes.subarray(0, length);
}

/** CRC-32, as archives have it. */
function checksumOf(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

function isHidden(name: string): boolean {
  return name.startsWith('__MACOSX/') || lastPart(name).startsWith('.');
}

function lastPart(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name;
}

function refused(code: string, words: string): Unzipped {
  return { ok: false, problem: { code, severity: 'error', words, values: {} } };
}
