import type { WaitStep, WaitUntil } from '../../../journey/steps/wait.ts';
import { MINUTES_PER_DAY } from '../../../journey/units.ts';
import { durationText, LONGEST_MINUTES, offsetText } from '../durations.ts';
import { personProperty } from '../expressions.ts';
import type { Slip } from '../slip.ts';
import type { Config } from '../format.ts';
import { inARow, type Part, type Writing } from './writing.ts';

interface Piece {
  readonly type: 'delay' | 'wait_until_time_window';
  readonly config: Config;
  readonly slip?: Slip;
}

export function writeWait(writing: Writing, step: WaitStep): Part {
  const row = inARow(writing, step, piecesOf(writing, step.until));
  const last = row.actions.at(-1);
  return { ...row, ways: [{ from: last?.id ?? writing.id, type: 'continue', exit: 'next' }] };
}

function piecesOf(writing: Writing, until: WaitUntil): readonly Piece[] {
  switch (until.type) {
    case 'duration':
      return delays(writing, until.minutes);
    case 'daysAt':
      return daysAt(writing, until);
    case 'timeOfDay':
      return [windowAt(writing, 'any', until.at)];
    case 'weekday':
      return onWeekday(writing, until);
    case 'date':
      return [untilDate(writing, until)];
    case 'random':
      return [between(writing, until)];
  }
}

/** Longer waits than this in a row would be no wait any more. */
const MOST_DELAYS = 24;

/** A delay lasts from a minute to 30 days; what is longer is several. */
function delays(writing: Writing, waited: number): readonly Piece[] {
  const minutes = Math.min(Math.max(1, waited), MOST_DELAYS * LONGEST_MINUTES);
  const pieces: Piece[] = [];
  for (let left = minutes; left > 0; left -= LONGEST_MINUTES)
    pieces.push(delay(Math.min(left, LONGEST_MINUTES)));
  if (pieces.length > 1)
    writing.say('emulated', {
      code: 'wait-in-parts',
      words: `A delay lasts 30 days at most: ${pieces.length} of them one after the other.`,
      values: { delays: pieces.length },
      returns: true,
    });
  const [first, ...others] = pieces;
  if (!first || minutes === waited) return pieces;
  writing.say('emulated', {
    code: 'wait-bounded',
    words:
      waited < 1
        ? 'Waits one minute: the shortest delay.'
        : `Waits ${MOST_DELAYS * 30} days, and not longer.`,
    returns: true,
  });
  return [{ ...first, slip: { minutes: [String(waited)] } }, ...others];
}

function delay(minutes: number): Piece {
  return { type: 'delay', config: { delay_duration: durationText(minutes) } };
}

/** From midnight on it is tomorrow; then the days that are left, and then that time of day. */
function daysAt(writing: Writing, { days, at }: Extract<WaitUntil, { type: 'daysAt' }>): readonly Piece[] {
  const window = windowAt(writing, 'any', at);
  if (days === 0) return [{ ...window, slip: { days: ['0'] } }];
  writing.say('emulated', {
    code: 'days-by-midnights',
    words:
      days === 1
        ? 'Waits for the next midnight, then for that time.'
        : `Waits for the next midnight, then ${days - 1} days, then for that time.`,
    returns: true,
  });
  const [first, ...others] = [
    midnight(writing),
    ...(days > 1 ? delays(writing, (days - 1) * MINUTES_PER_DAY) : []),
    window,
  ];
  const bounded = days - 1 > MOST_DELAYS * 30;
  return [
    { ...first, slip: bounded ? { days: [String(days)] } : {} },
    ...others.map(({ type, config }) => ({ type, config })),
  ];
}

function onWeekday(
  writing: Writing,
  { weekday, at }: Extract<WaitUntil, { type: 'weekday' }>,
): readonly Piece[] {
  if (at === undefined) {
    writing.say('emulated', {
      code: 'weekday-at-midnight',
      words: 'Goes on when that day begins, not at the time of day at which the contact came.',
      returns: true,
    });
    return [window(writing, [weekday], 'any')];
  }
  writing.say('emulated', {
    code: 'weekday-after-today',
    words: 'Waits for the next midnight first, so that the weekday is a later one.',
    returns: true,
  });
  return [midnight(writing), windowAt(writing, [weekday], at)];
}

/** A window without times lets nobody through before the next day begins. */
function midnight(writing: Writing): Piece {
  return window(writing, 'any', 'any');
}

function windowAt(writing: Writing, day: 'any' | readonly string[], at: string): Piece {
  return window(writing, day, [at, aMinuteLater(at)]);
}

function aMinuteLater(at: string): string {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  const later = Math.min(MINUTES_PER_DAY - 1, hour * 60 + minute + 1);
  return [Math.floor(later / 60), later % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function window(writing: Writing, day: 'any' | readonly string[], time: 'any' | readonly string[]): Piece {
  return { type: 'wait_until_time_window', config: { ...clockOf(writing), day, time } };
}

/** The contact’s own clock, where PostHog knows it. */
function clockOf({ journey }: Writing): Config {
  const { zone } = journey.settings;
  return { timezone: zone, use_person_timezone: true, fallback_timezone: zone };
}

function untilDate(writing: Writing, { column, offsetMinutes }: Extract<WaitUntil, { type: 'date' }>): Piece {
  writing.say('emulated', {
    code: 'date-within-30-days',
    words: 'Waits for the date 30 days at most: whoever would wait longer goes on after 30 days.',
    returns: true,
  });
  return {
    type: 'delay',
    config: {
      delay_until: {
        expression: personProperty(column),
        ...(offsetMinutes !== 0 && { offset: offsetText(offsetMinutes) }),
        ...clockOf(writing),
      },
      max_delay_duration: '30d',
    },
  };
}

function between(writing: Writing, { from, to }: Extract<WaitUntil, { type: 'random' }>): Piece {
  const middle = Math.min(Math.max(1, Math.round((from + to) / 2)), LONGEST_MINUTES);
  writing.say('missing', {
    code: 'wait-not-random',
    words: `There is no wait of random length: everyone waits ${middle} minutes, the middle of the two.`,
    values: { minutes: middle },
    returns: true,
  });
  return { ...delay(middle), slip: { from: [String(from)], to: [String(to)] } };
}
