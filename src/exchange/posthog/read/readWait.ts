import { type WaitUntil, type Weekday, WEEKDAYS } from '../../../journey/steps/wait.ts';
import { days, minutes, MINUTES_PER_DAY } from '../../../journey/units.ts';
import { isObject } from '../../kept.ts';
import { readDuration, readOffset } from '../durations.ts';
import { numberOf } from '../slip.ts';
import { columnOfExpression } from '../expressions.ts';
import { ALONG, noted, type RawAction, type ReadContext, type Reading } from './context.ts';

/** One wait: a delay, a time window, or several of them one after the other that we wrote for one wait. */
export function readWait(actions: readonly RawAction[], context: ReadContext): Reading | undefined {
  const [first] = actions;
  const last = actions.at(-1);
  if (!first || !last) return undefined;
  const until = actions.length === 1 ? untilOf(first, context) : chainOf(actions, context);
  if (!until) return undefined;
  const inner = actions.slice(1).map(({ id }, index) => ({
    from: actions[index]?.id ?? first.id,
    to: id,
    type: 'continue' as const,
  }));
  return {
    step: { kind: 'wait', name: first.name, until, ...noted(first) },
    ways: [{ ...ALONG, from: last.id }],
    inner,
  };
}

function untilOf(action: RawAction, context: ReadContext): WaitUntil | undefined {
  return action.type === 'delay' ? delayOf(action, context) : windowOf(action, context);
}

/** Delays one after the other, or “from tomorrow on, then so many days, then at that time”. */
function chainOf(actions: readonly RawAction[], context: ReadContext): WaitUntil | undefined {
  const delays = actions.filter(({ type }) => type === 'delay');
  const waited = delays.reduce((sum, action) => sum + durationOf(action, context), 0);
  if (delays.length === actions.length)
    return { type: 'duration', minutes: minutes(numberOf(actions[0]?.slip ?? {}, 'minutes') ?? waited) };
  const [first] = actions;
  const last = actions.at(-1);
  const window = last && readWindow(last);
  if (!first || !window || window.at === undefined) return undefined;
  const [weekday] = window.days;
  if (weekday && window.days.length === 1 && delays.length === 0)
    return { type: 'weekday', weekday, at: window.at };
  const whole = 1 + Math.round(waited / MINUTES_PER_DAY);
  return { type: 'daysAt', days: numberOf(first.slip, 'days') ?? whole, at: window.at };
}

function delayOf(action: RawAction, context: ReadContext): WaitUntil | undefined {
  if (isObject(action.config['delay_until'])) return dateOf(action, action.config['delay_until'], context);
  const waited = durationOf(action, context);
  const [from, to] = [numberOf(action.slip, 'from'), numberOf(action.slip, 'to')];
  if (
    from !== undefined &&
    to !== undefined &&
    from >= 0 &&
    Math.max(1, Math.round((from + to) / 2)) === waited
  )
    return { type: 'random', from: minutes(from), to: minutes(to) };
  return { type: 'duration', minutes: minutes(numberOf(action.slip, 'minutes') ?? waited) };
}

function durationOf({ config, path }: RawAction, context: ReadContext): number {
  const read = readDuration(config['delay_duration']);
  if (read && !read.cut) return read.minutes;
  const words = read
    ? `“${path}.config.delay_duration” is more than PostHog waits: it is cut to ${read.minutes / MINUTES_PER_DAY} days there, and read as that.`
    : `“${path}.config.delay_duration” is not a duration such as 30m, 2h or 1.5d. Contacts wait a day instead.`;
  context.warn({
    code: read ? 'duration-cut' : 'duration-not-read',
    words,
    path: `${path}.config.delay_duration`,
  });
  return read ? read.minutes : days(1);
}

function dateOf(
  { config, path }: RawAction,
  until: Readonly<Record<string, unknown>>,
  context: ReadContext,
): WaitUntil | undefined {
  const column = columnOfExpression(until['expression']);
  const offset = until['offset'] === undefined ? 0 : readOffset(until['offset']);
  if (column !== undefined && offset !== undefined) return { type: 'date', column, offsetMinutes: offset };
  const longest = readDuration(config['max_delay_duration']);
  context.warn({
    code: 'date-not-read',
    words: `“${path}.config.delay_until” waits for a moment that cannot be read. Contacts wait ${longest ? 'as long as they may at most' : 'a day'} instead.`,
    path: `${path}.config.delay_until`,
  });
  return { type: 'duration', minutes: longest ? minutes(longest.minutes) : days(1) };
}

interface Window {
  readonly days: readonly Weekday[];
  readonly at?: string;
  /** Whether it is open longer than the minute that we write. */
  readonly wide: boolean;
}

const CLOCK = /^([01]?\d|2[0-3]):([0-5]\d)$/;

function readWindow({ config }: RawAction): Window | undefined {
  const { day, time } = config;
  const named = WEEKDAYS.filter((one) =>
    day === 'weekday'
      ? !isWeekend(one)
      : day === 'weekend'
        ? isWeekend(one)
        : Array.isArray(day) && day.includes(one),
  );
  if (!Array.isArray(time)) return { days: named, wide: time !== 'any' };
  const [from, until] = time.map(clockOf);
  if (from === undefined || until === undefined) return undefined;
  return { days: named, at: from, wide: minuteOf(until) - minuteOf(from) !== (from === '23:59' ? 0 : 1) };
}

function isWeekend(day: Weekday): boolean {
  return day === 'saturday' || day === 'sunday';
}

function clockOf(text: unknown): string | undefined {
  const match = typeof text === 'string' ? CLOCK.exec(text) : null;
  return match ? `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}` : undefined;
}

function minuteOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
}

function windowOf(action: RawAction, context: ReadContext): WaitUntil | undefined {
  const window = readWindow(action);
  if (!window) return undefined;
  const [weekday] = window.days;
  const { at } = window;
  const one = weekday && window.days.length === 1;
  const loose =
    window.wide || window.days.length > 1 || (one && at !== undefined) || (!one && at === undefined);
  if (loose)
    context.warn({
      code: 'window-read-as-moment',
      words: `“${action.path}” lets contacts through as long as its window is open. Here they wait for ${one ? 'that weekday' : window.days.length > 1 ? 'that time on any day' : 'its beginning'}.`,
      path: action.path,
    });
  if (one) return { type: 'weekday', weekday, ...(at !== undefined && { at }) };
  if (at === undefined) return { type: 'daysAt', days: 1, at: '00:00' };
  return numberOf(action.slip, 'days') === 0 ? { type: 'daysAt', days: 0, at } : { type: 'timeOfDay', at };
}
