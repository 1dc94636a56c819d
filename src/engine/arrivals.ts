import type { EntryOp } from '../compile/program.ts';
import { FLAG, type Block } from './block.ts';
import { MINUTES_PER_DAY, minuteOfWeek, unwarp } from './calendar.ts';
import { drawColumn, drawing } from './drawColumn.ts';
import { CONTACT_KEY, PURPOSE, draw, occasion } from './random.ts';
import { noteLaterRuleGoals } from './ruleGoals.ts';
import { NEVER, TWO_32, quantile } from './tables.ts';
import { holds } from './tests.ts';

const MAX_ENTRIES = 4096;

/** Who gets in when there are more than the entry cap: the smallest by (first entry minute, hash, contact), the last included. */
export interface EntryCutoff {
  readonly minute: number;
  readonly hash: number;
  readonly contact: number;
}

/** When contacts come in: at the trigger's minutes, when the entry rule holds, when they may come back. */
export class Arrivals {
  readonly #block: Block;
  readonly #op: EntryOp;
  readonly #key: number;
  readonly #scheduled: Int32Array;
  readonly #overlaps: boolean;
  #noted = -1;
  /** Nobody comes back, and nothing of that is counted. */
  readonly onceOnly: boolean;
  /** Everybody comes in once, whatever they are: `onceForAll` says when. */
  readonly isPlain: boolean;
  readonly #cutoff: EntryCutoff | undefined;

  constructor(block: Block, cutoff: EntryCutoff | undefined) {
    const step = block.journey.steps[block.journey.entryStep]!;
    if (step.op.op !== 'entry') throw new RangeError(`invalid entry step: ${step.id}`);
    this.#block = block;
    this.#op = step.op;
    this.#key = step.key;
    this.#scheduled = schedule(block, step.op);
    const { spreadMinutes } = this.#op;
    this.#overlaps = this.#scheduled.some(
      (minute, k) => k > 0 && minute - this.#scheduled[k - 1]! < spreadMinutes,
    );
    this.#cutoff = cutoff;
    const { reEntry } = block.journey;
    this.onceOnly =
      reEntry.mode === 'never' && step.op.trigger.type !== 'events' && block.ruleGoals.length === 0;
    this.isPlain =
      this.onceOnly &&
      step.op.trigger.type === 'once' &&
      step.op.eligible === undefined &&
      cutoff === undefined;
  }

  /** Minutes at which the contacts of the block come in, at or after the horizon for those that do not; only where `isPlain`. */
  onceForAll(minutes: Int32Array): void {
    const { count, seed, contact, journey } = this.#block;
    const { spreadMinutes } = this.#op;
    drawing.contact.set(contact.subarray(0, count));
    drawing.occasion.fill(0);
    drawColumn(seed, this.#key | 0, PURPOSE.SPREAD, count, 0);
    const { first } = drawing;
    for (let i = 0; i < count; i++)
      minutes[i] = journey.startMinute + Math.floor((first[i]! / TWO_32) * spreadMinutes);
  }

  /** Minute at which the contact comes in first, or again after having left at `left`; −1: not any more. */
  next(i: number, left: number): number {
    if (left >= 0 && this.onceOnly) return -1;
    this.#noted = left;
    const minute = this.#find(i, left);
    if (left >= 0) this.#note(i, minute < 0 ? this.#block.program.endMinute - 1 : minute);
    return minute;
  }

  /** Goals about a rule go on being reached by somebody who has left, and a rule about the entry may ask about them. */
  #note(i: number, to: number): void {
    noteLaterRuleGoals(this.#block, i, this.#noted, to);
    this.#noted = to;
  }

  #find(i: number, left: number): number {
    for (;;) {
      const minute = this.nextTrigger(i, left);
      if (minute < 0) return -1;
      if (left >= 0 && this.#op.eligible !== undefined) this.#note(i, minute);
      if (!this.isEligible(i, minute)) continue;
      if (left < 0 && this.isBeyondCap(i, minute)) {
        this.#block.keptOut(i);
        return -1;
      }
      return minute;
    }
  }

  /** The next minute at which the contact's trigger fires and it may come (back) in, whatever the entry rule says; −1: none. */
  nextTrigger(i: number, left: number): number {
    const block = this.#block;
    const { horizonMinute } = block.journey;
    const notBefore = left < 0 ? 0 : this.#allowedFrom(i, left);
    if (block.entry[i]! + 1 >= MAX_ENTRIES) return -1;
    for (;;) {
      const minute = this.#trigger(i);
      if (minute >= horizonMinute) return -1;
      if (minute >= notBefore) return minute;
      if (this.#op.trigger.type === 'events') block.droppedEntries++;
      else if (notBefore === NEVER) return -1;
    }
  }

  isEligible(i: number, minute: number): boolean {
    const { eligible } = this.#op;
    if (eligible === undefined || holds(this.#block, i, eligible, minute)) return true;
    this.#block.flags[i] = this.#block.flags[i]! | FLAG.NOT_ELIGIBLE;
    return false;
  }

  /** Whether somebody who would come in first at `minute` gets no place under the entry cap. */
  isBeyondCap(i: number, minute: number): boolean {
    const cutoff = this.#cutoff;
    if (cutoff === undefined) return false;
    if (minute !== cutoff.minute) return minute > cutoff.minute;
    const hash = entryHash(this.#block.seed, this.#block.contact[i]!);
    return hash !== cutoff.hash ? hash > cutoff.hash : this.#block.contact[i]! > cutoff.contact;
  }

  /** Whether the entry cap keeps the contact out, asked before anything has happened to it. Leaves no trace. */
  isKeptOut(i: number): boolean {
    if (this.#cutoff === undefined) return false;
    const block = this.#block;
    const { droppedEntries, overEntryCap } = block;
    const minute = this.#find(i, -1);
    const kept = block.overEntryCap > overEntryCap || this.isBeyondCap(i, minute < 0 ? NEVER : minute);
    block.droppedEntries = droppedEntries;
    block.overEntryCap = overEntryCap;
    block.events[i] = 0;
    block.eventClock[i] = 0;
    block.flags[i] = 0;
    return kept;
  }

  /** The contact is inside to the horizon: every further event finds it there. */
  dropRest(i: number): void {
    if (this.#op.trigger.type !== 'events') return;
    while (this.#trigger(i) < this.#block.journey.horizonMinute) this.#block.droppedEntries++;
  }

  #allowedFrom(i: number, left: number): number {
    const { mode, minutes, fromStart } = this.#block.journey.reEntry;
    if (mode === 'never') return NEVER;
    const cooled = mode === 'afterExit' ? 0 : (fromStart ? this.#block.entryMinute[i]! : left) + minutes;
    return Math.max(left + 1, cooled);
  }

  /** The contact's next trigger minute; each call uses one up. NEVER: none is left. */
  #trigger(i: number): number {
    const block = this.#block;
    const event = block.events[i]!;
    block.events[i] = event + 1;
    const { trigger } = this.#op;
    switch (trigger.type) {
      case 'once':
        return event > 0 ? NEVER : this.#spread(i, this.#block.journey.startMinute, event);
      case 'schedule':
        return event >= this.#scheduled.length ? NEVER : this.#scheduledMinute(i, event);
      case 'events':
        return this.#eventMinute(i, event);
      case 'date':
        return event > 0 ? NEVER : this.#dateMinute(i);
    }
  }

  /** The k-th in time: a spread longer than the interval lets a later date come in first. */
  #scheduledMinute(i: number, k: number): number {
    if (!this.#overlaps) return this.#spread(i, this.#scheduled[k]!, k);
    return this.#scheduled.map((minute, event) => this.#spread(i, minute, event)).sort()[k]!;
  }

  #spread(i: number, minute: number, event: number): number {
    const { spreadMinutes } = this.#op;
    if (spreadMinutes === 0) return minute;
    const word = draw(
      this.#block.seed,
      this.#key,
      this.#block.contact[i]!,
      occasion(0, event & 4095, PURPOSE.SPREAD),
    );
    return minute + Math.floor((word / TWO_32) * spreadMinutes);
  }

  /** A Poisson process whose clock runs with the hour profile in the contact's zone. */
  #eventMinute(i: number, event: number): number {
    const { trigger } = this.#op;
    if (trigger.type !== 'events') return NEVER;
    const block = this.#block;
    const word = draw(block.seed, this.#key, block.contact[i]!, (event << 8) | PURPOSE.EVENT_GAP);
    const virtual =
      block.eventClock[i]! + quantile(block.program.response.exponential, word) * trigger.meanGap;
    block.eventClock[i] = virtual;
    const { startMinute } = block.journey;
    const start = minuteOfWeek(block.calendar.local(block.zone[i]!, startMinute));
    const minute = startMinute + Math.floor(unwarp(trigger.warp, start, virtual));
    return minute < block.journey.horizonMinute ? minute : NEVER;
  }

  #dateMinute(i: number): number {
    const { trigger } = this.#op;
    if (trigger.type !== 'date') return NEVER;
    const block = this.#block;
    const zone = block.zone[i]!;
    const date = block.columns.inputs[trigger.input]![block.base + i]!;
    if (!(date === date)) return NEVER;
    const local = trigger.floating
      ? date
      : block.calendar.local(zone, Math.floor(date) - block.program.epoch);
    const day = (Math.floor(local / MINUTES_PER_DAY) + trigger.offsetDays) * MINUTES_PER_DAY;
    const minute = block.calendar.fromLocal(zone, day + trigger.clock);
    return minute < block.journey.startMinute ? NEVER : Math.min(minute, NEVER);
  }
}

/** Rank of a contact among those that come in at the same minute. */
export function entryHash(seed: number, contact: number): number {
  return draw(seed, CONTACT_KEY.ENTRY_CAP, contact, 0);
}

/** Minutes of a recurring entry, from the journey's start to its horizon. */
function schedule(block: Block, { trigger }: EntryOp): Int32Array {
  if (trigger.type !== 'schedule') return new Int32Array(0);
  const { calendar } = block;
  const { zone, startMinute, horizonMinute } = block.journey;
  const minutes: number[] = [];
  const midnight = Math.floor(calendar.local(zone, startMinute) / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const first = midnight + trigger.clock;
  // Today's occurrence may be past: then the first is tomorrow, and every so many days from there.
  const late = calendar.fromLocal(zone, first) < startMinute ? MINUTES_PER_DAY : 0;
  for (let k = 0; ; k++) {
    const minute = calendar.fromLocal(zone, first + late + k * trigger.everyDays * MINUTES_PER_DAY);
    if (minute >= horizonMinute) return Int32Array.from(minutes);
    minutes.push(minute);
  }
}
