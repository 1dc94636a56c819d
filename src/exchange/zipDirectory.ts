import { strFromU8 } from 'fflate';

/** One file of an archive, as the archive's directory tells of it. */
export interface ZipEntry {
  /** With its folders. */
  readonly name: string;
  readonly isDeflated: boolean;
  /** Bytes in the archive, still packed. */
  readonly packed: Uint8Array;
  /** Bytes that it says it unpacks to. */
  readonly size: number;
  /** CRC-32 of what it unpacks to. */
  readonly checksum: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** What is in an archive; folders are left out. Undefined: it is damaged, locked, or packed in a way that hardly anybody uses. */
export function zipDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  try {
    return readDirectory(bytes);
  } catch (error) {
    // A DataView throws it where the archive points outside of itself.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  for (let n = 0, at = view.getUint32(end + 16, true); n < count; n++) {
    if (view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const name = strFromU8(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength));
    const entry = entryAt({ bytes, view, at, name });
    if (!entry) return undefined;
    if (!name.endsWith('/')) entries.push(entry);
    at += ENTRY_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

interface EntryPlace {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the directory tells of it. */
  readonly at: number;
  readonly name: string;
}

function entryAt({ bytes, view, at, name }: EntryPlace): ZipEntry | undefined {
  const isLocked = (view.getUint16(at + 8, true) & 1) !== 0;
  const method = view.getUint16(at + 10, true);
  const local = view.getUint32(at + 42, true);
  if (isLocked || (method !== STORED && method !== DEFLATED)) return undefined;
  if (view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packedLength = view.getUint32(at + 20, true);
  if (start + packedLength > bytes.length) return undefined;
  return {
    name,
    isDeflated: method === DEFLATED,
    packed: bytes.subarray(start, start + packedLength),
    size: view.getUint32(at + 24, true),
    checksum: view.getUint32(at + 16, true),
  };
}

/** The directory's end, which stands at the archive's, before a comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}
