import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { WaitUntil } from '../../journey/steps/wait.ts';
import { clockTime } from './dates.ts';
import { EVERY_DAY, type Json } from './types.ts';
import { action, type Part, type Target, type Written } from './written.ts';
import type { Writable, Writing } from './writing.ts';

/** In the largest unit that it is a whole number of. Days of delays without a time of day are 24 hours each. */
export function delayOf(minutes: number): Json {
  if (minutes > 0 && minutes % MINUTES_PER_DAY === 0) return daysUntil(minutes / MINUTES_PER_DAY);
  const inHours = minutes > 0 && minutes % MINUTES_PER_HOUR === 0;
  return inHours ? { unit: 'hours', value: minutes / MINUTES_PER_HOUR } : { unit: 'minutes', value: minutes };
}

/** Days with a time of day are dates: “1 day until 09:00” is tomorrow at nine. Weekdays and times go with days only. */
function daysUntil(days: number, at?: string, weekdays: readonly string[] = EVERY_DAY): Json {
  return {
    unit: 'days',
    value: days,
    timezone: 'profile',
    ...(at !== undefined && { delay_until_time: clockTime(at) }),
    delay_until_weekdays: weekdays,
  };
}

export function delay(id: string, data: Json, next?: Target): Part {
  return action(id, 'time-delay', data, next);
}

/** `dateColumn`: the column whose date starts the flow, if one does: only that date can be waited for. */
export function writeWait(writing: Writing, wait: Writable<'wait'>, dateColumn: string | undefined): Written {
  const { id, step } = wait;
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return { parts: [delay(writing.name(id), delayOf(until.minutes))] };
    case 'daysAt':
      return { parts: [delay(writing.name(id), daysUntil(until.days, until.at))] };
    case 'timeOfDay':
      return { parts: [delay(writing.name(id), daysUntil(0, until.at))] };
    case 'weekday':
      return { parts: [delay(writing.name(id), daysUntil(1, until.at, [until.weekday]))] };
    case 'random':
      return writeRandom(writing, wait, until);
    case 'date':
      return until.column === dateColumn
        ? writeDate(writing, wait, until)
        : writeOtherDate(writing, wait, until.column);
  }
}

function writeRandom(
  writing: Writing,
  { id }: Writable<'wait'>,
  { from, to }: Extract<WaitUntil, { type: 'random' }>,
): Written {
  const mean = Math.round((from + to) / 2);
  writing.say('emulated', id, {
    code: 'random-wait',
    words: `Delays have one length: everyone waits ${mean} minutes, the middle of ${from} to ${to}.`,
    values: { from, to, mean },
    returns: true,
  });
  return { parts: [delay(writing.name(id, 'random', String(from), String(to)), delayOf(mean))] };
}

function writeDate(
  writing: Writing,
  { id }: Writable<'wait'>,
  { offsetMinutes }: Extract<WaitUntil, { type: 'date' }>,
): Written {
  const days = Math.floor(offsetMinutes / MINUTES_PER_DAY);
  const at = clockIn(offsetMinutes - days * MINUTES_PER_DAY);
  if (days <= 0) return { parts: [countdown(writing.name(id), -days, at)] };
  writing.say('emulated', id, {
    code: 'after-date',
    words: `Flows count down to their date and not past it: a wait until that day begins, then one of ${days} days until ${at}.`,
    values: { days, at },
    returns: true,
  });
  const after = delay(writing.name(id, 'after'), daysUntil(days, at));
  return { parts: [countdown(writing.name(id, 'date'), 0, '00:00', { part: after.id }), after] };
}

function countdown(id: string, days: number, at: string, next?: Target): Part {
  const data = {
    unit: 'days',
    value: days,
    timezone: 'profile',
    delay_until_time: clockTime(at),
    delay_until_weekdays: EVERY_DAY,
  };
  return action(id, 'countdown-delay', data, next);
}

function writeOtherDate(writing: Writing, { id }: Writable<'wait'>, column: string): Written {
  writing.say('missing', id, {
    code: 'date-of-another-flow',
    words: `Only a flow that the date in “${column}” starts can wait for that date. This one ends here: make a second flow of what follows.`,
    values: { column },
  });
  return 'out';
}

function clockIn(minutes: number): string {
  const parts = [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
