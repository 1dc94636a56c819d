import type { AgentQueue, Program } from '../compile/program.ts';
import { MINUTES_PER_WEEK, minuteOfWeek, type Calendar } from './calendar.ts';
import { Heap } from './heap.ts';
import { NEVER } from './tables.ts';

/** A contact that is going to wait for an agent. Seconds are of the run. */
export interface Waiter {
  /** Places of the journey and of its step in the Program. */
  readonly place: number;
  readonly step: number;
  /** Row of the contact in the shard. */
  readonly row: number;
  readonly contact: number;
  readonly rank: number;
  readonly joined: number;
  /** Last second at which it still lets itself be taken; Infinity: it waits as long as it takes. */
  readonly patience: number;
  readonly handling: number;
}

interface Ticket extends Waiter {
  gone: boolean;
}

/** Queues of the hand-offs of a run, each with its agents. Whole seconds. */
export class AgentQueues {
  readonly #queues: readonly (readonly (Queue | undefined)[])[];
  readonly #all: readonly Queue[];
  /** Journeys in which a contact waits. */
  readonly #waiting: Uint8Array;
  readonly #tickets = new Map<number, Ticket>();
  #issued = 0;

  constructor(program: Program, contacts: number) {
    const all: Queue[] = [];
    this.#queues = program.journeys.map(({ steps, zone }) =>
      steps.map(({ op }) => {
        if (op.op !== 'handoff' || op.queue === undefined) return undefined;
        const queue = new Queue(op.queue, zone);
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
    const ticket: Ticket = { ...waiter, gone: false };
    this.#tickets.set(++this.#issued, ticket);
    this.#waiting[waiter.row] = this.#waiting[waiter.row]! + 1;
    if (waiter.joined <= waiter.patience) this.#queues[waiter.place]![waiter.step]!.expect(ticket);
    return this.#issued;
  }

  /** The contact waits no more: it was taken, or has left. */
  quit(number: number): void {
    const ticket = this.#tickets.get(number)!;
    ticket.gone = true;
    this.#waiting[ticket.row] = this.#waiting[ticket.row]! - 1;
    this.#tickets.delete(number);
  }

  /** First minute at which something happens in a queue; NEVER: nothing will unless somebody joins. */
  nextMinute(calendar: Calendar): number {
    let next = NEVER;
    for (const queue of this.#all) next = Math.min(next, Math.floor(queue.nextSecond(calendar) / 60));
    return next;
  }

  /** Runs all queues to the end of minute `now`; `taken` hears of everyone whom an agent takes, and at which second. */
  runTo(now: number, calendar: Calendar, taken: (waiter: Waiter, second: number) => void): void {
    const end = 60 * (now + 1);
    for (const queue of this.#all) {
      for (let next = queue.takeNext(end, calendar); next; next = queue.takeNext(end, calendar))
        taken(next.waiter, next.second);
    }
  }
}

/** One step's queue: first come, first served. */
class Queue {
  readonly #hours: AgentQueue['hours'];
  readonly #zone: number;
  readonly #coming = new Heap<Ticket>(inOrder);
  /** Somebody who joins at a second that has passed already still stands by that second. */
  readonly #line = new Heap<Ticket>(inOrder);
  readonly #busyUntil = new Heap<number>((a, b) => a - b);
  #idle: number;

  constructor({ agents, hours }: AgentQueue, zone: number) {
    this.#idle = agents;
    this.#hours = hours;
    this.#zone = zone;
  }

  expect(waiter: Ticket): void {
    this.#coming.push(waiter);
  }

  nextSecond(calendar: Calendar): number {
    return Math.min(this.#coming.peek()?.joined ?? Infinity, this.#nextTaking(calendar));
  }

  /** Takes the next contact before second `end`; undefined: nobody is taken until then. */
  takeNext(
    end: number,
    calendar: Calendar,
  ): { readonly waiter: Ticket; readonly second: number } | undefined {
    for (;;) {
      const joining = this.#coming.peek()?.joined ?? Infinity;
      const taking = this.#nextTaking(calendar);
      if (Math.min(joining, taking) >= end) return undefined;
      if (joining <= taking) {
        const waiter = this.#coming.pop()!;
        if (!waiter.gone) this.#line.push(waiter);
        continue;
      }
      const waiter = this.#line.pop()!;
      if (waiter.gone || waiter.patience < taking) continue;
      if (this.#idle > 0) this.#idle--;
      else this.#busyUntil.pop();
      this.#busyUntil.push(taking + waiter.handling);
      return { waiter, second: taking };
    }
  }

  /** Second at which the first in line can be taken. */
  #nextTaking(calendar: Calendar): number {
    const first = this.#line.peek();
    if (first === undefined) return Infinity;
    this.#release(first.joined);
    const free = this.#idle > 0 ? first.joined : this.#busyUntil.peek()!;
    return this.#opening(Math.max(first.joined, free), calendar);
  }

  /** Agents who are done by second `s` are idle. */
  #release(s: number): void {
    while ((this.#busyUntil.peek() ?? Infinity) <= s) {
      this.#busyUntil.pop();
      this.#idle++;
    }
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

/** First come, first served; who comes in the same second by rank. */
function inOrder(a: Ticket, b: Ticket): number {
  return a.joined - b.joined || a.rank - b.rank || a.contact - b.contact;
}
