import { Calendar, weekday } from '../../../../engine/calendar.ts';
import { clockMinutes } from '../../../../compile/clock.ts';
import { zoneTables } from '../../../../compile/zones.ts';
import { WEEKDAYS, type WaitUntil } from '../../../../journey/steps/wait.ts';
import { MINUTES_PER_DAY } from '../../../../journey/units.ts';

/** When somebody leaves a wait, on their clock: minutes of a local calendar that starts in 1970. Of a random wait the first and the last. */
export interface WaitExample {
  readonly arrives: number;
  readonly leaves: number;
  readonly latest?: number;
  /** Of a wait for a date: the date that the contact is given for the example. */
  readonly date?: number;
}

/** The example's date lies this far ahead. */
const DATE_AHEAD_DAYS = 30;

/** Someone who arrives at minute `now` since 1970 and lives in `zone`, by the engine's own calendar. */
export function waitExample(until: WaitUntil, now: number, zone: string): WaitExample {
  const calendar = new Calendar(zoneTables([zone], now, now + longest(until)), now);
  const local = (minute: number) => calendar.local(0, minute);
  const arrives = local(0);
  const midnight = Math.floor(arrives / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  /** The clock time (minutes of the day) so many days on; never before now. */
  const leaveAt = (days: number, clock: number) =>
    local(Math.max(0, calendar.fromLocal(0, midnight + days * MINUTES_PER_DAY + clock)));
  const nextShowing = (at: string) =>
    leaveAt(clockMinutes(at) >= arrives - midnight ? 0 : 1, clockMinutes(at));
  switch (until.type) {
    case 'duration':
      return { arrives, leaves: local(until.minutes) };
    case 'random':
      return { arrives, leaves: local(until.from), latest: local(Math.max(until.from, until.to)) };
    case 'timeOfDay':
      return { arrives, leaves: nextShowing(until.at) };
    case 'daysAt':
      return {
        arrives,
        leaves: until.days === 0 ? nextShowing(until.at) : leaveAt(until.days, clockMinutes(until.at)),
      };
    case 'weekday': {
      const ahead = ((WEEKDAYS.indexOf(until.weekday) - weekday(arrives) + 6) % 7) + 1;
      return {
        arrives,
        leaves: leaveAt(ahead, until.at === undefined ? arrives - midnight : clockMinutes(until.at)),
      };
    }
    case 'date': {
      const date = midnight + (DATE_AHEAD_DAYS + daysIn(until.offsetMinutes)) * MINUTES_PER_DAY;
      return { arrives, date, leaves: local(calendar.fromLocal(0, date) + until.offsetMinutes) };
    }
  }
}

const daysIn = (offsetMinutes: number): number => Math.ceil(Math.abs(offsetMinutes) / MINUTES_PER_DAY);

/** No example comes later than this. */
function longest(until: WaitUntil): number {
  switch (until.type) {
    case 'duration':
      return until.minutes;
    case 'random':
      return Math.max(until.from, until.to);
    case 'daysAt':
      return (until.days + 2) * MINUTES_PER_DAY;
    case 'timeOfDay':
    case 'weekday':
      return 9 * MINUTES_PER_DAY;
    case 'date':
      return (DATE_AHEAD_DAYS + 2 * daysIn(until.offsetMinutes) + 1) * MINUTES_PER_DAY;
  }
}
