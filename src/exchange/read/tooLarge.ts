import { fileFault } from '../../journey/jsonFile.ts';
import type { Problem } from '../../journey/problem.ts';

const MOST_MEGABYTES = 10;
const MEGABYTE = 1024 * 1024;

/** Why a text is not even looked at: it is larger than any journey's file. Undefined: it is not. */
export function tooLarge(text: string): Problem | undefined {
  if (text.length <= MOST_MEGABYTES * MEGABYTE) return undefined;
  const size = Math.ceil(text.length / MEGABYTE);
  return fileFault(
    'file-too-large',
    `This file is ${size} MB; a journey file has at most ${MOST_MEGABYTES} MB. Is it the right file?`,
    { size },
  );
}
