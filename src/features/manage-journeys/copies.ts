import { createJourney } from '../../journey/createJourney.ts';
import { journeyId } from '../../journey/ids.ts';
import type { Journey, JourneyId } from '../../journey/journey.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';

/** Ids begin with a letter; a UUID may not. */
const newJourneyId = (): JourneyId => journeyId(`j-${crypto.randomUUID()}`);
const newLuckId = (): string => crypto.randomUUID();

/** A copy with luck of its own: its contacts behave alike, not the same. */
export function duplicateOf(journey: Journey, name: string): Journey {
  return { ...journey, id: newJourneyId(), luckId: newLuckId(), name };
}

/** A template becomes one's own. It keeps its luck: its numbers are those that everyone sees who starts from it. */
export function ownCopyOf(template: Journey): Journey {
  return { ...template, id: newJourneyId() };
}

/** An imported journey keeps its id, unless a journey of that id is here already. */
export function importedAs(journey: Journey, taken: ReadonlySet<string>): Journey {
  return taken.has(journey.id) ? { ...journey, id: newJourneyId() } : journey;
}

/** A journey with an entry and nothing else that starts at the next midnight of the zone's clock. */
export function emptyJourney(name: string, now: number): Journey {
  const dayLength = MINUTES_PER_DAY * 60_000;
  const start = new Date(Math.ceil(now / dayLength) * dayLength).toISOString().replace('.000Z', 'Z');
  return createJourney({ id: newJourneyId(), luckId: newLuckId(), name, start });
}
