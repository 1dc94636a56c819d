import type { Columns, Program, ProgramJourney } from '../compile/program.ts';
import type { CapState } from './caps.ts';
import type { Calendar } from './calendar.ts';
import { EVENT, type EventLog } from './eventLog.ts';
import type { DetailBook } from './detailBook.ts';
import type { Tracer } from './outputs.ts';
import {
  journeyMemory,
  takeJourneyMemory,
  type JourneyMemory,
  type PeopleMemory,
  type Sheet,
} from './memory.ts';
import type { People } from './people.ts';
import { occasion } from './random.ts';
import { GROUPS, GROUP_FIELDS, SEND_FIELDS, unsentReasons, type JourneyResults } from './results.ts';
import type { SharedCapacity } from './sharedCapacity.ts';
import { NEVER } from './tables.ts';

const FIELDS = GROUP_FIELDS.length;

/** Bits of `flags`: what a contact has come to in the run. */
export const FLAG = {
  ENTERED: 1,
  OPENED: 4,
  CLICKED: 8,
  UNSUBSCRIBED: 16,
  NOT_ELIGIBLE: 32,
} as const;

/**
 * The state of a block of contacts in one journey, as columns, and the tallies they add to. What the contacts are whatever the journey
 * stands in `People` and is repeated here under the same names. Arrays with several values per contact: `slot * size + i`.
 */
export class Block {
  readonly people: People;
  readonly size: number;
  readonly program: Program;
  readonly journey: ProgramJourney;
  /** Place of the journey in the Program. */
  readonly place: number;
  readonly calendar: Calendar;
  readonly seed: number;
  readonly log: EventLog;
  readonly columns: Columns;
  readonly caps: CapState;
  /** Budgets, rate limits and agents of the run; undefined when contacts do not interact. */
  capacity: SharedCapacity | undefined;
  base = 0;
  count = 0;

  readonly memory: JourneyMemory;
  readonly isUsual: boolean;
  readonly sheet: Sheet;
  /** Of `memory`. */
  readonly step: JourneyMemory['step'];
  readonly at: JourneyMemory['at'];
  readonly exit: JourneyMemory['exit'];
  readonly leave: JourneyMemory['leave'];
  readonly entry: JourneyMemory['entry'];
  readonly entryMinute: JourneyMemory['entryMinute'];
  readonly flags: JourneyMemory['flags'];
  readonly holdout: JourneyMemory['holdout'];
  readonly held: JourneyMemory['held'];
  readonly sent: JourneyMemory['sent'];
  readonly costMicros: JourneyMemory['costMicros'];
  readonly costByTargetMicros: JourneyMemory['costByTargetMicros'];
  readonly sentAt: JourneyMemory['sentAt'];
  readonly sentOn: JourneyMemory['sentOn'];
  readonly openAt: JourneyMemory['openAt'];
  readonly clickAt: JourneyMemory['clickAt'];
  readonly replyAt: JourneyMemory['replyAt'];
  readonly bounceAt: JourneyMemory['bounceAt'];
  readonly passes: JourneyMemory['passes'];
  readonly rung: JourneyMemory['rung'];
  readonly events: JourneyMemory['events'];
  readonly eventClock: JourneyMemory['eventClock'];
  readonly goalHeld: JourneyMemory['goalHeld'];
  readonly noted: JourneyMemory['noted'];
  readonly dueAt: JourneyMemory['dueAt'];
  readonly quietSince: JourneyMemory['quietSince'];
  readonly heldSend: JourneyMemory['heldSend'];
  readonly ticket: JourneyMemory['ticket'];
  readonly waitsSince: JourneyMemory['waitsSince'];
  readonly waited: JourneyMemory['waited'];
  /** Of the people's memory. */
  readonly contact: PeopleMemory['contact'];
  readonly zone: PeopleMemory['zone'];
  readonly group: PeopleMemory['group'];
  readonly engagement: PeopleMemory['engagement'];
  readonly propensity: PeopleMemory['propensity'];
  readonly machine: PeopleMemory['machine'];
  readonly deadWord: PeopleMemory['deadWord'];
  readonly pressure: PeopleMemory['pressure'];
  readonly unsubscribedAt: PeopleMemory['unsubscribedAt'];
  readonly unsubscribedBy: PeopleMemory['unsubscribedBy'];
  readonly suppressedAt: PeopleMemory['suppressedAt'];

  readonly written: PeopleMemory['written'];
  readonly tagged: PeopleMemory['tagged'];
  readonly score: PeopleMemory['score'];

  /** Per step: goals that are reached by coming there. A goal step reaches its own when it is run; a disabled step none. */
  readonly arrivalGoals: readonly (readonly number[])[];
  /** Goals about a rule, by index. */
  readonly ruleGoals: readonly number[];
  /** Whether some goal's window starts at a send, or at an open or click: only then are these logged. */
  readonly marksSends: boolean;
  readonly marksAnswers: boolean;
  /** Whether anything but holdout, suppression, consent and address can stop a message. */
  readonly hasPolicies: boolean;
  readonly reasons: number;
  /** Outputs that the Program asks for. */
  readonly detail: DetailBook | undefined;
  readonly tracer: Tracer | undefined;
  /** Whether anything but counts keeps account of single sends. */
  readonly remarks: boolean;
  readonly results: JourneyResults;
  readonly exitOffset: Int32Array;
  droppedEntries = 0;
  notEligible = 0;
  overEntryCap = 0;

  constructor(people: People, place: number) {
    const { program } = people;
    const journey = program.journeys[place]!;
    this.people = people;
    this.size = people.size;
    this.program = program;
    this.journey = journey;
    this.place = place;
    this.columns = people.columns;
    this.seed = people.seed;
    this.calendar = people.calendar;
    this.log = people.log;
    this.caps = people.caps;
    this.written = people.written;
    this.tagged = people.tagged;
    this.score = people.score;
    const { memory, isUsual, sheet } = takeJourneyMemory(place, journey);
    this.memory = memory;
    this.isUsual = isUsual;
    this.sheet = sheet;
    this.step = memory.step;
    this.at = memory.at;
    this.exit = memory.exit;
    this.leave = memory.leave;
    this.entry = memory.entry;
    this.entryMinute = memory.entryMinute;
    this.flags = memory.flags;
    this.holdout = memory.holdout;
    this.held = memory.held;
    this.sent = memory.sent;
    this.costMicros = memory.costMicros;
    this.costByTargetMicros = memory.costByTargetMicros;
    this.sentAt = memory.sentAt;
    this.sentOn = memory.sentOn;
    this.openAt = memory.openAt;
    this.clickAt = memory.clickAt;
    this.replyAt = memory.replyAt;
    this.bounceAt = memory.bounceAt;
    this.passes = memory.passes;
    this.rung = memory.rung;
    this.events = memory.events;
    this.eventClock = memory.eventClock;
    this.goalHeld = memory.goalHeld;
    this.noted = memory.noted;
    this.dueAt = memory.dueAt;
    this.quietSince = memory.quietSince;
    this.heldSend = memory.heldSend;
    this.ticket = memory.ticket;
    this.waitsSince = memory.waitsSince;
    this.waited = memory.waited;
    this.contact = people.contact;
    this.zone = people.zone;
    this.group = people.group;
    this.engagement = people.engagement;
    this.propensity = people.propensity;
    this.machine = people.machine;
    this.deadWord = people.deadWord;
    this.pressure = people.pressure;
    this.unsubscribedAt = people.unsubscribedAt;
    this.unsubscribedBy = people.unsubscribedBy;
    this.suppressedAt = people.suppressedAt;
    this.arrivalGoals = journey.steps.map(({ op }, step) =>
      op.op === 'goal' || op.op === 'pass'
        ? []
        : journey.goals.flatMap(({ on }, goal) => (on.kind === 'step' && on.step === step ? [goal] : [])),
    );
    this.ruleGoals = journey.goals.flatMap((goal, index) => (goal.on.kind === 'test' ? [index] : []));
    this.hasPolicies =
      program.chronological ||
      journey.sends.some(({ caps, counts, quiet }) => quiet || caps.length + counts.length > 0);
    this.marksSends = journey.goals.some((goal) => goal.windowFrom === 'send');
    this.marksAnswers = journey.goals.some(
      (goal) => goal.windowFrom === 'open' || goal.windowFrom === 'click',
    );
    const steps = journey.steps.length;
    this.exitOffset = new Int32Array(steps + 1);
    journey.steps.forEach(
      (step, index) => (this.exitOffset[index + 1] = this.exitOffset[index]! + step.exits.length),
    );
    this.reasons = unsentReasons(program).length;
    this.detail = people.detailing?.make(people, journey);
    this.tracer = people.tracer;
    this.remarks = this.detail !== undefined || this.tracer !== undefined || this.marksSends;
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
      unsent: new Float64Array(journey.sends.length * this.reasons),
      goals: new Float64Array(journey.goals.length * 2),
      groups: new Float64Array(FIELDS * GROUPS),
      detail: undefined,
      segments: new Float64Array(program.outputs.segments.length * FIELDS * GROUPS),
      droppedEntries: 0,
      notEligible: 0,
      overEntryCap: 0,
    };
    people.counts[place] = { sends: this.results.sends, detail: this.detail };
  }

  /** Makes the state fresh for the contacts that `people` has just loaded. */
  load(): void {
    this.standAt();
    const { size, journey, memory } = this;
    memory.step.fill(-1);
    for (const zeros of [memory.entry, memory.flags, memory.holdout, memory.held, memory.sent]) zeros.fill(0);
    for (const zeros of [memory.events, memory.eventClock, memory.ticket]) zeros.fill(0);
    for (const zeros of [memory.costMicros, memory.costByTargetMicros]) zeros.fill(0);
    memory.passes.fill(0, 0, size * journey.counters);
    memory.rung.fill(0, 0, size * journey.ladders);
    memory.goalHeld.fill(0, 0, size * journey.goals.length);
    memory.noted.fill(-1);
    const slots = size * journey.slots;
    for (const times of [memory.sentAt, memory.openAt, memory.clickAt, memory.replyAt, memory.bounceAt])
      times.fill(NEVER, 0, slots);
  }

  /** The memory holds the contacts that `people` holds. */
  standAt(): void {
    this.base = this.people.base;
    this.count = this.people.count;
  }

  /** Begins an entry; one that is not the contact's first forgets what belonged to the last. */
  startEntry(i: number, minute: number): void {
    if ((this.flags[i]! & FLAG.ENTERED) !== 0) {
      this.entry[i] = this.entry[i]! + 1;
      this.#forgetEntry(i);
    }
    this.flags[i] = this.flags[i]! | FLAG.ENTERED;
    this.entryMinute[i] = minute;
    this.log.add(i, minute, EVENT.ENTRY, 0, -1, this.place);
  }

  #forgetEntry(i: number): void {
    const { size, journey } = this;
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
  }

  /** Counter word of a draw at a step: which entry, which pass of a loop, what for. */
  occasion(i: number, counter: number, purpose: number): number {
    const pass = counter < 0 ? 0 : this.passes[counter * this.size + i]! - 1;
    return occasion(this.entry[i]!, pass, purpose);
  }

  /** The entry cap keeps the contact out; whether the entry rule once did too does not matter then. */
  keptOut(i: number): void {
    this.overEntryCap++;
    this.flags[i] = this.flags[i]! & ~FLAG.NOT_ELIGIBLE;
  }

  /** Notes why a due message was not sent: the place of the reason in `unsentReasons`. */
  unsent(i: number, t: number, send: number, reason: number): void {
    const at = send * this.reasons + reason;
    this.results.unsent[at] = this.results.unsent[at]! + 1;
    this.detail?.unsent(i, t, send, reason);
    this.tracer?.note(i, 'unsent', t, this.place, send, reason);
  }

  /** Adds a cost of their minute to what the first `count` contacts of `list` cost. */
  spendAll(list: Int32Array, count: number, micros: number): void {
    const { at, costMicros, costByTargetMicros } = journeyMemory(this);
    const { targetMinute } = this.journey;
    for (let k = 0; k < count; k++) {
      const i = list[k]!;
      costMicros[i] = costMicros[i]! + micros;
      if (at[i]! < targetMinute) costByTargetMicros[i] = costByTargetMicros[i]! + micros;
    }
  }

  /** Adds a cost at `t` to what the contact cost. */
  spend(i: number, t: number, micros: number): void {
    this.costMicros[i] = this.costMicros[i]! + micros;
    this.detail?.spend(i, t, micros);
    if (t < this.journey.targetMinute) this.costByTargetMicros[i] = this.costByTargetMicros[i]! + micros;
  }

  orderValue(word: number, meanMinor?: number): number {
    return this.people.orderValue(word, meanMinor);
  }
}

/** Bits of `held`. */
export const HELD = {
  /** The message has been held before; `dueAt` is when it was due. */
  YES: 1,
  /** Quiet hours held it; `quietSince` is when first. */
  QUIET: 2,
  /** It has a place in the rate limits of `heldSend`'s channel. */
  PLACE: 4,
} as const;
