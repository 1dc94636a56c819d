import type { ExchangeFile } from '../journey/portability.ts';
import { lookOfText, lookOfValue } from './looks.ts';
import type { PlatformId } from './platformId.ts';
import { readJsonFile } from './read/readJsonFile.ts';

/** Which platform a file is from, by what only its files have; undefined: none that is known here. The file may still be damaged. */
export function recognise(file: ExchangeFile): PlatformId | undefined {
  const text = lookOfText(file.text);
  if (text) return text.platform;
  const read = readJsonFile(file);
  return read.ok ? lookOfValue(read.value)?.platform : undefined;
}
