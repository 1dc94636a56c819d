import type { ParsedJourney } from '../../journey/format.ts';
import { parseJourney } from '../../journey/format.ts';

/** The templates by what they are for, in the order in which the library shows them: files of `public/samples`. */
export const TEMPLATE_JOBS = {
  win: ['welcome', 'lead-nurture', 'speed-to-lead', 'trial-to-paid'],
  orders: ['orchestration', 'abandoned-cart', 'back-in-stock', 'event-promotion'],
  keep: ['post-purchase', 'reorder', 'renewal', 'anniversary'],
  database: ['win-back', 're-permission'],
} as const;

export const JOBS = [
  'win',
  'orders',
  'keep',
  'database',
] as const satisfies readonly (keyof typeof TEMPLATE_JOBS)[];
export type Job = (typeof JOBS)[number];
export type TemplateName = (typeof TEMPLATE_JOBS)[Job][number];

export const TEMPLATES: readonly TemplateName[] = JOBS.flatMap(
  (job): readonly TemplateName[] => TEMPLATE_JOBS[job],
);

/** The text of a file next to the page. Rejects when it is not there. */
export async function readSample(file: string): Promise<string> {
  const answer = await fetch(`${import.meta.env.BASE_URL}samples/${file}`);
  if (!answer.ok) throw new Error(`${answer.status} ${file}`);
  return answer.text();
}

export function fileOf(name: TemplateName): string {
  return `${name}.journey.json`;
}

/** Reads a template next to the page. Rejects when it is not there. */
export async function loadTemplate(name: TemplateName): Promise<ParsedJourney> {
  return parseJourney(await readSample(fileOf(name)));
}
