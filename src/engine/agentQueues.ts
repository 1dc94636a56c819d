import type { AgentQueue, Program } from '../compile/program.ts';
import { MINUTES_PER_WEEK, minuteOfWeek, type Calendar } from './calendar.ts';
import { Heap } from './heap.ts';
import { longer } from './longer.ts';
import { NEVER } from './tables.ts';

/** A contact that is going to wait for an agent. Seconds are of the run. */
export interface Waiter {
  /** Places of the journey and of its step in the Program. */
  readonly place: number;
  readonly step: number;
  /** Row of the contact: rows are in the order in which contacts are served. */
  readonly row: number;
  readonly joined: number;
  /** Last second at which it still lets itself be taken; Infinity: it waits as long as it takes. */
  readonly patience: number;
  readonly handling: number;
}

/** Those who wait or have waited, as columns by ticket from 1: thousands stand in line, and each is compared with many. */
class Tickets {
  place = new Int32Array(64);
  step = new Int32Array(64);
  row = new Int32Array(64);
  joined = new Float64Array(64);
  patience = new Float64Array(64);
  handling = new Float64Array(64);
  gone = new Uint8Array(64);
  #issued = 0;

  issue(waiter: Waiter): number {
    const ticket = ++this.#issued;
    if (ticket === this.gone.length) this.#grow();
    this.place[ticket] = waiter.place;
    this.step[ticket] = waiter.step;
    this.row[ticket] = waiter.row;
    this.joined[ticket] = waiter.joined;
    this.patience[ticket] = waiter.patience;
    this.handling[ticket] = waiter.handling;
    return ticket;
  }

  /** First come, first served; who comes in the same second by row. */
  before(a: number, b: number): number {
    return this.joined[a]! - this.joined[b]! || this.row[a]! - this.row[b]!;
  }

  #grow(): void {
    this.place = longer(this.place, Int32Array);
    this.step = longer(this.step, Int32Array);
    this.row = longer(this.row, Int32Array);
    this.joined = longer(this.joined, Float64Array);
    this.patience = longer(this.patience, Float64Array);
    this.handling = longer(this.handling, Float64Array);
    this.gone = longer(this.gone, Uint8Array);
  }
}

/** Queues of the hand-offs of a run, each with its agents. Whole seconds. */
export class AgentQueues {
  readonly #queues: readonly (readonly (Queue | undefined)[])[];
  readonly #all: readonly Queue[];
  /** Journeys in which a contact waits. */
  readonly #waiting: Uint8Array;
  readonly #tickets = new Tickets();

  constructor(program: Program, contacts: number) {
    const all: Queue[] = [];
    this.#queues = program.journeys.map(({ steps, zone }) =>
      steps.map(({ op }) => {
        if (op.op !== 'handoff' || op.queue === undefined) return undefined;
        const queue = new Queue(op.queue, zone, this.#tickets);
        all.push(queue);
        return queue;
      }),
    );
    this.#all = all;
    this.#waiting = new Uint8Array(all.length > 0 ? contacts : 0);
  }

  isWaiting(row: number): boolean {
    return this.#waiting.length > 0 && this.#waiting[row]! > 0;
  }

  /** A ticket, from 1, to leave the queue with. */
  join(waiter: Waiter): number {
    const ticket = this.#tickets.issue(waiter);
    this.#waiting[waiter.row] = this.#waiting[waiter.row]! + 1;
    if (waiter.joined <= waiter.patience) this.#queues[waiter.place]![waiter.step]!.expect(ticket);
    return ticket;
  }

  /** The contact waits no more: it was taken, or has left. */
  quit(ticket: number): void {
    const row = this.#tickets.row[ticket]!;
    this.#tickets.gone[ticket] = 1;
    this.#waiting[row] = this.#waiting[row]! - 1;
  }

  /** First minute at which something happens in a queue; NEVER: nothing will unless somebody joins. */
  nextMinute(calendar: Calendar): number {
    let next = NEVER;
    for (const queue of this.#all) next = Math.min(next, Math.floor(queue.nextSecond(calendar) / 60));
    return next;
  }

  /** Runs all queues to the end of minute `now`; `taken` hears of every row that an agent takes, of which journey and at which second. */
  runTo(now: number, calendar: Calendar, taken: (place: number, row: number, second: number) => void): void {
    const end = 60 * (now + 1);
    const { place, row } = this.#tickets;
    for (const queue of this.#all) {
      for (let ticket = queue.takeNext(end, calendar); ticket > 0; ticket = queue.takeNext(end, calendar))
        taken(place[ticket]!, row[ticket]!, queue.takenAt);
    }
  }
}

/** One step's queue: first come, first served. */
class Queue {
  readonly #hours: AgentQueue['hours'];
  readonly #pauses: boolean;
  readonly #zone: number;
  readonly #tickets: Tickets;
  readonly #coming: Heap<number>;
  /** Somebody who joins at a second that has passed already still stands by that second. */
  readonly #line: Heap<number>;
  readonly #busyUntil = new Heap<number>((a, b) => a - b);
  #idle: number;
  /** Second at which `takeNext` took somebody last. */
  takenAt = 0;

  constructor({ agents, hours, pauses }: AgentQueue, zone: number, tickets: Tickets) {
    this.#pauses = pauses && hours.length > 0;
    this.#idle = agents;
    this.#hours = hours;
    this.#zone = zone;
    this.#tickets = tickets;
    this.#coming = new Heap((a, b) => tickets.before(a, b));
    this.#line = new Heap((a, b) => tickets.before(a, b));
  }

  expect(ticket: number): void {
    this.#coming.push(ticket);
  }

  nextSecond(calendar: Calendar): number {
    return Math.min(this.#nextJoining(), this.#nextTaking(calendar));
  }

  /** Takes the next contact before second `end`; answers its ticket, 0: nobody is taken until then. */
  takeNext(end: number, calendar: Calendar): number {
    const { gone, patience, handling } = this.#tickets;
    for (;;) {
      const joining = this.#nextJoining();
      const taking = this.#nextTaking(calendar);
      if (Math.min(joining, taking) >= end) return 0;
      if (joining <= taking) {
        const ticket = this.#coming.pop()!;
        if (gone[ticket] === 0) this.#line.push(ticket);
        continue;
      }
      const ticket = this.#line.pop()!;
      if (gone[ticket] === 1 || patience[ticket]! < taking) continue;
      if (this.#idle > 0) this.#idle--;
      else this.#busyUntil.pop();
      this.#busyUntil.push(this.#doneAt(taking, handling[ticket]!, calendar));
      this.takenAt = taking;
      return ticket;
    }
  }

  #nextJoining(): number {
    const first = this.#coming.peek();
    return first === undefined ? Infinity : this.#tickets.joined[first]!;
  }

  /** Second at which the first in line can be taken. */
  #nextTaking(calendar: Calendar): number {
    const first = this.#line.peek();
    if (first === undefined) return Infinity;
    const joined = this.#tickets.joined[first]!;
    this.#release(joined);
    const free = this.#idle > 0 ? joined : this.#busyUntil.peek()!;
    return this.#opening(Math.max(joined, free), calendar);
  }

  /** Agents who are done by second `s` are idle. */
  #release(s: number): void {
    while ((this.#busyUntil.peek() ?? Infinity) <= s) {
      this.#busyUntil.pop();
      this.#idle++;
    }
  }

  /** Second at which an agent who takes somebody at second `s`, within working hours, is free again. */
  #doneAt(s: number, handling: number, calendar: Calendar): number {
    if (!this.#pauses) return s + handling;
    let left = handling;
    for (let from = s; Number.isFinite(from);) {
      const open = this.#closing(from, calendar) - from;
      if (left <= open) return from + left;
      left -= open;
      from = this.#opening(from + open, calendar);
    }
    return Infinity;
  }

  /** The second at which the working hours that hold second `s` end. */
  #closing(s: number, calendar: Calendar): number {
    const minute = Math.floor(s / 60);
    const ofWeek = minuteOfWeek(calendar.local(this.#zone, minute));
    const [, until = ofWeek + 1] = this.#hours.find(([from, end]) => ofWeek >= from && ofWeek < end) ?? [];
    return (minute + until - ofWeek) * 60;
  }

  /** The first second from `s` on within working hours. */
  #opening(s: number, calendar: Calendar): number {
    if (this.#hours.length === 0 || !Number.isFinite(s)) return s;
    let minute = Math.floor(s / 60);
    for (let tries = 0; tries < MOST_OPENINGS; tries++) {
      const local = calendar.local(this.#zone, minute);
      const ofWeek = minuteOfWeek(local);
      if (this.#hours.some(([from, until]) => ofWeek >= from && ofWeek < until))
        return Math.max(s, minute * 60);
      const ahead = Math.min(
        ...this.#hours.map(([from]) => (from > ofWeek ? from - ofWeek : from - ofWeek + MINUTES_PER_WEEK)),
      );
      minute = Math.max(minute + 1, calendar.fromLocal(this.#zone, local + ahead));
    }
    return Infinity;
  }
}

/** A change of clocks may shut an opening; the one after it comes. */
const MOST_OPENINGS = 16;
