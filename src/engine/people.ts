import { PRESSURE_BINS, type Columns, type Program } from '../compile/program.ts';
import { Calendar } from './calendar.ts';
import { CapState } from './caps.ts';
import { EVENT, EventLog } from './eventLog.ts';
import { CONTACT_KEY, draw, second } from './random.ts';
import { Days, OutcomeColumns, Tracer, type Daily } from './outputs.ts';
import { AUDIENCE_FIELDS, GROUPS, SEND_FIELDS, type AudienceField } from './results.ts';
import { NEVER, quantile } from './tables.ts';

export const AUDIENCE_OFFSET = Object.fromEntries(
  AUDIENCE_FIELDS.map((name, at) => [name, at * GROUPS]),
) as Readonly<Record<AudienceField, number>>;

/**
 * The state of up to `size` contacts that all journeys of a run share, as columns. Contact `i` is row `base + i` of the shard's
 * columns. Arrays with several values per contact are laid out value by value: `channel * size + i`.
 */
export class People {
  readonly size: number;
  readonly program: Program;
  readonly columns: Columns;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly log: EventLog;
  base = 0;
  count = 0;

  readonly contact: Uint32Array;
  readonly zone: Uint16Array;
  readonly group: Uint8Array;
  readonly engagement: Uint8Array;
  readonly propensity: Uint8Array;
  readonly machine: Uint8Array;
  readonly deadWord: Uint32Array;
  readonly pressure: Int32Array;
  readonly lastSend: Int32Array;
  /** Per channel: minute from which the contact may not be written to, for each cause; NEVER while it may. */
  readonly unsubscribedAt: Int32Array;
  /** Per channel: `(send of its journey * 2 + complained) * journeys + journey` of the unsubscription; −1: none. */
  readonly unsubscribedBy: Int32Array;
  readonly suppressedAt: Int32Array;
  readonly written: Uint16Array;
  readonly tagged: Uint8Array;
  readonly score: Float64Array;
  readonly caps: CapState;
  /** Counts of each journey, filled in as the journeys are set up: one may take back what another counted. */
  readonly counts: { readonly sends: Float64Array; readonly daily: Daily | undefined }[] = [];
  /** What the Program asks for beside counts. */
  readonly days: Days | undefined;
  readonly outcomes: OutcomeColumns | undefined;
  readonly tracer: Tracer | undefined;
  /** `field * GROUPS + group` of `AUDIENCE_FIELDS`. */
  readonly audience = new Float64Array(AUDIENCE_FIELDS.length * GROUPS);

  constructor(program: Program, columns: Columns, { seed, size }: { seed: number; size: number }) {
    this.program = program;
    this.columns = columns;
    this.seed = seed | 0;
    this.size = size;
    this.calendar = new Calendar(program.zones, program.epoch);
    const channels = program.channels.length;
    this.log = new EventLog(size);
    this.contact = new Uint32Array(size);
    this.zone = new Uint16Array(size);
    this.group = new Uint8Array(size);
    this.engagement = new Uint8Array(size);
    this.propensity = new Uint8Array(size);
    this.machine = new Uint8Array(size);
    this.deadWord = new Uint32Array(size);
    this.pressure = new Int32Array(size);
    this.lastSend = new Int32Array(size);
    this.unsubscribedAt = new Int32Array(size * channels);
    this.unsubscribedBy = new Int32Array(size * channels);
    this.suppressedAt = new Int32Array(size * channels);
    this.written = new Uint16Array(size * program.runtimeColumns);
    this.tagged = new Uint8Array(size * program.tags.length);
    this.score = new Float64Array(size);
    const { outputs } = program;
    this.days = outputs.daily ? new Days(this.calendar, program.endMinute) : undefined;
    this.outcomes = outputs.outcomes ? new OutcomeColumns(columns) : undefined;
    this.tracer = outputs.paths + outputs.stories > 0 ? new Tracer(program, this.seed) : undefined;
    this.caps = new CapState(program, this.calendar, size);
  }

  /** Takes in rows `base` … `base + count` of the shard: traits drawn, state fresh, organic conversions laid down. */
  load(base: number, count: number): void {
    this.base = base;
    this.count = count;
    this.pressure.fill(0);
    this.lastSend.fill(0);
    this.unsubscribedAt.fill(NEVER);
    this.unsubscribedBy.fill(-1);
    this.suppressedAt.fill(NEVER);
    this.written.fill(0);
    this.caps.clear();
    this.log.clear();
    this.tracer?.load(this.columns.contact.subarray(base, base + count), count);
    const { columns, program, seed } = this;
    // Traits share one word: 4 bits of engagement, 8 of propensity, 20 of machine reading (threshold / 2^12).
    const machineCut = program.response.machineThreshold / 4096;
    for (let i = 0; i < count; i++) {
      const row = base + i;
      const contact = columns.contact[row]!;
      this.contact[i] = contact;
      this.zone[i] = columns.zone[row]!;
      this.group[i] = draw(seed, CONTACT_KEY.GROUP, contact, 0) >>> 25;
      const word = draw(seed, CONTACT_KEY.TRAITS, contact, 0);
      this.deadWord[i] = second();
      this.engagement[i] = word >>> 28;
      this.propensity[i] = (word >>> 20) & 255;
      const told = columns.machine[row]!;
      this.machine[i] = told === 2 ? ((word & 0xfffff) < machineCut ? 1 : 0) : told;
      this.#startState(i, row);
      this.#organic(i, contact);
    }
  }

  /** Adds what the contacts came to, whatever journeys there were. */
  finish(): void {
    const { log } = this;
    for (let i = 0; i < this.count; i++) {
      this.addToAudience(i, AUDIENCE_OFFSET.contacts, 1);
      for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
        if (log.kind[e] !== EVENT.CONVERSION && log.kind[e] !== EVENT.RECORDED) continue;
        this.addToAudience(i, AUDIENCE_OFFSET.conversions, 1);
        this.addToAudience(i, AUDIENCE_OFFSET.revenueMinor, log.value[e]!);
        this.outcomes?.convert(this.base + i, log.value[e]!);
      }
      const left = this.#endedConsent(i);
      if (left !== 0) this.addToAudience(i, AUDIENCE_OFFSET.unsubscribed, 1);
      this.outcomes?.unsubscribe(this.base + i, left);
    }
    this.tracer?.finish(this.contact, log);
  }

  /** Bit per channel whose consent a message ended. */
  #endedConsent(i: number): number {
    let bits = 0;
    for (let channel = 0, at = i; channel < this.program.channels.length; channel++, at += this.size)
      if (this.unsubscribedBy[at]! >= 0) bits |= 1 << channel;
    return bits;
  }

  /** Takes one off a send's count that had been made for minute `t`. */
  uncount(place: number, send: number, field: number, t: number): void {
    const { sends, daily } = this.counts[place]!;
    const at = send * SEND_FIELDS.length + field;
    sends[at] = sends[at]! - 1;
    daily?.count(t, this.program.journeys[place]!.sends[send]!.channel, field, -1);
  }

  addToAudience(i: number, offset: number, amount: number): void {
    const at = offset + this.group[i]!;
    this.audience[at] = this.audience[at]! + amount;
  }

  #startState(i: number, row: number): void {
    const { size, columns, program } = this;
    const { tags } = program;
    for (let tag = 0; tag < tags.length; tag++) this.tagged[tag * size + i] = columns.inputs[tags[tag]!]![row]!;
    const score = program.scoreInput < 0 ? 0 : columns.inputs[program.scoreInput]![row]!;
    this.score[i] = score === score ? score : 0;
  }

  /**
   * Organic conversions cover the whole run whether or not the contact ever enters: a Poisson process from minute 0, so that a longer
   * run only adds to a shorter one.
   */
  #organic(i: number, contact: number): void {
    const { response, endMinute } = this.program;
    const meanGap = response.organicGap[this.propensity[i]!]!;
    let minute = 0;
    for (let k = 0; ; k++) {
      minute += quantile(response.exponential, draw(this.seed, CONTACT_KEY.ORGANIC, contact, k)) * meanGap;
      if (minute >= endMinute) return;
      this.log.add(i, Math.floor(minute), EVENT.CONVERSION, this.orderValue(second()), -1);
    }
  }

  /** A drawn order value, minor units. */
  orderValue(word: number, meanMinor = this.program.response.orderMeanMinor): number {
    return Math.round(meanMinor * quantile(this.program.response.orderValue, word));
  }

  /** Pressure bin at `t`: everyone's own plus what is left of the run's. Brings the stored pressure up to `t`. */
  pressureBin(i: number, t: number): number {
    const { pressureDecay, startPressure } = this.program.response;
    let left = this.pressure[i]!;
    if (left > 0) {
      const last = pressureDecay.length - 1;
      let quarters = Math.floor((t - this.lastSend[i]!) / 15);
      for (; quarters > last; quarters -= last) left *= pressureDecay[last]!;
      left = Math.floor(left * pressureDecay[quarters]!);
      this.pressure[i] = left;
    }
    this.lastSend[i] = t;
    const bin = (startPressure + left) >> 8;
    return bin < PRESSURE_BINS ? bin : PRESSURE_BINS - 1;
  }
}
