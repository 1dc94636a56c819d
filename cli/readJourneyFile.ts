import { parseJourney } from '../src/journey/format.ts';
import type { Journey } from '../src/journey/journey.ts';
import type { Problem } from '../src/journey/problem.ts';
import { readText } from './readText.ts';
import { printable, Refusal } from './refusal.ts';

const MOST_MEGABYTES = 10;
const MOST_LINES = 20;

export type ReadJourney =
  | { readonly ok: true; readonly journey: Journey }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The journey in a file, or what is wrong with the file's text. Throws when there is no such text. */
export async function parseJourneyFile(file: string): Promise<ReadJourney> {
  return parseJourney(await readText(file, MOST_MEGABYTES));
}

/** The journey in a file. Throws a Refusal that names each place where it is damaged. */
export async function readJourneyFile(file: string): Promise<Journey> {
  const parsed = await parseJourneyFile(file);
  if (parsed.ok) return parsed.journey;
  throw new Refusal(
    parsed.problems
      .slice(0, MOST_LINES)
      .map((problem) => problemLine(file, problem))
      .join('\n'),
    1,
  );
}

/** `FILE: step “Welcome” (welcome), at steps.welcome.channel: what is wrong.` */
export function problemLine(file: string, problem: Problem, journey?: Journey): string {
  const place = [stepWords(problem, journey), problem.path === undefined ? '' : `at ${problem.path}`].filter(
    (part) => part !== '',
  );
  return printable([file, ...(place.length > 0 ? [place.join(', ')] : []), problem.words].join(': '));
}

function stepWords({ step: id }: Problem, journey: Journey | undefined): string {
  if (id === undefined) return '';
  const name = journey?.steps[id]?.name;
  return name === undefined ? `step ${id}` : `step “${name}” (${id})`;
}
