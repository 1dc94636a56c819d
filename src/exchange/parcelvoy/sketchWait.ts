import type { StepId } from '../../journey/ids.ts';
import { durationWords } from '../../journey/policies.ts';
import { MINUTES_PER_DAY } from '../../journey/units.ts';
import type { WaitStep } from '../../journey/steps/wait.ts';
import { dateTemplate } from './templates.ts';
import { inARow, lasting, OWN, type Sketch, untilClock } from './sketch.ts';
import type { Plan } from './tellers.ts';

export function sketchWait(step: WaitStep, id: StepId, { say }: Plan): Sketch {
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return delays(step, [[OWN, lasting(until.minutes)]]);
    case 'timeOfDay':
      say('emulated', id, { ...LATE_BY_HALF_AN_HOUR, returns: true });
      return delays(step, [[OWN, untilClock(until.at)]]);
    case 'daysAt':
      return daysAt(step, id, { days: until.days, at: until.at, say });
    case 'weekday':
      say('missing', id, {
        code: 'weekday-left',
        words: `There is no waiting for a day of the week (here: ${until.weekday}): contacts wait half a week instead${until.at === undefined ? '' : `, then until ${until.at}`}. Send the journey out so that this falls right, or replace the wait.`,
        returns: true,
      });
      return delays(step, [
        [OWN, lasting(HALF_A_WEEK)],
        ...(until.at === undefined ? [] : [['at', untilClock(until.at)] as const]),
      ]);
    case 'date':
      say('emulated', id, { code: 'date-by-template', words: DATE_WORDS, returns: true });
      return delays(step, [
        [OWN, { format: 'date', date: dateTemplate(until.column, until.offsetMinutes, 'minutes') }],
      ]);
    case 'random': {
      const mean = Math.round((until.from + until.to) / 2);
      say('missing', id, {
        code: 'random-left',
        words: `There is no waiting at random: everyone waits ${durationWords(mean)}, the middle of the range.`,
        returns: true,
      });
      return delays(step, [[OWN, lasting(mean)]]);
    }
  }
}

const HALF_A_WEEK = 3.5 * MINUTES_PER_DAY;

const LATE_BY_HALF_AN_HOUR = {
  code: 'time-within-half-an-hour',
  words: 'Who comes up to half an hour after that time goes on at once instead of the next day.',
};

export const DATE_WORDS =
  'A delay until a date that a template takes from the user. Its server is known to store that date, and was not seen to wait for it: try it there before relying on it.';

function delays(
  { name }: WaitStep,
  parts: readonly (readonly [part: string, data: Readonly<Record<string, unknown>>])[],
): Sketch {
  return inARow(
    parts.map(([part, data]) => [
      part,
      { type: 'delay', name: part === OWN ? name : `${name}: ${part}`, data },
    ]),
  );
}

interface DaysAt {
  readonly days: number;
  readonly at: string;
  readonly say: Plan['say'];
}

/** To the end of today, whole days and the minute that makes it midnight, then the time: as many dates on, whatever the time is now. */
function daysAt(step: WaitStep, id: StepId, { days, at, say }: DaysAt): Sketch {
  if (days === 0) {
    say('emulated', id, { ...LATE_BY_HALF_AN_HOUR, returns: true });
    return delays(step, [[OWN, untilClock(at)]]);
  }
  say('emulated', id, {
    code: 'days-in-three-delays',
    words: 'Three delays one after the other: to the end of the day, whole days, then until that time.',
    returns: true,
  });
  return delays(step, [
    [OWN, untilClock('23:59')],
    ['days', lasting((days - 1) * MINUTES_PER_DAY + 1)],
    ['at', untilClock(at)],
  ]);
}
