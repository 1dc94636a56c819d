import type { Columns, Program } from '../compile/program.ts';
import { EVENT, type EventLog } from './eventLog.ts';
import { CONTACT_KEY, draw } from './random.ts';
import { type KeptTraces, type Outcomes, type Trace, type TraceEvent, type TraceKind } from './results.ts';

/** What each contact of a shard came to; rows as in its columns. */
export class OutcomeColumns implements Outcomes {
  readonly contact: Uint32Array;
  readonly conversions: Uint16Array;
  readonly revenueMinor: Float64Array;
  readonly costMicros: Float64Array;
  readonly sent: Uint16Array;
  readonly unsubscribed: Uint16Array;

  constructor({ contact, count }: Columns) {
    this.contact = contact.slice();
    this.conversions = new Uint16Array(count);
    this.revenueMinor = new Float64Array(count);
    this.costMicros = new Float64Array(count);
    this.sent = new Uint16Array(count);
    this.unsubscribed = new Uint16Array(count);
  }

  convert(row: number, value: number): void {
    this.conversions[row] = this.conversions[row]! + 1;
    this.revenueMinor[row] = this.revenueMinor[row]! + value;
  }

  send(row: number, messages: number, micros: number): void {
    this.sent[row] = this.sent[row]! + messages;
    this.costMicros[row] = this.costMicros[row]! + micros;
  }

  unsubscribe(row: number, channels: number): void {
    this.unsubscribed[row] = channels;
  }

  /** Plain data that can be posted. */
  get columns(): Outcomes {
    const { contact, conversions, revenueMinor, costMicros, sent, unsubscribed } = this;
    return { contact, conversions, revenueMinor, costMicros, sent, unsubscribed };
  }
}

/** Adds traces to those kept; the `most` smallest by rank, then contact, stay. */
export function keepSmallest({ most, traces }: KeptTraces, more: readonly Trace[]): KeptTraces {
  const all = [...traces, ...more].sort((x, y) => x.rank - y.rank || x.contact - y.contact);
  return { most, traces: all.slice(0, most) };
}

const TOUCHES: ReadonlySet<TraceKind> = new Set(['enters', 'delivered', 'opened', 'clicked', 'converts']);

interface Traced {
  readonly rank: number;
  readonly whole: boolean;
  readonly events: TraceEvent[];
}

/** Writes down what happens to the contacts with the smallest ranks seen so far. */
export class Tracer {
  readonly #seed: number;
  readonly #contact: Uint32Array;
  readonly #journeys: number;
  /** Per contact from row `#from` of the shard on; undefined: nobody looks. */
  #traced: (Traced | undefined)[] = [];
  #from = 0;
  /** Row of the contact that is called 0. */
  #base = 0;
  paths: KeptTraces;
  stories: KeptTraces;

  constructor({ outputs, journeys }: Program, { contact }: Columns, seed: number) {
    this.#contact = contact;
    this.#journeys = journeys.length;
    this.paths = { most: outputs.paths, traces: [] };
    this.stories = { most: outputs.stories, traces: [] };
    this.#seed = seed;
  }

  /** Begins with rows `from` … `from + count` of the shard. */
  load(from: number, count: number): void {
    this.#from = from;
    this.#base = from;
    const ranks = new Uint32Array(count);
    for (let k = 0; k < count; k++)
      ranks[k] = draw(this.#seed, CONTACT_KEY.STORY, this.#contact[from + k]!, 0);
    const sorted = ranks.slice().sort();
    const isKept = (kept: KeptTraces, rank: number): boolean =>
      rank <= (sorted[Math.min(kept.most, count) - 1] ?? -1) && isAmong(rank, kept);
    this.#traced = Array.from(ranks, (rank) => {
      const whole = isKept(this.stories, rank);
      return whole || isKept(this.paths, rank) ? { rank, whole, events: [] } : undefined;
    });
  }

  /** From now on contact `i` is row `base + i`. */
  standAt(base: number): void {
    this.#base = base;
  }

  note(i: number, kind: TraceKind, minute: number, journey: number, subject: number, value = 0): void {
    const traced = this.#traced[this.#base - this.#from + i];
    if (traced !== undefined && (traced.whole || TOUCHES.has(kind)))
      traced.events.push({ kind, minute, journey, subject, value });
  }

  /** Takes back what did not come to be. */
  forget(i: number, kind: TraceKind, minute: number): void {
    const events = this.#traced[this.#base - this.#from + i]?.events;
    const at = events?.findIndex((event) => event.kind === kind && event.minute === minute) ?? -1;
    if (at >= 0) events?.splice(at, 1);
  }

  /** Closes the traces of the first `count` contacts. */
  finish(count: number, log: EventLog): void {
    const traces: Trace[] = [];
    const stories: Trace[] = [];
    for (let i = 0; i < count; i++) {
      const traced = this.#traced[this.#base - this.#from + i];
      if (traced === undefined) continue;
      for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
        if (log.kind[e] === EVENT.CONVERSION || log.kind[e] === EVENT.RECORDED) this.#converts(i, log, e);
      }
      traced.events.sort((a, b) => a.minute - b.minute);
      const trace = { contact: this.#contact[this.#base + i]!, rank: traced.rank, events: traced.events };
      if (traced.whole) stories.push(trace);
      traces.push({ ...trace, events: trace.events.filter(({ kind }) => TOUCHES.has(kind)) });
    }
    this.paths = keepSmallest(this.paths, traces);
    this.stories = keepSmallest(this.stories, stories);
  }

  /** A conversion after a click keeps send and journey in one number. */
  #converts(i: number, log: EventLog, e: number): void {
    const source = log.source[e]!;
    const journey = source < 0 ? log.owner[e]! : source % this.#journeys;
    const send = source < 0 ? -1 : Math.floor(source / this.#journeys);
    this.note(i, 'converts', log.time[e]!, journey, send, log.value[e]);
  }
}

/** Whether a contact of this rank may yet be one of those kept. */
function isAmong(rank: number, { most, traces }: KeptTraces): boolean {
  return traces.length < most || (most > 0 && rank <= traces[traces.length - 1]!.rank);
}
