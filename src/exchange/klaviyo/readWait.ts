import { durationWords } from '../../journey/policies.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import { WEEKDAYS, type WaitUntil } from '../../journey/steps/wait.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, minutes } from '../../journey/units.ts';
import { clockOf } from './dates.ts';
import type { Node } from './graph.ts';
import { dataOf, type Reading } from './reading.ts';
import type { Json } from './types.ts';
import { part, single, type Unit } from './unit.ts';

const SIZES: Readonly<Record<string, number>> = {
  minutes: 1,
  hours: MINUTES_PER_HOUR,
  days: MINUTES_PER_DAY,
  weeks: 7 * MINUTES_PER_DAY,
  months: 30 * MINUTES_PER_DAY,
};

/** An action in which time passes; undefined: it does something else. */
export function readWait(reading: Reading, node: Node): Unit | undefined {
  switch (node.action.type) {
    case 'time-delay':
      return wait(reading, node, delayed(reading, node));
    case 'target-date': {
      const at = clockOf(dataOf(node)['target_time']);
      const until: WaitUntil =
        at === undefined ? { type: 'duration', minutes: minutes(0) } : { type: 'timeOfDay', at };
      if (weekdaysIn(dataOf(node)['target_days']).length < WEEKDAYS.length) doubtDays(reading, node);
      return wait(reading, node, until);
    }
    case 'countdown-delay':
      return reading.dateColumn === undefined
        ? undefined
        : wait(reading, node, counted(reading, node, reading.dateColumn));
    default:
      return undefined;
  }
}

function wait(reading: Reading, node: Node, until: WaitUntil): Unit {
  const name = reading.nameOf(node, 'wait', undefined, labelOf(until));
  return single(node, { kind: 'wait', name, until });
}

function labelOf(until: WaitUntil): string {
  switch (until.type) {
    case 'duration':
      return `Wait ${durationWords(until.minutes)}`;
    case 'daysAt':
      return `Wait ${until.days} days until ${until.at}`;
    case 'timeOfDay':
      return `Wait until ${until.at}`;
    case 'weekday':
      return `Wait until ${until.weekday}`;
    case 'date':
    case 'random':
      return 'Wait';
  }
}

/** Days with a time of day are dates, without one 24 hours each. */
function delayed(reading: Reading, node: Node): WaitUntil {
  const data = dataOf(node);
  const unit = unitIn(data);
  const value = wholeIn(data['value']);
  const at = unit === 'days' ? clockOf(data['delay_until_time']) : undefined;
  const days = weekdaysIn(unit === 'days' ? data['delay_until_weekdays'] : undefined);
  const [only] = days;
  if (days.length === 1 && only && value === 1)
    return { type: 'weekday', weekday: only, ...(at !== undefined && { at }) };
  if (days.length < WEEKDAYS.length) doubtDays(reading, node);
  if (at !== undefined && value === 0) return { type: 'timeOfDay', at };
  if (at !== undefined) return { type: 'daysAt', days: Math.min(value, 36_500), at };
  const second =
    wholeIn(data['secondary_value']) * (unit === 'days' ? MINUTES_PER_HOUR : unit === 'hours' ? 1 : 0);
  return { type: 'duration', minutes: minutes(Math.min(value * sizeOf(unit) + second, MAX_MINUTES)) };
}

/** The length of a delay that must be one; undefined: it waits for something else. */
export function plainMinutes(node: Node): number | undefined {
  const data: Json = dataOf(node);
  const plain =
    clockOf(data['delay_until_time']) === undefined && weekdaysIn(data['delay_until_weekdays']).length === 7;
  return node.action.type === 'time-delay' && plain
    ? wholeIn(data['value']) * sizeOf(unitIn(data))
    : undefined;
}

function unitIn({ unit }: Json): string {
  return typeof unit === 'string' ? unit : 'days';
}

export function isUnit(unit: unknown): boolean {
  return typeof unit === 'string' && Object.hasOwn(SIZES, unit);
}

/** In minutes. */
export function sizeOf(unit: string): number {
  return isUnit(unit) ? (SIZES[unit] ?? 1) : 1;
}

function doubtDays(reading: Reading, node: Node): void {
  reading.doubt(
    node,
    'weekdays-dropped',
    'Which days of the week it may end on is not read: it ends on any day.',
  );
}

function counted(reading: Reading, node: Node, column: string): WaitUntil {
  const data = dataOf(node);
  const clock = clockOf(data['delay_until_time']);
  const [hour = 0, minute = 0] = (clock ?? '00:00').split(':').map(Number);
  const before = wholeIn(data['value']) * sizeOf(unitIn(data));
  if (weekdaysIn(data['delay_until_weekdays']).length < WEEKDAYS.length) doubtDays(reading, node);
  return {
    type: 'date',
    column,
    offsetMinutes: Math.max(-before, -MAX_MINUTES) + hour * MINUTES_PER_HOUR + minute,
  };
}

/** A wait past the date of the flow: to that date, then on. */
export function foldAfterDate(reading: Reading, date: Node, after: Node): Unit | undefined {
  const at = clockOf(dataOf(after)['delay_until_time']);
  const column = reading.dateColumn;
  const [hour = 0, minute = 0] = (at ?? '').split(':').map(Number);
  const fits =
    date.action.type === 'countdown-delay' &&
    after.action.type === 'time-delay' &&
    date.links['next'] === after.id;
  if (at === undefined || column === undefined || !fits) return undefined;
  const days = wholeIn(dataOf(after)['value']);
  const offsetMinutes = Math.min(days * MINUTES_PER_DAY + hour * MINUTES_PER_HOUR + minute, MAX_MINUTES);
  const name = reading.nameOf(date, 'wait', undefined, 'Wait');
  return {
    step: { kind: 'wait', name, until: { type: 'date', column, offsetMinutes } },
    parts: [part(date, { next: after }), part(after, { next: 'next' })],
  };
}

/** A delay that stands for one of random length. */
export function foldRandom(reading: Reading, node: Node, said: readonly string[]): Unit | undefined {
  const [from, to] = said.map(Number);
  const isRange = from !== undefined && to !== undefined && Number.isInteger(from) && Number.isInteger(to);
  if (!isRange || from < 0 || from > to || to > MAX_MINUTES) return undefined;
  if (plainMinutes(node) !== Math.round((from + to) / 2)) return undefined;
  return wait(reading, node, { type: 'random', from: minutes(from), to: minutes(to) });
}

/** Whole numbers that are sensible as lengths; anything else counts as nothing. */
export function wholeIn(value: unknown): number {
  return isLength(value) ? Math.min(value, MAX_MINUTES) : 0;
}

export function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** All of them where nothing is said. */
function weekdaysIn(value: unknown): readonly (typeof WEEKDAYS)[number][] {
  if (!Array.isArray(value) || value.length === 0) return WEEKDAYS;
  const found = WEEKDAYS.filter((weekday) => value.includes(weekday));
  return found.length > 0 ? found : WEEKDAYS;
}
