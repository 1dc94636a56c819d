import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { WEEKDAYS, type WaitUntil } from '../../journey/steps/wait.ts';
import type { Told } from '../portability.ts';
import type { Fitting } from '../../journey/portability.ts';

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
export function minuteAfter(at: string): string {
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
