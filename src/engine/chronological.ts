import type { Program } from '../compile/program.ts';
import type { Block } from './block.ts';
import type { Crowd } from './crowd.ts';
import { Heap } from './heap.ts';
import type { People } from './people.ts';
import { longer } from './longer.ts';
import { BLOCK_CONTACTS } from './memory.ts';
import type { OnProgress } from './protocol.ts';
import { Records } from './records.ts';
import type { SharedCapacity } from './sharedCapacity.ts';

/**
 * Runs contacts that share capacity, their rows in the order in which they are served (`ranked.ts`), minute by minute (docs/simulation.md, “Shared capacity”). Between two acts that others may notice a
 * contact goes ahead on its own, so only those acts are put in order.
 */
export class Chronology {
  readonly #people: People;
  readonly #crowd: Crowd;
  readonly #capacity: SharedCapacity;
  readonly #endMinute: number;
  /** Contacts that act in a minute, as linked lists. */
  readonly #head: Int32Array;
  #contact: Int32Array;
  #next: Int32Array;
  #free = -1;
  #used = 0;
  /** Minute at which a contact is due; a contact found in another minute's list has been put elsewhere since. */
  readonly #due: Int32Array;
  /** 1: what it is due for is a shared capacity. */
  readonly #wants: Uint8Array;
  readonly #priority: Float64Array;
  #now = 0;
  readonly #wanting: Heap<number>;

  /** State of everybody but the one who is `#inside`, at place 0 of the engine's memory; −1: nobody is. */
  readonly #records: Records;
  readonly #blocks: readonly Block[];
  #inside = -1;

  constructor(people: People, blocks: readonly Block[], crowd: Crowd, capacity: SharedCapacity) {
    const { program } = people;
    const size = people.columns.count;
    this.#people = people;
    this.#blocks = blocks;
    const sheets = blocks.map(({ sheet }) => sheet);
    this.#records = new Records(size, [people.sheet, people.caps.sheet, crowd.sheet, ...sheets]);
    this.#crowd = crowd;
    this.#capacity = capacity;
    this.#endMinute = program.endMinute;
    this.#head = new Int32Array(this.#endMinute + 1).fill(-1);
    this.#contact = new Int32Array(Math.max(1, size));
    this.#next = new Int32Array(Math.max(1, size));
    this.#due = new Int32Array(size).fill(-1);
    this.#wants = new Uint8Array(size);
    this.#priority = new Float64Array(size);
    this.#wanting = new Heap((a, b) => this.#before(a, b));
  }

  /** `onProgress` hears of each hundredth of the run's time. */
  run(onProgress?: OnProgress): void {
    this.#loadAll();
    const { program, calendar } = this.#people;
    let queues = this.#capacity.queues.nextMinute(calendar);
    const hundredth = Math.ceil(this.#endMinute / 100);
    for (this.#now = 0; this.#now <= this.#endMinute; this.#now++) {
      if (this.#now % hundredth === 0) onProgress?.(this.#now / this.#endMinute);
      if (this.#head[this.#now]! < 0 && queues > this.#now) continue;
      this.#runMinute(program);
      queues = this.#capacity.queues.nextMinute(calendar);
    }
    this.#finishAll();
  }

  /** Lets everyone go as far as nobody else notices. */
  #loadAll(): void {
    const { columns, tracer, log } = this.#people;
    log.clear();
    tracer?.load(0, columns.count);
    for (const { detail } of this.#blocks) detail?.load(0, columns.count);
    for (let base = 0; base < columns.count; base += BLOCK_CONTACTS) {
      const count = Math.min(BLOCK_CONTACTS, columns.count - base);
      this.#people.load(base, count);
      for (const block of this.#blocks) block.load();
      for (let i = 0; i < count; i++) {
        this.#crowd.begin(i);
        this.#put(base + i, this.#crowd.live(i, -1), i);
        this.#records.put(base + i, i);
      }
    }
  }

  #finishAll(): void {
    const { columns } = this.#people;
    this.#putAway();
    for (let base = 0; base < columns.count; base += BLOCK_CONTACTS) {
      const count = Math.min(BLOCK_CONTACTS, columns.count - base);
      this.#standAt(base, count);
      for (let i = 0; i < count; i++) this.#records.bring(base + i, i);
      this.#crowd.finish();
      this.#people.finish();
    }
  }

  #standAt(base: number, count: number): void {
    this.#people.standAt(base, count);
    for (const block of this.#blocks) block.standAt();
  }

  /** Brings a contact to place 0 of the engine's memory. */
  #bring(contact: number): void {
    if (contact === this.#inside) return;
    this.#putAway();
    this.#records.bring(contact, 0);
    this.#inside = contact;
    this.#standAt(contact, 1);
  }

  #putAway(): void {
    if (this.#inside >= 0) this.#records.put(this.#inside, 0);
    this.#inside = -1;
  }

  #runMinute(program: Program): void {
    const now = this.#now;
    const sorted = this.#inOrder(this.#wakeAll(), program);
    let at = 0;
    for (;;) {
      while (at < sorted.length || this.#wanting.size > 0) {
        const first = this.#wanting.peek();
        const i =
          first === undefined || (at < sorted.length && this.#before(sorted[at]!, first) < 0)
            ? sorted[at++]!
            : this.#wanting.pop()!;
        this.#bring(i);
        this.#crowd.act(0);
        this.#goOn(i);
      }
      const moved: number[] = [];
      this.#capacity.queues.runTo(now, this.#people.calendar, (place, row, second) => {
        this.#bring(row);
        this.#crowd.taken(place, 0, second, now);
        moved.push(row);
      });
      for (const i of moved) this.#goOn(i);
      if (this.#wanting.size === 0 && this.#capacity.queues.nextMinute(this.#people.calendar) > now) return;
    }
  }

  /** Lets everyone who is due in this minute act; gives those who then want a shared capacity in it. */
  #wakeAll(): number[] {
    const wanting: number[] = [];
    const now = this.#now;
    for (let node = this.#head[now]!; node >= 0;) {
      const i = this.#contact[node]!;
      const next = this.#next[node]!;
      this.#next[node] = this.#free;
      this.#free = node;
      node = next;
      if (this.#due[i] !== now) continue;
      if (this.#wants[i] === 1) {
        this.#due[i] = -1;
        wanting.push(i);
        continue;
      }
      this.#bring(i);
      const minute = this.#crowd.live(0, now);
      if (minute === now) {
        this.#due[i] = -1;
        this.#prioritise(i);
        wanting.push(i);
      } else this.#put(i, minute);
    }
    this.#head[now] = -1;
    return wanting;
  }

  /** After an act: on to the next one that others may notice. */
  #goOn(i: number): void {
    this.#bring(i);
    const minute = this.#crowd.live(0, this.#now);
    if (minute !== this.#now) return this.#put(i, minute);
    this.#due[i] = -1;
    this.#prioritise(i);
    this.#wanting.push(i);
  }

  /** Of the contact that stands at place `at` of the engine's memory. */
  #prioritise(i: number, at = 0): void {
    this.#priority[i] = this.#people.program.journeys[this.#crowd.nextJourney(at)]!.priority;
  }

  /** `live` has stopped the contact, which stands at place `at`, before `minute`. */
  #put(i: number, minute: number, at = 0): void {
    this.#due[i] = minute;
    this.#wants[i] = this.#crowd.wants ? 1 : 0;
    if (this.#crowd.wants) this.#prioritise(i, at);
    if (minute > this.#endMinute) return;
    let node = this.#free;
    if (node >= 0) this.#free = this.#next[node]!;
    else {
      node = this.#used++;
      if (node === this.#contact.length) {
        this.#contact = longer(this.#contact, Int32Array);
        this.#next = longer(this.#next, Int32Array);
      }
    }
    this.#contact[node] = i;
    this.#next[node] = this.#head[minute]!;
    this.#head[minute] = node;
  }

  /** By priority, high first, then in the order of rows. */
  #inOrder(contacts: readonly number[], { journeys }: Program): readonly number[] {
    if (contacts.length < 2) return contacts;
    const sorted = Int32Array.from(contacts).sort();
    const priorities = [...new Set(journeys.map(({ priority }) => priority))].sort((a, b) => b - a);
    if (priorities.length === 1) return [...sorted];
    return priorities.flatMap((priority) => [...sorted.filter((i) => this.#priority[i] === priority)]);
  }

  #before(a: number, b: number): number {
    return this.#priority[b]! - this.#priority[a]! || a - b;
  }
}
