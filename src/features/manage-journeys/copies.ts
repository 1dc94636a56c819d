import { parseJourney } from '../../journey/format.ts';
import { localToUtc } from '../../compile/zones.ts';
import { createJourney } from '../../journey/createJourney.ts';
import { journeyId } from '../../journey/ids.ts';
import type { Journey, JourneyId } from '../../journey/journey.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import { offsetAt } from '../../journey/zoneOffset.ts';
import { PLAIN_DEFAULTS, type Defaults } from '../../journey/defaults.ts';

/** Ids begin with a letter; a UUID may not. */
const newJourneyId = (): JourneyId => journeyId(`j-${crypto.randomUUID()}`);
const newLuckId = (): string => crypto.randomUUID();

/** A copy with luck of its own: its contacts behave alike, not the same. */
export function duplicateOf(journey: Journey, name: string): Journey {
  return { ...journey, id: newJourneyId(), luckId: newLuckId(), name };
}

/**
 * A template becomes one's own. It keeps its luck: its numbers are those that everyone sees who starts from it. It takes currency and zone
 * of new journeys once somebody chose them; its amounts and clock times stay what they are.
 */
export function ownCopyOf(template: Journey, defaults: Defaults): Journey {
  const { settings } = template;
  const currency = defaults.currency === PLAIN_DEFAULTS.currency ? settings.currency : defaults.currency;
  const zone = defaults.zone === PLAIN_DEFAULTS.zone ? settings.zone : defaults.zone;
  const start = zone === settings.zone ? settings.start : atSameClock(settings, zone);
  return { ...template, id: newJourneyId(), settings: { ...settings, currency, zone, start } };
}

const MINUTE = 60_000;

/** The start at the same time of the clock in another zone: nine o'clock stays nine o'clock. */
function atSameClock({ start, zone }: Journey['settings'], next: string): string {
  const minute = Math.floor(Date.parse(start) / MINUTE);
  return instantOf(localToUtc(next, minute + offsetAt(zone, minute)));
}

function instantOf(minute: number): string {
  return new Date(minute * MINUTE).toISOString().replace('.000Z', 'Z');
}

const WEEK_MILLISECONDS = 7 * MINUTES_PER_DAY * 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Where a document has a day that counts from its start: what a rule compares with, when the target is due. */
const DATED: ReadonlySet<string> = new Set(['value', 'by']);

/**
 * A template on the calendar of today: its start and its other days so many whole weeks later that it starts within the next seven
 * days. The built-in audience lives on the templates' own calendar and needs none of it; one's own contacts live today.
 */
export function startingSoon(template: Journey, now: number): Journey {
  const start = Date.parse(template.settings.start);
  const by = Math.ceil((now - start) / WEEK_MILLISECONDS) * WEEK_MILLISECONDS;
  if (by <= 0) return template;
  const later = (day: string) => new Date(Date.parse(day) + by).toISOString().replace('.000Z', 'Z');
  const isDay = (key: string, value: unknown): value is string =>
    DATED.has(key) && typeof value === 'string' && DAY.test(value);
  const text = JSON.stringify(template, (key, value: unknown) =>
    isDay(key, value) ? later(value).slice(0, 10) : value,
  );
  const moved = parseJourney(text);
  if (!moved.ok) throw new Error(moved.problems[0]?.words);
  const { journey } = moved;
  return { ...journey, settings: { ...journey.settings, start: later(template.settings.start) } };
}

/** Imported journeys keep their ids, unless a journey of that id is here already or among them. */
export function importedTogether(
  journeys: readonly Journey[],
  taken: ReadonlySet<string>,
): readonly Journey[] {
  const ids = new Set(taken);
  return journeys.map((journey) => {
    const own = ids.has(journey.id) ? { ...journey, id: newJourneyId() } : journey;
    ids.add(own.id);
    return own;
  });
}

/**
 * What an import made, beside all other journeys: under an id of its own, with the luck that it was read with, that of the file or of the
 * journey it was made from. So the same file gives the same numbers, and those of the two can be compared.
 */
export function importedBeside(imported: Journey, name: string, base?: Journey): Journey {
  return { ...imported, id: newJourneyId(), luckId: (base ?? imported).luckId, name };
}

/** A journey with an entry and nothing else that starts at the next midnight of the zone's clock. */
export function emptyJourney(name: string, now: number, defaults: Defaults): Journey {
  const minute = now / MINUTE;
  const local = minute + offsetAt(defaults.zone, Math.floor(minute));
  const midnight = Math.ceil(local / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const start = instantOf(localToUtc(defaults.zone, midnight));
  return createJourney({ id: newJourneyId(), luckId: newLuckId(), name, start, defaults });
}
