import type { ClockWarp, ZoneTables } from '../compile/program.ts';

export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10_080;
/** 1970-01-01 was a Thursday; weeks here start on Monday. */
export const THURSDAY = 3;

/** Local clocks of a run: minutes of the run ↔ local minutes since 1970. Reads the Program's zone tables only. */
export class Calendar {
  readonly #zones: ZoneTables;
  readonly #epoch: number;

  constructor(zones: ZoneTables, epoch: number) {
    this.#zones = zones;
    this.#epoch = epoch;
  }

  /** Local minutes since 1970 at minute `t` of the run. */
  local(zone: number, t: number): number {
    return this.#epoch + t + this.#offset(zone, this.#epoch + t);
  }

  /**
   * Minute of the run at which a zone's clocks first show `local`. In a gap: the first instant after it; shown twice: the first.
   */
  fromLocal(zone: number, local: number): number {
    // Offsets on both sides of any change near this instant; clocks stay within 14 hours of UTC.
    const before = this.#offset(zone, local - 15 * 60);
    const after = this.#offset(zone, local + 15 * 60);
    const early = local - before;
    if (before === after || this.#offset(zone, early) === before) return early - this.#epoch;
    const late = local - after;
    if (this.#offset(zone, late) === after) return late - this.#epoch;
    let instant = Math.floor(late / 15) * 15;
    while (instant + this.#offset(zone, instant) < local) instant += 15;
    return instant - this.#epoch;
  }

  #offset(zone: number, instant: number): number {
    const { firstQuarter, quarters, offsets } = this.#zones;
    const quarter = Math.floor(instant / 15) - firstQuarter;
    return offsets[zone * quarters + (quarter < 0 ? 0 : quarter >= quarters ? quarters - 1 : quarter)]!;
  }
}

/** Monday 0 … Sunday 6 of a local minute since 1970. */
export function weekday(local: number): number {
  return (Math.floor(local / MINUTES_PER_DAY) + THURSDAY) % 7;
}

/** Months since 1970 of a day since 1970 (civil calendar; Hinnant's days_from_civil, in years that begin in March). */
export function monthOf(day: number): number {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const ofEra = z - era * 146_097;
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const years = year + era * 400 + (march >= 10 ? 1 : 0) - 1970;
  return years * 12 + (march >= 10 ? march - 10 : march + 2);
}

/** First day, since 1970, of a month since 1970. */
export function monthStart(month: number): number {
  const january = Math.floor(month / 12) + 1970;
  const march = (month - Math.floor(month / 12) * 12 + 10) % 12;
  const year = march >= 10 ? january - 1 : january;
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * march + 2) / 5);
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

/** Minutes since Monday 00:00. */
export function minuteOfWeek(local: number): number {
  return (local + THURSDAY * MINUTES_PER_DAY) % MINUTES_PER_WEEK;
}

/** Clock minutes after which `virtual` minutes of activity have passed, from a minute of the week. Not rounded. */
export function unwarp(warp: ClockWarp, from: number, virtual: number): number {
  const target = warped(warp, from) + virtual;
  const weeks = Math.floor(target / MINUTES_PER_WEEK);
  return weeks * MINUTES_PER_WEEK + clockOf(warp, target - weeks * MINUTES_PER_WEEK) - from;
}

/** Virtual minute of a minute of the week. */
function warped({ virtualAtHour }: ClockWarp, minute: number): number {
  const hour = Math.floor(minute / 60);
  const start = virtualAtHour[hour]!;
  return start + ((minute - hour * 60) * (virtualAtHour[hour + 1]! - start)) / 60;
}

/** Minute of the week of a virtual minute. */
function clockOf({ virtualAtHour, hourOfVirtual }: ClockWarp, virtual: number): number {
  let hour = hourOfVirtual[Math.floor(virtual / 60)]!;
  while (virtualAtHour[hour + 1]! <= virtual) hour++;
  const start = virtualAtHour[hour]!;
  return hour * 60 + ((virtual - start) * 60) / (virtualAtHour[hour + 1]! - start);
}
