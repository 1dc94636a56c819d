import type { StepId } from '../../journey/ids.ts';
import { type WaitStep, WEEKDAYS } from '../../journey/steps/wait.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import type { DelayNode } from './types.ts';
import type { Writing } from './writing.ts';

type Variant = DelayNode['variant'];

const MIDNIGHT = '00:00';
const DAY_SECONDS = MINUTES_PER_DAY * 60;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

/** A wait as delays, one after the other; the first has the step's id. */
export function writeWait(out: Writing, id: StepId, step: WaitStep): readonly DelayNode[] {
  return inRow(out, id, partsOf(out, id, step));
}

/** Delays one after the other, the last of which leads on. */
function inRow(
  out: Writing,
  id: StepId,
  parts: readonly (readonly [part: string, variant: Variant])[],
): readonly DelayNode[] {
  const ids = parts.map(([part], index) => (index === 0 ? out.node(id) : out.helper(id, part)));
  return parts.map(([, variant], index) => ({
    id: ids[index] ?? '',
    type: 'DelayNode',
    variant,
    child: ids[index + 1] ?? out.to(id, 'next'),
  }));
}

function partsOf(
  out: Writing,
  id: StepId,
  { until }: WaitStep,
): readonly (readonly [part: string, variant: Variant])[] {
  switch (until.type) {
    case 'duration':
      return [['', seconds(until.minutes)]];
    case 'random': {
      const between = Math.round((until.from + until.to) / 2);
      const told = {
        code: 'wait-random',
        words: `Dittofeed’s delays are not random: everyone waits ${between} minutes.`,
        values: { minutes: between },
      };
      out.say('missing', id, told);
      return [['', seconds(between)]];
    }
    case 'date':
      onDitto(out, id);
      return [['', dateVariant(out.knownProperty(until.column, id), until.offsetMinutes * 60)]];
    case 'timeOfDay':
      onDitto(out, id);
      return [['', clock(out, until.at)]];
    case 'daysAt':
      onDitto(out, id);
      return daysAt(out, id, until.days, until.at);
    case 'weekday':
      return weekday(out, id, until);
  }
}

/** Whose clock is meant is not ours to say. */
function onDitto(out: Writing, id: StepId): void {
  const { zone } = out.journey.settings;
  out.say('emulated', id, {
    code: 'clock-of-place',
    words: `Dittofeed takes the clock of the place in the user property latLon, and that of ${zone} where there is none.`,
    values: { zone },
    returns: true,
  });
}

function seconds(minutes: number): Variant {
  return { type: 'Second', seconds: minutes * 60 };
}

export function dateVariant(userProperty: string, offsetSeconds: number): Variant {
  return {
    type: 'UserProperty',
    userProperty,
    offsetSeconds: Math.abs(offsetSeconds),
    offsetDirection: offsetSeconds < 0 ? 'before' : 'after',
  };
}

export function clock(out: Writing, at: string, days?: readonly number[]): Variant {
  const [hour = 0, minute = 0] = at.split(':').map(Number);
  return {
    type: 'LocalTime',
    hour,
    minute,
    ...(days && { allowedDaysOfWeek: days }),
    defaultTimezone: out.journey.settings.zone,
  };
}

/**
 * A delay until a time ends on the first day on which that time is still to come. So midnights are counted: one ends today; the noon of the
 * day before the last is that many days on, whether or not the clocks change; then another midnight, and the time on that day.
 */
function daysAt(
  out: Writing,
  id: StepId,
  days: number,
  at: string,
): readonly (readonly [part: string, variant: Variant])[] {
  // With all days named: without a name of days it is the wait until a time of day, which is over where it is that minute.
  if (days === 0) return [['', clock(out, at, EVERY_DAY)]];
  if (days === 1 && at === MIDNIGHT)
    out.say('emulated', id, {
      code: 'wait-midnight',
      words: 'The next midnight, which Dittofeed does not tell from any midnight.',
      returns: false,
    });
  const between = [
    ['days', { type: 'Second', seconds: (days - 2) * DAY_SECONDS + DAY_SECONDS / 2 }],
    ['midnight', clock(out, MIDNIGHT)],
  ] as const;
  return [
    ['', clock(out, MIDNIGHT)],
    ...(days > 1 ? between : []),
    ...(at === MIDNIGHT ? [] : [['at', clock(out, at)] as const]),
  ];
}

const USUAL_TIME = '09:00';

function weekday(
  out: Writing,
  id: StepId,
  { weekday, at }: Extract<WaitStep['until'], { type: 'weekday' }>,
): readonly (readonly [part: string, variant: Variant])[] {
  onDitto(out, id);
  if (at === undefined)
    out.say('missing', id, {
      code: 'wait-same-time',
      words: `Dittofeed’s delays until a weekday need a time: contacts go on at ${USUAL_TIME}, not at the time of day at which they came.`,
      values: { at: USUAL_TIME },
    });
  // Sunday is its first day.
  const day = (WEEKDAYS.indexOf(weekday) + 1) % 7;
  const then = clock(out, at ?? USUAL_TIME, [day]);
  // Today does not count, even if the time is still to come. Midnight never is.
  return at === MIDNIGHT
    ? [['', then]]
    : [
        ['', clock(out, MIDNIGHT)],
        ['at', then],
      ];
}
