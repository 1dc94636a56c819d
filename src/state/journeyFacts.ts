import type { Journey, StepId } from '../journey/journey.ts';
import type { JourneySummary } from './ports.ts';

/** A journey as the library lists it. */
export function summaryOf({ id, name, steps }: Journey, editedAt: number): JourneySummary {
  return { id, name, steps: Object.keys(steps).length, editedAt };
}

/**
 * Equal but for names of the journey and places on the canvas: a forecast of one is a forecast of the other. Of documents that came
 * from one another by edits: parts that nobody edited are the same objects. `behavesAlike` is for all others.
 */
export function actsAlike(a: Journey, b: Journey): boolean {
  return a.steps === b.steps && a.links === b.links && a.settings === b.settings;
}

/** What is still there of a selection; the same array when all of it is. */
export function keepExisting(selection: readonly StepId[], journey: Journey): readonly StepId[] {
  const kept = selection.filter((id) => journey.steps[id]);
  return kept.length === selection.length ? selection : kept;
}

export function sameIds(a: readonly StepId[], b: readonly StepId[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
