import type { Program, ProgramCap } from '../compile/program.ts';
import { MINUTES_PER_DAY, THURSDAY, monthOf, monthStart, type Calendar } from './calendar.ts';
import { BLOCK_CONTACTS, makeColumns, type Sheet } from './memory.ts';

/** Frequency caps of a block of contacts: what each contact has been sent in the windows that matter. */
export class CapState {
  readonly #caps: readonly ProgramCap[];
  readonly #calendar: Calendar;
  readonly #size: number;
  /** Rolling: minutes of the last `max` sends, a ring per contact; `head` is the oldest. NONE: no send yet. */
  readonly #sent: readonly Int32Array[];
  readonly #head: readonly Int32Array[];
  /** Calendar: the window of the last send and how many there were in it. */
  readonly #window: readonly Int32Array[];
  readonly #count: readonly Int32Array[];
  /** Minute and journey of the send that last filled the cap. */
  readonly #filledAt: readonly Int32Array[];
  readonly #filledBy: readonly Int32Array[];
  readonly sheet: Sheet;

  constructor({ policies }: Program, calendar: Calendar) {
    const { caps } = policies;
    this.#caps = caps;
    this.#calendar = calendar;
    this.#size = BLOCK_CONTACTS;
    const rolls = caps.map(({ window }) => window.kind === 'rolling');
    const widths = [
      caps.map(({ max }, k) => (rolls[k] ? max : 0)),
      rolls.map((rolling) => (rolling ? 1 : 0)),
      rolls.map((rolling) => (rolling ? 0 : 1)),
      rolls.map((rolling) => (rolling ? 0 : 1)),
      caps.map(() => 1),
      caps.map(() => 1),
    ];
    const { views, sheet } = makeColumns(this.#size, widths.flat());
    const group = (k: number): Int32Array[] => views.slice(k * caps.length, (k + 1) * caps.length);
    this.#sent = group(0);
    this.#head = group(1);
    this.#window = group(2);
    this.#count = group(3);
    this.#filledAt = group(4);
    this.#filledBy = group(5);
    this.sheet = sheet;
  }

  clear(): void {
    for (const array of [...this.#sent, ...this.#window, ...this.#filledAt]) array.fill(NONE);
    for (const array of [...this.#head, ...this.#count]) array.fill(0);
  }

  /** The first of these caps that is full for the contact at `t`; −1: none is. */
  firstFull(i: number, zone: number, t: number, caps: readonly number[]): number {
    for (const cap of caps) if (this.#isFull(cap, i, zone, t)) return cap;
    return -1;
  }

  /** Place of the journey whose send filled the cap in minute `t`; −1: none did. */
  filledBy(cap: number, i: number, t: number): number {
    return this.#filledAt[cap]![i] === t ? this.#filledBy[cap]![i]! : -1;
  }

  /** First minute after `t` at which all of these have room, as far as is known. */
  roomFor(i: number, zone: number, t: number, caps: readonly number[]): number {
    let minute = t + 1;
    for (let moved = true; moved;) {
      moved = false;
      for (const cap of caps) {
        if (!this.#isFull(cap, i, zone, minute)) continue;
        const room = this.#roomIn(cap, i, zone, minute);
        if (room > minute) {
          minute = room;
          moved = true;
        }
      }
    }
    return minute;
  }

  /** A message went out at `t`. */
  note(i: number, zone: number, t: number, caps: readonly number[], journey: number): void {
    for (const cap of caps) {
      const { window, max } = this.#caps[cap]!;
      const wasFull = this.#isFull(cap, i, zone, t);
      if (window.kind === 'rolling') {
        const head = this.#head[cap]![i]!;
        this.#sent[cap]![head * this.#size + i] = t;
        this.#head[cap]![i] = head + 1 === max ? 0 : head + 1;
      } else {
        const now = this.#windowAt(cap, zone, t);
        this.#count[cap]![i] = this.#window[cap]![i] === now ? this.#count[cap]![i]! + 1 : 1;
        this.#window[cap]![i] = now;
      }
      if (wasFull || !this.#isFull(cap, i, zone, t)) continue;
      this.#filledAt[cap]![i] = t;
      this.#filledBy[cap]![i] = journey;
    }
  }

  #isFull(cap: number, i: number, zone: number, t: number): boolean {
    const { window, max } = this.#caps[cap]!;
    if (window.kind === 'rolling') {
      const oldest = this.#sent[cap]![this.#head[cap]![i]! * this.#size + i]!;
      return oldest !== NONE && t - oldest < window.minutes;
    }
    return this.#count[cap]![i]! >= max && this.#window[cap]![i] === this.#windowAt(cap, zone, t);
  }

  #roomIn(cap: number, i: number, zone: number, t: number): number {
    const { window, weekStart } = this.#caps[cap]!;
    if (window.kind === 'rolling')
      return this.#sent[cap]![this.#head[cap]![i]! * this.#size + i]! + window.minutes;
    const place = window.zone < 0 ? zone : window.zone;
    return this.#calendar.fromLocal(
      place,
      windowStart(window.unit, weekStart, this.#windowAt(cap, zone, t) + 1),
    );
  }

  /** Number of the day, week or month since 1970 on the clock that the cap goes by. */
  #windowAt(cap: number, zone: number, t: number): number {
    const { window, weekStart } = this.#caps[cap]!;
    if (window.kind === 'rolling') return NONE;
    const local = this.#calendar.local(window.zone < 0 ? zone : window.zone, t);
    const day = Math.floor(local / MINUTES_PER_DAY);
    switch (window.unit) {
      case 'day':
        return day;
      case 'week':
        return Math.floor((day + THURSDAY - weekStart) / 7);
      case 'month':
        return monthOf(day);
    }
  }
}

/** No send yet. */
const NONE = -1;

/** Local minute since 1970 at which a day, week or month begins. */
function windowStart(unit: 'day' | 'week' | 'month', weekStart: number, index: number): number {
  const day = unit === 'day' ? index : unit === 'week' ? index * 7 - THURSDAY + weekStart : monthStart(index);
  return day * MINUTES_PER_DAY;
}
