import type { ProgramJourney } from '../compile/program.ts';
import type { RestOfTouches } from './accountTouches.ts';
import { longer } from './longer.ts';
import type { PeopleMemory } from './memory.ts';
import { TOUCH, TOUCH_LEVELS, type PathColumns, type PathCounts, type TouchLevel } from './results.ts';
import { SequenceTree } from './sequenceTree.ts';

/** Which rows of a shard the engine's memory holds. */
export interface RowsInMemory {
  readonly base: number;
}

/** And which contacts they are. */
export interface Standing extends RowsInMemory {
  readonly contact: PeopleMemory['contact'];
}

/** What a contact's touches come to: those up to each conversion, and those that nothing followed. */
export class Touches {
  readonly #people: Standing;
  /** By send: whether an open is told. */
  readonly #opensReported: readonly boolean[];
  readonly #trees = Object.fromEntries(TOUCH_LEVELS.map((level) => [level, new SequenceTree()])) as Record<
    TouchLevel,
    SequenceTree
  >;
  readonly #conversions: Conversion[] = [];
  /** Per contact of the shard: its newest touch, and the minute of its last conversion. */
  #head = new Int32Array(0);
  #cut = new Int32Array(0);
  #from = 0;
  /** Touches, each with the one before it of its contact. */
  #minute = new Int32Array(1024);
  #code = new Int32Array(1024);
  #next = new Int32Array(1024);
  #count = 0;
  #found: number[] = [];
  /** Where touches that nothing followed are kept one by one; undefined: they are only counted. */
  readonly #rest: RestOfTouches | undefined;

  constructor(people: Standing, { sends }: ProgramJourney, rest?: RestOfTouches) {
    this.#people = people;
    this.#rest = rest;
    this.#opensReported = sends.map(({ opensReported }) => opensReported);
  }

  load(from: number, count: number): void {
    this.#from = from;
    this.#count = 0;
    if (this.#head.length < count) {
      this.#head = new Int32Array(count);
      this.#cut = new Int32Array(count);
    }
    this.#head.fill(-1);
    this.#cut.fill(-1);
  }

  /** `kind`: one of `TOUCH`. */
  add(i: number, minute: number, send: number, kind: number): void {
    const at = this.#count++;
    if (at === this.#minute.length) {
      this.#minute = longer(this.#minute, Int32Array);
      this.#code = longer(this.#code, Int32Array);
      this.#next = longer(this.#next, Int32Array);
    }
    const row = this.#row(i);
    this.#minute[at] = minute;
    this.#code[at] = send * 4 + kind;
    this.#next[at] = this.#head[row]!;
    this.#head[row] = at;
  }

  convert(i: number, minute: number, valueMinor: number): void {
    const touches = this.#between(i, minute);
    this.#conversions.push({
      contact: this.#people.contact[i]!,
      minute,
      valueMinor,
      codes: touches.map((at) => this.#code[at]!),
      minutes: touches.map((at) => this.#minute[at]!),
    });
    this.#cut[this.#row(i)] = minute;
  }

  /** The touch that a hand-off goes back to: the newest up to a minute of the strongest kind there is. */
  lastBefore(i: number, minute: number): { readonly source: number; readonly sourceKind: number } {
    let best = -1;
    for (let at = this.#head[this.#row(i)]!; at >= 0; at = this.#next[at]!) {
      if (this.#minute[at]! > minute) continue;
      if (best < 0 || this.#isStronger(at, best)) best = at;
    }
    if (best < 0) return { source: -1, sourceKind: 0 };
    return { source: this.#code[best]! >> 2, sourceKind: this.#code[best]! & 3 };
  }

  #isStronger(at: number, than: number): boolean {
    const [kind, other] = [this.#code[at]! & 3, this.#code[than]! & 3];
    return kind !== other ? kind > other : this.#minute[at]! > this.#minute[than]!;
  }

  close(i: number): void {
    if (this.#head[this.#row(i)]! < 0) return;
    const touches = this.#between(i, Infinity);
    if (touches.length === 0) return;
    if (this.#rest) this.#keep(this.#rest, i, touches);
    for (const level of TOUCH_LEVELS) {
      const tree = this.#trees[level];
      let node = 0;
      for (const at of touches) {
        const code = this.#code[at]!;
        if (this.#counts(level, code)) node = tree.child(node, code >> 2);
      }
      if (node > 0) tree.count(node);
    }
  }

  #keep(rest: RestOfTouches, i: number, touches: readonly number[]): void {
    rest.begin(this.#people.base + i);
    for (const at of touches) rest.add(this.#minute[at]!, this.#code[at]! >> 2, this.#code[at]! & 3);
  }

  #counts(level: TouchLevel, code: number): boolean {
    const kind = code & 3;
    if (level === 'clicked') return kind === TOUCH.clicked;
    if (level === 'delivered') return kind === TOUCH.delivered;
    return kind === (this.#opensReported[code >> 2] === true ? TOUCH.opened : TOUCH.delivered);
  }

  /** A contact's touches after its last conversion and up to a minute, in order; within a minute as they were noted. */
  #between(i: number, upTo: number): readonly number[] {
    const row = this.#row(i);
    const cut = this.#cut[row]!;
    const found = this.#found;
    found.length = 0;
    for (let at = this.#head[row]!; at >= 0; at = this.#next[at]!)
      if (this.#minute[at]! > cut && this.#minute[at]! <= upTo) found.push(at);
    return found.sort((a, b) => this.#minute[a]! - this.#minute[b]! || a - b);
  }

  #row(i: number): number {
    return this.#people.base - this.#from + i;
  }

  get columns(): PathColumns {
    const rows = this.#conversions.toSorted((a, b) => a.contact - b.contact || a.minute - b.minute);
    const from = new Uint32Array(rows.length + 1);
    rows.forEach(({ codes }, row) => (from[row + 1] = from[row]! + codes.length));
    const codes = rows.flatMap((row) => row.codes);
    return {
      contact: Uint32Array.from(rows, ({ contact }) => contact),
      minute: Int32Array.from(rows, ({ minute }) => minute),
      valueMinor: Float64Array.from(rows, ({ valueMinor }) => valueMinor),
      from,
      send: Uint16Array.from(codes, (code) => code >> 2),
      kind: Uint8Array.from(codes, (code) => code & 3),
      touchMinute: Int32Array.from(rows.flatMap(({ minutes }) => minutes)),
      without: Object.fromEntries(TOUCH_LEVELS.map((level) => [level, this.#trees[level].columns])) as Record<
        TouchLevel,
        PathCounts
      >,
    };
  }
}

interface Conversion {
  readonly contact: number;
  readonly minute: number;
  readonly valueMinor: number;
  readonly codes: readonly number[];
  readonly minutes: readonly number[];
}
