import { applyEdit } from '../../src/journey/applyEdit.ts';
import { createJourney } from '../../src/journey/createJourney.ts';
import type { Edit } from '../../src/journey/edits.ts';
import { readJourney } from '../../src/journey/format.ts';
import type { Journey, JourneyId } from '../../src/journey/journey.ts';

export function newJourney(id = 'journey-1', name = 'Welcome'): Journey {
  return createJourney({ id: id as JourneyId, luckId: 'luck-1', name, start: '2026-03-02T08:00:00Z' });
}

export function parse(value: unknown): Journey | undefined {
  const read = readJourney(value);
  return read.ok ? read.journey : undefined;
}

export function edited(journey: Journey, edit: Edit): ReturnType<typeof applyEdit> {
  return applyEdit(journey, edit);
}

export function renamed(journey: Journey, name: string): ReturnType<typeof applyEdit> {
  return edited(journey, { type: 'rename', name });
}

let databases = 0;

/** A name no other test uses. */
export function freshName(): string {
  return `test-${++databases}-${Math.floor(performance.timeOrigin)}`;
}
