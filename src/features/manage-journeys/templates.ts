import type { ParsedJourney } from '../../journey/format.ts';
import { parseJourney } from '../../journey/format.ts';

/** The templates, in the order in which the library shows them: files of `public/samples`. */
export const TEMPLATES = ['orchestration', 'welcome', 'abandoned-cart', 'lead-nurture', 'win-back'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** Reads a template next to the page. Rejects when it is not there. */
export async function loadTemplate(name: TemplateName): Promise<ParsedJourney> {
  const answer = await fetch(`${import.meta.env.BASE_URL}samples/${name}.journey.json`);
  if (!answer.ok) throw new Error(`${answer.status} ${name}`);
  return parseJourney(await answer.text());
}
