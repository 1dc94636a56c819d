import { clip } from '../../journey/schemaWords.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { Told } from '../portability.ts';
import type { Json } from './types.ts';

/** The part of a wait activity that says how long. */
export interface Waiting {
  readonly waitDuration?: number;
  readonly waitUnit?: 'MINUTES' | 'HOURS' | 'DAYS';
  /** `hh:mm`; 00:00 stands in every wait that has none. */
  readonly specifiedTime?: string;
  /** Field of the entry's data extension. */
  readonly field?: string;
}

const MIDNIGHT = '00:00';

export function durationOf(length: number): Waiting {
  if (length % MINUTES_PER_DAY === 0) return { waitDuration: length / MINUTES_PER_DAY, waitUnit: 'DAYS' };
  if (length % MINUTES_PER_HOUR === 0) return { waitDuration: length / MINUTES_PER_HOUR, waitUnit: 'HOURS' };
  return { waitDuration: length, waitUnit: 'MINUTES' };
}

/** How the platform waits, which is not quite what is meant where there is something to tell. Undefined: not at all. */
export function waitingOf(until: WaitUntil): { readonly waiting: Waiting; readonly told?: Told } | undefined {
  switch (until.type) {
    case 'duration':
      return until.minutes === 0 ? undefined : { waiting: durationOf(until.minutes) };
    case 'daysAt': {
      const length: Waiting =
        until.days === 0 ? durationOf(1) : { waitDuration: until.days, waitUnit: 'DAYS' };
      return { waiting: { ...length, specifiedTime: clockOf(until.at) }, told: CLOCK };
    }
    case 'timeOfDay':
      return { waiting: { ...durationOf(1), specifiedTime: clockOf(until.at) }, told: CLOCK };
    case 'weekday': {
      const at = until.at === undefined ? {} : { specifiedTime: clockOf(until.at) };
      return { waiting: { ...durationOf(4 * MINUTES_PER_DAY), ...at }, told: WEEKDAY };
    }
    case 'date':
      return ofDate(until.column, until.offsetMinutes);
    case 'random': {
      const middle = Math.max(1, Math.floor((until.from + until.to) / 2));
      return { waiting: durationOf(middle), told: RANDOM };
    }
  }
}

const CLOCK: Told = {
  code: 'wait-clock',
  words:
    'The time of day is that of the time zone in the activity, not of each contact; it is reached after the wait has ended, and never in its first minute.',
  returns: true,
};
const WEEKDAY: Told = {
  code: 'wait-weekday',
  words: 'There is no wait for a weekday: contacts wait four days, the middle of one to seven.',
  returns: true,
};
const RANDOM: Told = {
  code: 'wait-random',
  words: 'There is no wait of a random length: everybody waits the middle of the shortest and the longest.',
  returns: true,
};

/** A specified time of midnight is none. */
function clockOf(at: string): string {
  return at === MIDNIGHT ? '00:01' : at;
}

function ofDate(column: string, offset: number): { readonly waiting: Waiting; readonly told?: Told } {
  if (offset === 0) return { waiting: { field: column } };
  const field = `${column}_${offset > 0 ? 'plus' : 'minus'}_${Math.abs(offset)}_minutes`;
  return {
    waiting: { field },
    told: {
      code: 'wait-moved-date',
      words: `A wait until a date cannot be moved: the data extension needs a field “${field}”, which holds that date moved by ${offset} minutes.`,
      values: { field, offset },
      returns: true,
    },
  };
}

/** As it stands in the activity. */
export function waitArguments({ field, ...waiting }: Waiting, event: string, timeZone: string): Json {
  if (field !== undefined)
    return { waitEndDateAttributeExpression: `{{Event.${event}."${field.replaceAll('"', '')}"}}` };
  return { ...waiting, ...(waiting.specifiedTime !== undefined && { timeZone }) };
}

export type ReadWaiting =
  | { readonly until: WaitUntil; readonly doubt?: string }
  /** Why it is none of our waits. */
  | { readonly until?: undefined; readonly doubt: string };

const UNITS: Readonly<Record<string, number>> = {
  MINUTES: 1,
  HOURS: MINUTES_PER_HOUR,
  DAYS: MINUTES_PER_DAY,
  WEEKS: 7 * MINUTES_PER_DAY,
  MONTHS: 30 * MINUTES_PER_DAY,
};
const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** What an activity says without a slip. Older files call the same things `duration` and `durationUnits`. */
export function readWaiting(given: Json): ReadWaiting {
  const expression = textOf(given['waitEndDateAttributeExpression']);
  if (expression !== '') return readDate(expression);
  if (textOf(given['specificDate']) !== '')
    return { doubt: `it waits for the day ${clip(textOf(given['specificDate']))}` };
  if (textOf(given['waitForEventKey']) !== '') return { doubt: 'it waits for an event' };
  const unit = textOf(given['waitUnit'] ?? given['durationUnits']).toUpperCase();
  const length = Number(given['waitDuration'] ?? given['duration'] ?? Number.NaN);
  const perUnit = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (perUnit === undefined || !Number.isInteger(length) || length < 0 || length * perUnit > MAX_MINUTES)
    return { doubt: 'it does not say how long in whole minutes, hours, days, weeks or months' };
  const at = textOf(given['specifiedTime'] ?? given['specificTime']);
  if (CLOCK_TIME.test(at) && at !== MIDNIGHT) return readClock(length * perUnit, at);
  const until: WaitUntil = { type: 'duration', minutes: minutes(length * perUnit) };
  return unit === 'MONTHS' ? { until, doubt: 'a month is taken for 30 days' } : { until };
}

function readClock(length: number, at: string): ReadWaiting {
  if (length < MINUTES_PER_DAY) return { until: { type: 'timeOfDay', at } };
  const days = Math.floor(length / MINUTES_PER_DAY);
  const until: WaitUntil = { type: 'daysAt', days, at };
  return length % MINUTES_PER_DAY === 0
    ? { until }
    : { until, doubt: 'the hours beside the days are left out' };
}

function readDate(expression: string): ReadWaiting {
  const [, quoted, bare] =
    /^\{\{(?:Event|Contact)\.[^"{}]+?\.(?:"([^"{}]+)"|([^".{}]+))\}\}$/s.exec(expression) ?? [];
  const column = quoted ?? bare;
  if (column === undefined) return { doubt: `it waits until “${clip(expression)}”` };
  return { until: { type: 'date', column, offsetMinutes: 0 } };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
