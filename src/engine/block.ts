import { PRESSURE_BINS, type Columns, type Program, type ProgramJourney } from '../compile/program.ts';
import { Calendar } from './calendar.ts';
import { EVENT, EventLog } from './eventLog.ts';
import { CONTACT_KEY, draw, occasion, second } from './random.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  SEND_FIELDS,
  UNSENT_REASONS,
  type GroupField,
  type JourneyResults,
  type UnsentReason,
} from './results.ts';
import { NEVER, quantile } from './tables.ts';

/** Contacts that are run together: their state stays in the cache. */
export const BLOCK_CONTACTS = 1024;

const FIELDS = GROUP_FIELDS.length;
const field = (name: GroupField): number => GROUP_FIELDS.indexOf(name) * GROUPS;
export const GROUP_OFFSET = Object.fromEntries(GROUP_FIELDS.map((name) => [name, field(name)])) as Readonly<
  Record<GroupField, number>
>;
const REASON = Object.fromEntries(UNSENT_REASONS.map((name, index) => [name, index])) as Readonly<
  Record<UnsentReason, number>
>;

/** Bits of `flags`: what a contact has come to in the run. */
export const FLAG = {
  ENTERED: 1,
  MESSAGED: 2,
  OPENED: 4,
  CLICKED: 8,
  UNSUBSCRIBED: 16,
  NOT_ELIGIBLE: 32,
} as const;

/**
 * The state of up to `BLOCK_CONTACTS` contacts in one journey, as columns, and the tallies they add to. Contact `i` of the block is row
 * `base + i` of the shard's columns. Arrays with several values per contact are laid out value by value: `slot * size + i`.
 */
export class Block {
  readonly size = BLOCK_CONTACTS;
  readonly program: Program;
  readonly journey: ProgramJourney;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly log: EventLog;
  columns: Columns;
  base = 0;
  count = 0;

  /** Step where the token stands, minute it got there; exit it leaves by and when, filled in by the step's `advance`. */
  readonly step: Int16Array;
  readonly at: Int32Array;
  readonly exit: Int16Array;
  readonly leave: Int32Array;
  /** Number of the current entry, from 0, and its minute. */
  readonly entry: Uint16Array;
  readonly entryMinute: Int32Array;
  /** Entry events used up. */
  readonly events: Int32Array;
  readonly eventClock: Float64Array;
  readonly contact: Uint32Array;
  readonly zone: Uint16Array;
  readonly group: Uint8Array;
  readonly engagement: Uint8Array;
  readonly propensity: Uint8Array;
  readonly machine: Uint8Array;
  readonly deadWord: Uint32Array;
  readonly flags: Uint8Array;
  readonly holdout: Uint8Array;
  readonly pressure: Int32Array;
  readonly lastSend: Int32Array;
  /** Per channel: minute from which the contact may not be written to, for each cause; NEVER while it may. */
  readonly unsubscribedAt: Int32Array;
  readonly unsubscribedBy: Int32Array;
  readonly suppressedAt: Int32Array;
  /** Per slot. */
  readonly sentAt: Int32Array;
  readonly sentOn: Uint8Array;
  readonly openAt: Int32Array;
  readonly clickAt: Int32Array;
  readonly replyAt: Int32Array;
  readonly bounceAt: Int32Array;
  readonly passes: Uint16Array;
  readonly rung: Uint8Array;
  readonly written: Uint16Array;
  readonly tagged: Uint8Array;
  readonly score: Float64Array;
  /** Per goal on a rule: whether the rule held when last asked. */
  readonly goalHeld: Uint8Array;

  /** Goals about a rule, by index. */
  readonly ruleGoals: readonly number[];
  /** Whether some goal's window starts at a send, or at an open or click: only then are these logged. */
  readonly marksSends: boolean;
  readonly marksAnswers: boolean;
  readonly results: JourneyResults;
  readonly exitOffset: Int32Array;
  stepsExecuted = 0;
  droppedEntries = 0;
  notEligible = 0;
  overEntryCap = 0;

  constructor(program: Program, journey: ProgramJourney, columns: Columns, seed: number) {
    this.program = program;
    this.journey = journey;
    this.columns = columns;
    this.seed = seed | 0;
    this.calendar = new Calendar(program.zones, program.epoch);
    const n = this.size;
    const channels = program.channels.length;
    this.log = new EventLog(n);
    this.step = new Int16Array(n);
    this.at = new Int32Array(n);
    this.exit = new Int16Array(n);
    this.leave = new Int32Array(n);
    this.entry = new Uint16Array(n);
    this.entryMinute = new Int32Array(n);
    this.events = new Int32Array(n);
    this.eventClock = new Float64Array(n);
    this.contact = new Uint32Array(n);
    this.zone = new Uint16Array(n);
    this.group = new Uint8Array(n);
    this.engagement = new Uint8Array(n);
    this.propensity = new Uint8Array(n);
    this.machine = new Uint8Array(n);
    this.deadWord = new Uint32Array(n);
    this.flags = new Uint8Array(n);
    this.holdout = new Uint8Array(n);
    this.pressure = new Int32Array(n);
    this.lastSend = new Int32Array(n);
    this.unsubscribedAt = new Int32Array(n * channels);
    this.unsubscribedBy = new Int32Array(n * channels);
    this.suppressedAt = new Int32Array(n * channels);
    const slots = n * journey.slots;
    this.sentAt = new Int32Array(slots);
    this.sentOn = new Uint8Array(slots);
    this.openAt = new Int32Array(slots);
    this.clickAt = new Int32Array(slots);
    this.replyAt = new Int32Array(slots);
    this.bounceAt = new Int32Array(slots);
    this.passes = new Uint16Array(n * journey.counters);
    this.rung = new Uint8Array(n * journey.ladders);
    this.written = new Uint16Array(n * program.runtimeColumns);
    this.tagged = new Uint8Array(n * program.tags.length);
    this.score = new Float64Array(n);
    this.goalHeld = new Uint8Array(n * journey.goals.length);
    this.ruleGoals = journey.goals.flatMap((goal, index) => (goal.on.kind === 'test' ? [index] : []));
    this.marksSends = journey.goals.some((goal) => goal.windowFrom === 'send');
    this.marksAnswers = journey.goals.some(
      (goal) => goal.windowFrom === 'open' || goal.windowFrom === 'click',
    );
    const steps = journey.steps.length;
    this.exitOffset = new Int32Array(steps + 1);
    journey.steps.forEach(
      (step, index) => (this.exitOffset[index + 1] = this.exitOffset[index]! + step.exits.length),
    );
    this.results = {
      entered: new Float64Array(steps),
      inFlight: new Float64Array(steps),
      exitRule: new Float64Array(steps),
      loopBound: new Float64Array(steps),
      ended: new Float64Array(steps),
      wentOn: new Float64Array(steps),
      won: new Float64Array(steps),
      exits: new Float64Array(this.exitOffset[steps]!),
      sends: new Float64Array(journey.sends.length * SEND_FIELDS.length),
      unsent: new Float64Array(journey.sends.length * UNSENT_REASONS.length),
      goals: new Float64Array(journey.goals.length * 2),
      groups: new Float64Array(FIELDS * GROUPS),
      droppedEntries: 0,
      notEligible: 0,
      overEntryCap: 0,
    };
  }

  /** Fills the block with rows `base` … `base + count` of the shard: traits drawn, state fresh, organic conversions laid down. */
  load(base: number, count: number): void {
    this.base = base;
    this.count = count;
    this.step.fill(-1);
    this.entry.fill(0);
    this.events.fill(0);
    this.eventClock.fill(0);
    this.flags.fill(0);
    this.holdout.fill(0);
    this.pressure.fill(0);
    this.lastSend.fill(0);
    this.unsubscribedAt.fill(NEVER);
    this.unsubscribedBy.fill(-1);
    this.suppressedAt.fill(NEVER);
    this.written.fill(0);
    this.goalHeld.fill(0);
    for (const times of [this.sentAt, this.openAt, this.clickAt, this.replyAt, this.bounceAt])
      times.fill(NEVER);
    this.log.clear();
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

  /** Forgets what belonged to the last entry. */
  startEntry(i: number, minute: number): void {
    const { size, journey } = this;
    this.entryMinute[i] = minute;
    this.holdout[i] = 0;
    for (let slot = 0, at = i; slot < journey.slots; slot++, at += size) {
      this.sentAt[at] = NEVER;
      this.openAt[at] = NEVER;
      this.clickAt[at] = NEVER;
      this.replyAt[at] = NEVER;
      this.bounceAt[at] = NEVER;
    }
    for (let c = 0, at = i; c < journey.counters; c++, at += size) this.passes[at] = 0;
    for (const goal of this.ruleGoals) this.goalHeld[goal * size + i] = 0;
    for (let l = 0, at = i; l < journey.ladders; l++, at += size) this.rung[at] = 0;
    this.log.add(i, minute, EVENT.ENTRY, 0, -1);
  }

  /** Counter word of a draw at a step: which entry, which pass of a loop, what for. */
  occasion(i: number, counter: number, purpose: number): number {
    const pass = counter < 0 ? 0 : this.passes[counter * this.size + i]! - 1;
    return occasion(this.entry[i]!, pass, purpose);
  }

  unsent(send: number, reason: UnsentReason): void {
    const at = send * UNSENT_REASONS.length + REASON[reason];
    this.results.unsent[at] = this.results.unsent[at]! + 1;
  }

  addToGroup(i: number, offset: number, amount: number): void {
    const at = offset + this.group[i]!;
    this.results.groups[at] = this.results.groups[at]! + amount;
  }

  #startState(i: number, row: number): void {
    const { size, columns, program } = this;
    program.tags.forEach((input, tag) => (this.tagged[tag * size + i] = columns.inputs[input]![row]!));
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
