import type { Journey } from './journey.ts';
import { sameJson } from './sameJson.ts';

/** Whether two journeys do the same to the same contacts with the same luck: nothing else of a document tells a run what to do. */
export function behavesAlike(a: Journey, b: Journey): boolean {
  return sameJson(a.steps, b.steps) && sameJson(a.links, b.links) && sameJson(a.settings, b.settings);
}
