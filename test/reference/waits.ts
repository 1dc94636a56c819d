import type { WaitOp } from '../../src/compile/program.ts';
import { type Clock, DAY, startOfDay, weekdayOf } from './clock.ts';

export interface Waiting {
  readonly clock: Clock;
  readonly zone: number;
  readonly epoch: number;
  /** Of a random wait: how far along. */
  readonly share: number;
  readonly input: (at: number) => number;
}

/** The minute at which a wait that begins at `t` is over; undefined: its date is missing or past. */
export function waitUntil(until: WaitOp['until'], t: number, who: Waiting): number | undefined {
  const { clock, zone } = who;
  const now = clock.local(zone, t);
  const today = startOfDay(now);
  // Where clocks go back, a later reading may have an earlier first minute.
  const at = (local: number) => Math.max(t, clock.reached(zone, local));
  switch (until.type) {
    case 'duration':
      return t + until.minutes;
    case 'random':
      return t + until.from + Math.floor(who.share * until.span);
    case 'timeOfDay':
      return at(now - today <= until.clock ? today + until.clock : today + DAY + until.clock);
    case 'daysAt': {
      const isToday = until.days === 0 && now - today <= until.clock;
      return at(today + (isToday ? 0 : Math.max(1, until.days)) * DAY + until.clock);
    }
    case 'weekday': {
      let day = today + DAY;
      while (weekdayOf(day) !== until.weekday) day += DAY;
      return at(day + (until.clock < 0 ? now - today : until.clock));
    }
    case 'date': {
      const date = who.input(until.input);
      const minute = until.floating ? clock.reached(zone, date) : Math.floor(date) - who.epoch;
      const due = minute + until.offsetMinutes;
      return !Number.isNaN(date) && due >= t ? due : undefined;
    }
  }
}
