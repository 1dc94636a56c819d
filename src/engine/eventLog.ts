import { longer } from './longer.ts';
import type { PeopleMemory } from './memory.ts';

/** Events that goals look at, in the order in which they count within one minute (semantics B): answers first, then moves. */
export const EVENT = {
  OPEN: 0,
  CLICK: 1,
  /** Organic, goodwill, after a click, or a won hand-off. */
  CONVERSION: 2,
  ENTRY: 3,
  SEND: 4,
  /** A conversion that a goal step records. */
  RECORDED: 5,
  /** Goal `source` reached by a step or by a rule turning true. */
  GOAL: 6,
} as const;

/** Linked lists of events, one per contact of a block, in order of insertion; grows, is emptied for each block. */
export class EventLog {
  /** Of the people's memory. */
  readonly head: Int32Array;
  readonly counts: Int32Array;
  time: Int32Array;
  kind: Uint8Array;
  /** Minor units. */
  value: Float64Array;
  /** Send that caused a conversion (−1: none), or the goal of a GOAL event. */
  source: Int32Array;
  /** Place of the journey whose event it is; everybody's (−1) for organic and answered conversions. */
  owner: Int8Array;
  next: Int32Array;
  #count = 0;

  constructor({ head, counts }: Pick<PeopleMemory, 'head' | 'counts'>) {
    this.head = head;
    this.counts = counts;
    const room = head.length * 2;
    this.time = new Int32Array(room);
    this.kind = new Uint8Array(room);
    this.value = new Float64Array(room);
    this.source = new Int32Array(room);
    this.owner = new Int8Array(room);
    this.next = new Int32Array(room);
  }

  /** Where the log stands, to be rewound to; only this contact's events may be added in between. */
  mark(contact: number): { readonly head: number; readonly count: number } {
    return { head: this.head[contact]!, count: this.#count };
  }

  rewind(contact: number, { head, count }: { readonly head: number; readonly count: number }): void {
    this.head[contact] = head;
    this.#count = count;
  }

  /** Forgets everything; nobody may have events any more. */
  clear(): void {
    this.#count = 0;
  }

  add(contact: number, time: number, kind: number, value: number, source: number, owner = -1): void {
    const at = this.#count++;
    if (at === this.time.length) this.#grow();
    this.time[at] = time;
    this.kind[at] = kind;
    this.value[at] = value;
    this.source[at] = source;
    this.owner[at] = owner;
    this.next[at] = this.head[contact]!;
    this.head[contact] = at;
    if (kind === EVENT.CONVERSION || kind >= EVENT.RECORDED) this.counts[contact] = 1;
  }

  /** How many events `sorted` gave last. */
  found = 0;

  /** A contact's events by time, then kind, then insertion, in `into` or, where they do not fit, in a longer array. */
  sorted(contact: number, into: Int32Array): Int32Array {
    let count = 0;
    for (let e = this.head[contact]!; e >= 0; e = this.next[e]!) {
      if (count === into.length) into = longer(into, Int32Array);
      let place = count++;
      // Heads are newest first; equal events keep insertion order because a later one moves left past none of its equals.
      while (place > 0 && this.#after(into[place - 1]!, e)) {
        into[place] = into[place - 1]!;
        place--;
      }
      into[place] = e;
    }
    this.found = count;
    return into;
  }

  #after(a: number, b: number): boolean {
    const byTime = this.time[a]! - this.time[b]!;
    if (byTime !== 0) return byTime > 0;
    // Answers in their order; moves as they were made.
    const byKind = Math.min(this.kind[a]!, EVENT.ENTRY) - Math.min(this.kind[b]!, EVENT.ENTRY);
    return byKind !== 0 ? byKind > 0 : a > b;
  }

  #grow(): void {
    this.time = longer(this.time, Int32Array);
    this.kind = longer(this.kind, Uint8Array);
    this.value = longer(this.value, Float64Array);
    this.source = longer(this.source, Int32Array);
    this.owner = longer(this.owner, Int8Array);
    this.next = longer(this.next, Int32Array);
  }
}
