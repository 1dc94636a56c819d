import type { ClockWarp, Program, ProgramCap } from '../../src/compile/program.ts';

export const DAY = 1440;
const WEEK = 7 * DAY;

/** Local clocks, looked up in the Program's table of offsets in the plainest way. */
export class Clock {
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  /** Local minutes since 1970 at minute `t` of the run. */
  local(zone: number, t: number): number {
    const instant = this.program.epoch + t;
    return instant + this.offset(zone, instant);
  }

  /** First minute of the run at which local clocks have reached `local`: after a gap, and the first of two in an overlap. */
  reached(zone: number, local: number): number {
    // Clocks are at most 14 hours ahead, and offsets change on the quarter hour only.
    for (let quarter = Math.floor(local / 15) * 15 - 15 * 60; ; quarter += 15) {
      const instant = Math.max(quarter, local - this.offset(zone, quarter));
      if (instant < quarter + 15) return instant - this.program.epoch;
    }
  }

  /** The first minute after `t` at which the clock comes to a time of day, or jumps over it: in an overlap also the second time. */
  nextReading(zone: number, t: number, clock: number): number {
    for (let minute = t + 1; ; minute++) {
      const now = this.local(zone, minute);
      const latest = now - ((now - clock) % DAY);
      if (latest > this.local(zone, minute - 1)) return minute;
    }
  }

  private offset(zone: number, instant: number): number {
    const { firstQuarter, quarters, offsets } = this.program.zones;
    const quarter = Math.floor(instant / 15) - firstQuarter;
    return offsets[zone * quarters + Math.min(Math.max(quarter, 0), quarters - 1)]!;
  }
}

export function startOfDay(local: number): number {
  return Math.floor(local / DAY) * DAY;
}

/** Monday 0; the first of January 1970 was a Thursday. */
export function weekdayOf(local: number): number {
  return (Math.floor(local / DAY) + 3) % 7;
}

/** The local minute at which the day, the week (from `weekStart`, Monday 0) or the month began. */
export function startOfPeriod(local: number, unit: CalendarUnit, weekStart: number): number {
  const today = startOfDay(local);
  if (unit === 'day') return today;
  if (unit === 'week') return today - ((weekdayOf(local) - weekStart + 7) % 7) * DAY;
  return today - (new Date(local * 60_000).getUTCDate() - 1) * DAY;
}
type CalendarUnit = Extract<ProgramCap['window'], { kind: 'calendar' }>['unit'];

/** Clock minutes that pass while `virtual` minutes of activity do, from a local minute since 1970. */
export function clockMinutesFor(virtual: number, local: number, { virtualAtHour }: ClockWarp): number {
  const from = (local + 3 * DAY) % WEEK;
  const hour = Math.floor(from / 60);
  const begun = virtualAtHour[hour]!;
  const now = begun + ((from - hour * 60) * (virtualAtHour[hour + 1]! - begun)) / 60;
  const weeks = Math.floor((now + virtual) / WEEK);
  const target = now + virtual - weeks * WEEK;
  let then = 0;
  while (virtualAtHour[then + 1]! <= target) then++;
  const start = virtualAtHour[then]!;
  const within = ((target - start) * 60) / (virtualAtHour[then + 1]! - start);
  return weeks * WEEK + (then * 60 + within) - from;
}
