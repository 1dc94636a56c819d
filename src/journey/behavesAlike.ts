import type { Journey } from './journey.ts';
import { sameJson } from './sameJson.ts';

/** Whether two journeys do the same to the same contacts: they differ in the journey's names, notes, places on the canvas and luck at most. */
export function behavesAlike(a: Journey, b: Journey): boolean {
  return sameJson(a.steps, b.steps) && sameJson(a.links, b.links) && sameJson(a.settings, b.settings);
}
