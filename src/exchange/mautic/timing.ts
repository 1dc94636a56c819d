import { minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { WEEKDAYS, type WaitUntil } from '../../journey/steps/wait.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Told } from '../portability.ts';
import type { Fitting } from '../contract.ts';
import type { JsonObject } from './campaign.ts';

/** When an event happens after the one before it. The last four stand in an event only when they are used. */
export interface Trigger {
  readonly triggerMode: 'immediate' | 'interval' | null;
  readonly triggerInterval: number;
  readonly triggerIntervalUnit: string | null;
  readonly triggerDate: null;
  readonly triggerHour?: string;
  readonly triggerRestrictedStartHour?: string;
  readonly triggerRestrictedStopHour?: string;
  /** Sunday 0 … Saturday 6. */
  readonly triggerRestrictedDaysOfWeek?: readonly number[];
}

export const AT_ONCE: Trigger = {
  triggerMode: 'immediate',
  triggerInterval: 1,
  triggerIntervalUnit: 'd',
  triggerDate: null,
};

/** Decisions wait for the contact, and have no time of their own. */
export const NO_TRIGGER: Trigger = {
  triggerMode: null,
  triggerInterval: 0,
  triggerIntervalUnit: null,
  triggerDate: null,
};

/** The fields of an event that happens so long after the one before it. */
export function triggerOf(until: WaitUntil | undefined): Trigger {
  if (!until) return AT_ONCE;
  switch (until.type) {
    case 'duration':
      return interval(until.minutes);
    case 'daysAt':
      return until.days === 0
        ? clockTime(until.at)
        : { ...interval(until.days * MINUTES_PER_DAY), triggerHour: until.at };
    case 'timeOfDay':
      return clockTime(until.at);
    case 'weekday':
      return {
        ...interval(MINUTES_PER_DAY),
        ...(until.at !== undefined && { triggerHour: until.at }),
        triggerRestrictedDaysOfWeek: [(WEEKDAYS.indexOf(until.weekday) + 1) % WEEKDAYS.length],
      };
    case 'date':
      return interval(0);
    case 'random':
      return interval(Math.round((until.from + until.to) / 2));
  }
}

function interval(time: number): Trigger {
  const [amount, unit] =
    time > 0 && time % MINUTES_PER_DAY === 0
      ? [time / MINUTES_PER_DAY, 'd']
      : time > 0 && time % MINUTES_PER_HOUR === 0
        ? [time / MINUTES_PER_HOUR, 'h']
        : [time, 'i'];
  return { triggerMode: 'interval', triggerInterval: amount, triggerIntervalUnit: unit, triggerDate: null };
}

/** Between that minute and the next, today or tomorrow: `triggerHour` would let those who come later on at once. */
function clockTime(at: string): Trigger {
  return {
    triggerMode: 'interval',
    triggerInterval: 0,
    triggerIntervalUnit: 'd',
    triggerDate: null,
    triggerRestrictedStartHour: at,
    triggerRestrictedStopHour: minuteAfter(at),
  };
}

/** The last minute of the day is its own end: an end before the beginning would be taken for the beginning. */
function minuteAfter(at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const next = Math.min(hour * MINUTES_PER_HOUR + minute + 1, MINUTES_PER_DAY - 1);
  return [Math.floor(next / MINUTES_PER_HOUR), next % MINUTES_PER_HOUR]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/** What becomes of a wait; undefined where Mautic waits just so. */
export function waitFit(until: WaitUntil): (Told & { readonly fit: Fitting }) | undefined {
  switch (until.type) {
    case 'duration':
    case 'timeOfDay':
      return undefined;
    case 'daysAt':
      return until.days === 0 ? undefined : { ...LATER_IN_THE_DAY, values: { at: until.at } };
    case 'weekday':
      return until.at === undefined ? undefined : { ...LATER_IN_THE_DAY, values: { at: until.at } };
    case 'random':
      return {
        fit: 'emulated',
        code: 'wait-random',
        words: 'Mautic waits equally long for everyone: the middle of the two times.',
        returns: true,
      };
    case 'date':
      return {
        fit: 'missing',
        code: 'wait-for-date',
        words: `Mautic does not wait for a contact’s own date (“${until.column}”): contacts go on at once. Let a segment with a filter on that date start a campaign of its own instead.`,
        values: { column: until.column },
        returns: true,
      };
  }
}

const LATER_IN_THE_DAY = {
  fit: 'emulated',
  code: 'wait-hour',
  words:
    'The day and its hour are those of the event that follows. Mautic lets contacts on at once on that day when the hour is past as they come.',
  returns: true,
} as const;

export interface ReadTiming {
  readonly until?: WaitUntil;
  /** What could not be read, as the end of a sentence about the event. */
  readonly doubts: readonly string[];
}

const UNIT_MINUTES: Readonly<Record<string, number>> = {
  i: 1,
  h: MINUTES_PER_HOUR,
  d: MINUTES_PER_DAY,
  m: 30 * MINUTES_PER_DAY,
  y: 365 * MINUTES_PER_DAY,
};

const LONGEST_WAIT = 52_560_000;

/** How long an event waits, from its fields. */
export function readTiming(event: JsonObject): ReadTiming {
  const mode = event['triggerMode'];
  if (mode === 'date')
    return {
      doubts: [`happens on a fixed date (${words(event['triggerDate'])}); here contacts go on at once`],
    };
  if (mode === 'optimized')
    return { doubts: ['happens when Mautic thinks best; here contacts go on at once'] };
  if (mode !== 'interval') return { doubts: [] };
  const unit = words(event['triggerIntervalUnit'] ?? 'd').toLowerCase();
  const amount = Number(event['triggerInterval'] ?? 0);
  const factor = Object.hasOwn(UNIT_MINUTES, unit) ? UNIT_MINUTES[unit] : undefined;
  if (factor === undefined || !Number.isInteger(amount) || amount < 0 || amount * factor > LONGEST_WAIT)
    return {
      doubts: [`waits for “${words(event['triggerInterval'])} ${unit}”; here contacts go on at once`],
    };
  const long =
    unit === 'm'
      ? ['counts months, of 30 days here']
      : unit === 'y'
        ? ['counts years, of 365 days here']
        : [];
  const read = restricted(amount * factor, event);
  return { ...read, doubts: [...long, ...read.doubts] };
}

function restricted(time: number, event: JsonObject): ReadTiming {
  const hour = clock(event['triggerHour']);
  const [start, stop] = [
    clock(event['triggerRestrictedStartHour']),
    clock(event['triggerRestrictedStopHour']),
  ];
  const days = daysOf(event['triggerRestrictedDaysOfWeek']);
  const [day] = days;
  const weekday = WEEKDAYS[((day ?? 0) + 6) % 7];
  if (days.length === 1 && time === MINUTES_PER_DAY && weekday && !start)
    return { until: { type: 'weekday', weekday, ...(hour !== undefined && { at: hour }) }, doubts: [] };
  const doubts = days.length > 0 ? ['happens on some days of the week only, which is left out here'] : [];
  if (hour !== undefined && time % MINUTES_PER_DAY === 0) return { until: atHour(time, hour), doubts };
  if (hour !== undefined) doubts.push(`happens at ${hour}, which is left out here`);
  const plain: WaitUntil = { type: 'duration', minutes: minutes(time) };
  if (start === undefined || stop === undefined) return { until: plain, doubts };
  if (time === 0 && stop === minuteAfter(start)) return { until: { type: 'timeOfDay', at: start }, doubts };
  return {
    until: plain,
    doubts: [...doubts, `happens between ${start} and ${stop} only, which is left out here`],
  };
}

function atHour(time: number, at: string): WaitUntil {
  return time === 0 ? { type: 'timeOfDay', at } : { type: 'daysAt', days: time / MINUTES_PER_DAY, at };
}

/** `09:00`, `09:00:00` and `1970-01-01T09:00:00+00:00` are the same hour. */
function clock(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return /(?:^|T)((?:[01]\d|2[0-3]):[0-5]\d)(?::|$)/.exec(value)?.[1];
}

function daysOf(value: unknown): readonly number[] {
  if (!Array.isArray(value)) return [];
  return value.map(Number).filter((day) => Number.isInteger(day) && day >= 0 && day < WEEKDAYS.length);
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 40) : 'nothing';
}

/** Whether reading an event that waits so gives the same wait back. */
export function readsBack(until: WaitUntil): boolean {
  return sameJson(readTiming({ ...triggerOf(until) }).until, until);
}
