import { PRESSURE_BINS, type Columns, type Program } from '../compile/program.ts';
import { Calendar } from './calendar.ts';
import { CapState } from './caps.ts';
import { EVENT, EventLog } from './eventLog.ts';
import { CONTACT_KEY, draw, drawColumn, second } from './random.ts';
import { Days, OutcomeColumns, Tracer, type Daily } from './outputs.ts';
import { AUDIENCE_FIELDS, GROUPS, SEND_FIELDS, type AudienceField } from './results.ts';
import { NEVER, quantile } from './tables.ts';

export const AUDIENCE_OFFSET = Object.fromEntries(
  AUDIENCE_FIELDS.map((name, at) => [name, at * GROUPS]),
) as Readonly<Record<AudienceField, number>>;

/** Contacts that are run together when they do not interact: their state stays in the cache. */
export const BLOCK_CONTACTS = 512;

const zeros = new Int32Array(BLOCK_CONTACTS);
const words = new Uint32Array(BLOCK_CONTACTS);
const seconds = new Uint32Array(BLOCK_CONTACTS);

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
  /** 1 once a message has ended some channel's consent. */
  readonly left: Uint8Array;
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
    this.left = new Uint8Array(size);
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
    this.left.fill(0);
    this.written.fill(0);
    this.score.fill(0);
    this.caps.clear();
    this.log.clear();
    this.tracer?.load(this.columns.contact.subarray(base, base + count), count);
    const { columns, contact, zone, machine } = this;
    for (let i = 0; i < count; i++) {
      const row = base + i;
      contact[i] = columns.contact[row]!;
      zone[i] = columns.zone[row]!;
      machine[i] = columns.machine[row]!;
    }
    for (let from = 0; from < count; from += BLOCK_CONTACTS)
      this.#drawTraits(from, Math.min(from + BLOCK_CONTACTS, count));
    this.#startState();
  }

  /** Traits share one word: 4 bits of engagement, 8 of propensity, 20 of machine reading (threshold / 2^12). */
  #drawTraits(from: number, to: number): void {
    const { program, seed, engagement, propensity, machine, deadWord, group } = this;
    const contact = this.contact.subarray(from, to);
    const machineCut = program.response.machineThreshold / 4096;
    drawColumn(seed, CONTACT_KEY.TRAITS, contact, zeros, 0, to - from, words, seconds);
    for (let i = from; i < to; i++) {
      const word = words[i - from]!;
      deadWord[i] = seconds[i - from]!;
      engagement[i] = word >>> 28;
      propensity[i] = (word >>> 20) & 255;
      if (machine[i] === 2) machine[i] = (word & 0xfffff) < machineCut ? 1 : 0;
    }
    drawColumn(seed, CONTACT_KEY.GROUP, contact, zeros, 0, to - from, words, seconds);
    for (let i = from; i < to; i++) group[i] = words[i - from]! >>> 25;
    drawColumn(seed, CONTACT_KEY.ORGANIC, contact, zeros, 0, to - from, words, seconds);
    for (let i = from; i < to; i++) this.#organic(i, words[i - from]!, seconds[i - from]!);
  }

  /** Adds what the contacts came to, whatever journeys there were. */
  finish(): void {
    const { log } = this;
    for (let i = 0; i < this.count; i++) {
      this.#addToAudience(i, AUDIENCE_OFFSET.contacts, 1);
      if (log.counts[i] === 1) this.#addConversions(i);
      if (this.left[i] === 1) {
        this.#addToAudience(i, AUDIENCE_OFFSET.unsubscribed, 1);
        this.outcomes?.unsubscribe(this.base + i, this.#endedConsent(i));
      }
    }
    this.tracer?.finish(this.contact, log);
  }

  #addConversions(i: number): void {
    const { log } = this;
    for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
      if (log.kind[e] !== EVENT.CONVERSION && log.kind[e] !== EVENT.RECORDED) continue;
      this.#addToAudience(i, AUDIENCE_OFFSET.conversions, 1);
      this.#addToAudience(i, AUDIENCE_OFFSET.revenueMinor, log.value[e]!);
      this.outcomes?.convert(this.base + i, log.value[e]!);
    }
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

  #addToAudience(i: number, offset: number, amount: number): void {
    const at = offset + this.group[i]!;
    this.audience[at] = this.audience[at]! + amount;
  }

  #startState(): void {
    const { size, count, base, columns, program, tagged, score } = this;
    program.tags.forEach((input, tag) => {
      const values = columns.inputs[input]!;
      for (let i = 0; i < count; i++) tagged[tag * size + i] = values[base + i]!;
    });
    if (program.scoreInput < 0) return;
    const scores = columns.inputs[program.scoreInput]!;
    for (let i = 0; i < count; i++) {
      const value = scores[base + i]!;
      score[i] = value === value ? value : 0;
    }
  }

  /**
   * Organic conversions cover the whole run whether or not the contact ever enters: a Poisson process from minute 0, so that a longer
   * run only adds to a shorter one. Takes the two words of the first one's draw.
   */
  #organic(i: number, gapWord: number, valueWord: number): void {
    const { response, endMinute } = this.program;
    const meanGap = response.organicGap[this.propensity[i]!]!;
    let minute = quantile(response.exponential, gapWord) * meanGap;
    if (minute >= endMinute) return;
    let value = this.orderValue(valueWord);
    for (let k = 1; ; k++) {
      this.log.add(i, Math.floor(minute), EVENT.CONVERSION, value, -1);
      minute += quantile(response.exponential, draw(this.seed, CONTACT_KEY.ORGANIC, this.contact[i]!, k)) * meanGap;
      if (minute >= endMinute) return;
      value = this.orderValue(second());
    }
  }

  /** A drawn order value, minor units. */
  orderValue(word: number, meanMinor = this.program.response.orderMeanMinor): number {
    return Math.round(meanMinor * quantile(this.program.response.orderValue, word));
  }

  /**
   * Pressure bins of the first `count` contacts of `list`, each at its minute: everyone's own plus what is left of the run's. Brings the
   * stored pressure up to those minutes.
   */
  pressureBins(list: Int32Array, count: number, minutes: Int32Array, bins: Uint8Array): void {
    const { pressure, lastSend } = this;
    const { pressureDecay, startPressure } = this.program.response;
    const last = pressureDecay.length - 1;
    for (let k = 0; k < count; k++) {
      const i = list[k]!;
      const t = minutes[i]!;
      let left = pressure[i]!;
      if (left > 0) {
        let quarters = Math.floor((t - lastSend[i]!) / 15);
        for (; quarters > last; quarters -= last) left *= pressureDecay[last]!;
        left = Math.floor(left * pressureDecay[quarters]!);
        pressure[i] = left;
      }
      lastSend[i] = t;
      const bin = (startPressure + left) >> 8;
      bins[k] = bin < PRESSURE_BINS ? bin : PRESSURE_BINS - 1;
    }
  }
}
