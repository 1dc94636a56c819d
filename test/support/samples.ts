import { readdirSync, readFileSync } from 'node:fs';
import { parseJourney } from '../../src/journey/format.ts';
import type { Journey } from '../../src/journey/journey.ts';

const FOLDER = new URL('../../public/samples/', import.meta.url);
const ENDING = '.journey.json';

/** The files of the templates, by name. */
export const SAMPLE_FILES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .sort();

/** The same without their ending. */
export const SAMPLE_NAMES: readonly string[] = SAMPLE_FILES.map((file) => file.slice(0, -ENDING.length));

export function sampleText(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}

export function openSample(name: string): Journey {
  const parsed = parseJourney(sampleText(`${name}${ENDING}`));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ words }) => words).join('\n'));
  return parsed.journey;
}
