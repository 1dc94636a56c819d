import { sameJson } from '../../journey/sameJson.ts';
import { WEEKDAYS, type WaitUntil } from '../../journey/steps/wait.ts';
import { minutes, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { JsonObject } from './campaign.ts';
import { minuteAfter, triggerOf } from './timing.ts';

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
