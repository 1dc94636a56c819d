import { strToU8, zipSync } from 'fflate';
import type { ExchangeFile } from '../journey/portability.ts';

/** Nobody's clock is in a file: the same files make the same bytes. */
const EPOCH = new Date(1980, 0, 1);

/** Several files as the bytes of one `.zip`, in their order. */
export function zipOf(files: readonly ExchangeFile[]): Uint8Array<ArrayBuffer> {
  const entries = Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]));
  return new Uint8Array(zipSync(entries, { level: 6, mtime: EPOCH }));
}
