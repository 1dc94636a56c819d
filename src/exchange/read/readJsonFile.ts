import { type FileKind, forbiddenKey, type ReadJson, readJsonText } from '../../journey/jsonFile.ts';
import type { ExchangeFile } from '../../journey/portability.ts';

const PLATFORM_FILE: FileKind = { name: 'journey', mostMegabytes: 10, mostDepth: 100 };

/** The JSON of a platform's file. Too large, too deep, cut short, or with keys that mean something to JavaScript: a problem. */
export function readJsonFile({ text }: ExchangeFile): ReadJson {
  const read = readJsonText(text, PLATFORM_FILE);
  if (!read.ok) return read;
  const problem = forbiddenKey(read.value);
  return problem ? { ok: false, problem } : read;
}
