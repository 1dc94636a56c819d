import { MINUTES_PER_DAY, type Calendar } from './calendar.ts';

/** More buckets than this nobody can tell apart, and every one costs memory. */
const MOST_BUCKETS = 400;

/** Days of a run on zone 0's clock, in buckets of one or, in very long runs, of several. */
export class Days {
  readonly #calendar: Calendar;
  readonly #first: number;
  readonly perBucket: number;
  /** Buckets. */
  readonly count: number;

  constructor(calendar: Calendar, endMinute: number) {
    this.#calendar = calendar;
    this.#first = Math.floor(calendar.local(0, 0) / MINUTES_PER_DAY);
    const days = Math.floor(calendar.local(0, endMinute) / MINUTES_PER_DAY) - this.#first + 1;
    this.perBucket = Math.ceil(days / MOST_BUCKETS);
    this.count = Math.ceil(days / this.perBucket);
  }

  of(t: number): number {
    const day = Math.floor(this.#calendar.local(0, t) / MINUTES_PER_DAY) - this.#first;
    return this.perBucket === 1 ? day : Math.floor(day / this.perBucket);
  }
}
