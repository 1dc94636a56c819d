import { PRESSURE_BINS, type Columns, type Program } from '../compile/program.ts';
import { Calendar } from './calendar.ts';
import { CapState } from './caps.ts';
import { EVENT, EventLog } from './eventLog.ts';
import { BLOCK_CONTACTS, peopleMemory, takePeopleMemory, type PeopleMemory, type Sheet } from './memory.ts';
import { drawColumn, drawing } from './drawColumn.ts';
import { CONTACT_KEY, draw, second } from './random.ts';
import { needed, type DetailBook, type Detailing } from './detailBook.ts';
import { OutcomeColumns, Tracer } from './outputs.ts';
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
  /** Contacts that there is room for at a time. */
  readonly size = BLOCK_CONTACTS;
  readonly program: Program;
  readonly columns: Columns;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly log: EventLog;
  base = 0;
  count = 0;

  readonly memory: PeopleMemory;
  readonly isUsual: boolean;
  readonly sheet: Sheet;
  /** Of `memory`. */
  readonly contact: PeopleMemory['contact'];
  readonly zone: PeopleMemory['zone'];
  readonly group: PeopleMemory['group'];
  readonly engagement: PeopleMemory['engagement'];
  readonly propensity: PeopleMemory['propensity'];
  readonly machine: PeopleMemory['machine'];
  readonly deadWord: PeopleMemory['deadWord'];
  readonly pressure: PeopleMemory['pressure'];
  readonly lastSend: PeopleMemory['lastSend'];
  readonly unsubscribedAt: PeopleMemory['unsubscribedAt'];
  readonly unsubscribedBy: PeopleMemory['unsubscribedBy'];
  readonly suppressedAt: PeopleMemory['suppressedAt'];
  readonly left: PeopleMemory['left'];
  readonly written: PeopleMemory['written'];
  readonly tagged: PeopleMemory['tagged'];
  readonly score: PeopleMemory['score'];
  readonly caps: CapState;
  /** Counts of each journey, filled in as the journeys are set up: one may take back what another counted. */
  readonly counts: { readonly sends: Float64Array; readonly detail: DetailBook | undefined }[] = [];
  /** What the Program asks for beside counts. */
  readonly detailing: Detailing | undefined;
  readonly outcomes: OutcomeColumns | undefined;
  readonly tracer: Tracer | undefined;
  /** `field * GROUPS + group` of `AUDIENCE_FIELDS`. */
  readonly audience = new Float64Array(AUDIENCE_FIELDS.length * GROUPS);

  constructor(program: Program, columns: Columns, seed: number, detailing?: Detailing) {
    this.program = program;
    this.columns = columns;
    this.seed = seed | 0;
    this.calendar = new Calendar(program.zones, program.epoch);
    const { memory, isUsual, sheet } = takePeopleMemory(program);
    this.memory = memory;
    this.isUsual = isUsual;
    this.sheet = sheet;
    this.log = new EventLog(memory);
    this.contact = memory.contact;
    this.zone = memory.zone;
    this.group = memory.group;
    this.engagement = memory.engagement;
    this.propensity = memory.propensity;
    this.machine = memory.machine;
    this.deadWord = memory.deadWord;
    this.pressure = memory.pressure;
    this.lastSend = memory.lastSend;
    this.unsubscribedAt = memory.unsubscribedAt;
    this.unsubscribedBy = memory.unsubscribedBy;
    this.suppressedAt = memory.suppressedAt;
    this.left = memory.left;
    this.written = memory.written;
    this.tagged = memory.tagged;
    this.score = memory.score;
    const { outputs } = program;
    this.detailing = outputs.detail ? needed(detailing) : undefined;
    this.outcomes = outputs.outcomes ? new OutcomeColumns(columns) : undefined;
    this.tracer = outputs.paths + outputs.stories > 0 ? new Tracer(program, columns, this.seed) : undefined;
    this.caps = new CapState(program, this.calendar);
  }

  /** The memory holds rows `base` … `base + count` of the shard. */
  standAt(base: number, count: number): void {
    this.base = base;
    this.count = count;
    this.tracer?.standAt(base);
  }

  /** Takes in rows `base` … `base + count` of the shard: traits drawn, state fresh, organic conversions laid down. */
  load(base: number, count: number): void {
    this.standAt(base, count);
    const { columns, size, program, memory } = this;
    const channels = program.channels.length * size;
    for (const zeros of [memory.pressure, memory.lastSend, memory.left, memory.counts, memory.score])
      zeros.fill(0);
    memory.head.fill(-1);
    memory.unsubscribedAt.fill(NEVER, 0, channels);
    memory.unsubscribedBy.fill(-1, 0, channels);
    memory.suppressedAt.fill(NEVER, 0, channels);
    memory.written.fill(0, 0, program.runtimeColumns * size);
    this.caps.clear();
    memory.contact.set(columns.contact.subarray(base, base + count));
    memory.zone.set(columns.zone.subarray(base, base + count));
    memory.machine.set(columns.machine.subarray(base, base + count));
    memory.consent.set(columns.consent.subarray(base, base + count));
    memory.reachable.set(columns.reachable.subarray(base, base + count));
    this.#drawTraits();
    this.#startState();
  }

  /** Traits share one word: 4 bits of engagement, 8 of propensity, 20 of machine reading (threshold / 2^12). */
  #drawTraits(): void {
    const { program, seed, count } = this;
    const { contact, engagement, propensity, machine, deadWord, group } = peopleMemory(this);
    const { first, second: seconds } = drawing;
    const machineCut = program.response.machineThreshold / 4096;
    drawing.contact.set(contact);
    drawing.occasion.fill(0);
    drawColumn(seed, CONTACT_KEY.TRAITS, 0, count, 0);
    drawColumn(seed, CONTACT_KEY.GROUP, 0, count, 1);
    drawColumn(seed, CONTACT_KEY.ORGANIC, 0, count, 2);
    for (let i = 0; i < count; i++) {
      const word = first[i]!;
      deadWord[i] = seconds[i]!;
      engagement[i] = word >>> 28;
      propensity[i] = (word >>> 20) & 255;
      if (machine[i] === 2) machine[i] = (word & 0xfffff) < machineCut ? 1 : 0;
      group[i] = first[BLOCK_CONTACTS + i]! >>> 25;
    }
    const { organicGap, exponential } = program.response;
    for (let i = 0; i < count; i++) {
      const word = 2 * BLOCK_CONTACTS + i;
      const minute = quantile(exponential, first[word]!) * organicGap[propensity[i]!]!;
      if (minute < program.endMinute) this.#organic(i, minute, this.orderValue(seconds[word]!));
    }
  }

  /** Adds what the contacts came to, whatever journeys there were. */
  finish(): void {
    const { log } = this;
    const { group, counts, left } = peopleMemory(this);
    const { audience } = this;
    for (let i = 0; i < this.count; i++) {
      const place = AUDIENCE_OFFSET.contacts + group[i]!;
      audience[place] = audience[place]! + 1;
    }
    for (let i = 0; i < this.count; i++) {
      if (counts[i] === 1) this.#addConversions(i);
      if (left[i] === 1) {
        this.#addToAudience(i, AUDIENCE_OFFSET.unsubscribed, 1);
        this.outcomes?.unsubscribe(this.base + i, this.#endedConsent(i));
      }
    }
    this.tracer?.finish(this.count, log);
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
    const { sends, detail } = this.counts[place]!;
    const at = send * SEND_FIELDS.length + field;
    sends[at] = sends[at]! - 1;
    detail?.count(t, send, field, -1);
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
   * run only adds to a shorter one. Takes the first one's minute, not rounded, and value.
   */
  #organic(i: number, first: number, firstValue: number): void {
    const { response, endMinute } = this.program;
    const meanGap = response.organicGap[this.propensity[i]!]!;
    let value = firstValue;
    let k = 1;
    for (let minute = first; minute < endMinute; k++) {
      this.log.add(i, Math.floor(minute), EVENT.CONVERSION, value, -1);
      minute +=
        quantile(response.exponential, draw(this.seed, CONTACT_KEY.ORGANIC, this.contact[i]!, k)) * meanGap;
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
    const { pressure, lastSend } = peopleMemory(this);
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
