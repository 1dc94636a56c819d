import type { Program, ProgramJourney } from '../compile/program.ts';

/**
 * Contacts that are run together: their state stays in the cache. A column of them fills an odd number of cache lines, so that the values
 * of one contact in many columns do not compete for the same few places.
 */
export const BLOCK_CONTACTS = 496;

/**
 * Values of up to `size` contacts: column `c` of contact `i` stands at `c * size + i`. All in two pieces of memory, so that a contact can be
 * taken out and put back (`Records`); the names that the engine uses are views of them.
 */
export interface Sheet {
  readonly size: number;
  readonly ints: Int32Array;
  readonly doubles: Float64Array;
  /** Columns that are in use, the others never matter. */
  readonly intColumns: Int32Array;
  readonly doubleColumns: Int32Array;
}

/** Hands out the columns of a sheet one after the other. */
class Carver {
  readonly #size: number;
  readonly #ints: Int32Array;
  readonly #doubles: Float64Array;
  readonly #intColumns: number[] = [];
  readonly #doubleColumns: number[] = [];
  #int = 0;
  #double = 0;

  constructor(size: number, ints: number, doubles: number) {
    this.#size = size;
    this.#ints = new Int32Array(size * ints);
    this.#doubles = new Float64Array(size * doubles);
  }

  /** `columns` of whole numbers, of which the first `used` are in use. */
  ints(columns = 1, used = columns): Int32Array {
    for (let c = 0; c < used; c++) this.#intColumns.push(this.#int + c);
    const from = this.#int;
    this.#int += columns;
    return this.#ints.subarray(from * this.#size, this.#int * this.#size);
  }

  unsigned(): Uint32Array {
    const { buffer, byteOffset, length } = this.ints();
    return new Uint32Array(buffer, byteOffset, length);
  }

  doubles(): Float64Array {
    this.#doubleColumns.push(this.#double);
    const from = this.#double++;
    return this.#doubles.subarray(from * this.#size, this.#double * this.#size);
  }

  sheet(): Sheet {
    return {
      size: this.#size,
      ints: this.#ints,
      doubles: this.#doubles,
      intColumns: Int32Array.from(this.#intColumns),
      doubleColumns: Int32Array.from(this.#doubleColumns),
    };
  }
}

/** Any columns of whole numbers. */
export function makeColumns(size: number, columns: readonly number[]): { views: Int32Array[]; sheet: Sheet } {
  const carver = new Carver(
    size,
    columns.reduce((sum, n) => sum + n, 0),
    0,
  );
  return { views: columns.map((n) => carver.ints(n)), sheet: carver.sheet() };
}

interface PeopleSize {
  readonly channels: number;
  /** Columns and tags that updates write. */
  readonly runtimeColumns: number;
  readonly tags: number;
}

/** What up to `size` contacts are, whatever the journey; room for so many columns, of which so many are used. */
function makePeople(size: number, room: PeopleSize, used: PeopleSize) {
  const carver = new Carver(size, 14 + 3 * room.channels + room.runtimeColumns + room.tags, 1);
  return {
    contact: carver.unsigned(),
    zone: carver.ints(),
    /** Bit per channel. */
    consent: carver.ints(),
    reachable: carver.ints(),
    group: carver.ints(),
    engagement: carver.ints(),
    propensity: carver.ints(),
    machine: carver.ints(),
    deadWord: carver.unsigned(),
    pressure: carver.ints(),
    lastSend: carver.ints(),
    /** Per channel: minute from which the contact may not be written to, for each cause; NEVER while it may. */
    unsubscribedAt: carver.ints(room.channels, used.channels),
    /** Per channel: `(send of its journey * 2 + complained) * journeys + journey` of the unsubscription; −1: none. */
    unsubscribedBy: carver.ints(room.channels, used.channels),
    suppressedAt: carver.ints(room.channels, used.channels),
    /** 1 once a message has ended some channel's consent. */
    left: carver.ints(),
    /** First event of the contact's in the log; −1: none. */
    head: carver.ints(),
    /** 1 once there has been an event that some goal may count. */
    counts: carver.ints(),
    /** Per runtime column: which of the values written stands there, from 1; 0: the contact's own. */
    written: carver.ints(room.runtimeColumns, used.runtimeColumns),
    tagged: carver.ints(room.tags, used.tags),
    score: carver.doubles(),
    sheet: carver.sheet(),
  };
}

export type PeopleMemory = ReturnType<typeof makePeople>;

interface JourneySize {
  readonly slots: number;
  readonly counters: number;
  readonly ladders: number;
  readonly goals: number;
  readonly steps: number;
  readonly exits: number;
}

/** Where up to `size` contacts are in one journey. */
function makeJourney(size: number, room: JourneySize, used: JourneySize) {
  const carver = new Carver(size, 18 + 6 * room.slots + room.counters + room.ladders + room.goals, 3);
  return {
    /** Step where the token stands, minute it got there (or its held message is looked at again); exit it leaves by and when. */
    step: carver.ints(),
    at: carver.ints(),
    exit: carver.ints(),
    leave: carver.ints(),
    /** Number of the current entry, from 0, and its minute. */
    entry: carver.ints(),
    entryMinute: carver.ints(),
    /** Entry events used up, and the clock of their process. */
    events: carver.ints(),
    eventClock: carver.doubles(),
    flags: carver.ints(),
    holdout: carver.ints(),
    /** Messages that the contact got; what it cost, all in all and up to the target's date. */
    sent: carver.ints(),
    costMicros: carver.doubles(),
    costByTargetMicros: carver.doubles(),
    /** Of a message that waits to be sent (bits of HELD): since when it is due and held by quiet hours, and the send. */
    held: carver.ints(),
    dueAt: carver.ints(),
    quietSince: carver.ints(),
    heldSend: carver.ints(),
    /** Of a contact that waits for an agent: its ticket (0: none), the second since when; and how long once it is taken. */
    ticket: carver.ints(),
    waitsSince: carver.ints(),
    waited: carver.ints(),
    /** Minute up to which goals about a rule have been asked, and per goal whether its rule held then. */
    noted: carver.ints(),
    goalHeld: carver.ints(room.goals, used.goals),
    /** Per slot. */
    sentAt: carver.ints(room.slots, used.slots),
    sentOn: carver.ints(room.slots, used.slots),
    openAt: carver.ints(room.slots, used.slots),
    clickAt: carver.ints(room.slots, used.slots),
    replyAt: carver.ints(room.slots, used.slots),
    bounceAt: carver.ints(room.slots, used.slots),
    /** Per counter, and per ladder. */
    passes: carver.ints(room.counters, used.counters),
    rung: carver.ints(room.ladders, used.ladders),
    sheet: carver.sheet(),

    /** Next of the contacts at the same step. */
    next: new Int32Array(size),
    /** Per step: the first of the contacts there; −1: nobody is. */
    first: new Int32Array(room.steps),
    /** The contacts at one step. */
    column: new Int32Array(size),
    /** Per exit, in the order of `Block.exitOffset`: the step it leads to (−1: none), the counter of that and how often it may be come to. */
    target: new Int32Array(room.exits),
    targetCounter: new Int32Array(room.exits),
    targetPasses: new Int32Array(room.exits),
    /** Contacts that left by it and are not in the results yet. */
    moves: new Int32Array(room.exits),
  };
}

export type JourneyMemory = ReturnType<typeof makeJourney>;

/**
 * The memory of most runs. V8 takes what a module keeps for good, and fields of it that are never written again, for constants of the code;
 * loops over them run three to four times as fast as loops over arrays that they are handed. What does not fit gets memory of its own and
 * is slower (docs/decisions/0012-engine-memory.md).
 *
 * One run at a time uses it, from its first block to its results: the engine never gives way in between.
 */
const USUAL_PEOPLE: PeopleSize = { channels: 16, runtimeColumns: 16, tags: 32 };
const USUAL_JOURNEY: JourneySize = {
  slots: 64,
  counters: 64,
  ladders: 16,
  goals: 16,
  steps: 256,
  exits: 1024,
};
const usualPeople = makePeople(BLOCK_CONTACTS, USUAL_PEOPLE, USUAL_PEOPLE);
const usualJourney = makeJourney(BLOCK_CONTACTS, USUAL_JOURNEY, USUAL_JOURNEY);

/** Memory for a run, whether it is the usual one, and its columns that the run uses. */
interface Taken<M> {
  readonly memory: M;
  readonly isUsual: boolean;
  readonly sheet: Sheet;
}

export function takePeopleMemory({ channels, runtimeColumns, tags }: Program): Taken<PeopleMemory> {
  const needed: PeopleSize = { channels: channels.length, runtimeColumns, tags: tags.length };
  const isUsual = fits(needed, USUAL_PEOPLE);
  const memory = isUsual ? usualPeople : makePeople(BLOCK_CONTACTS, needed, needed);
  const { intColumns, doubleColumns } = makePeople(0, isUsual ? USUAL_PEOPLE : needed, needed).sheet;
  return { isUsual, memory, sheet: { ...memory.sheet, intColumns, doubleColumns } };
}

/** `place`: of the journey in its Program. */
export function takeJourneyMemory(place: number, journey: ProgramJourney): Taken<JourneyMemory> {
  const { slots, counters, ladders, goals, steps } = journey;
  const exits = steps.reduce((sum, { targets }) => sum + targets.length, 0);
  const needed = { slots, counters, ladders, goals: goals.length, steps: steps.length, exits };
  const isUsual = place === 0 && fits(needed, USUAL_JOURNEY);
  const memory = isUsual ? usualJourney : makeJourney(BLOCK_CONTACTS, needed, needed);
  const { intColumns, doubleColumns } = makeJourney(0, isUsual ? USUAL_JOURNEY : needed, needed).sheet;
  return { isUsual, memory, sheet: { ...memory.sheet, intColumns, doubleColumns } };
}

function fits<S extends object>(needed: S, room: S): boolean {
  return (Object.keys(room) as (keyof S)[]).every((what) => needed[what] <= room[what]);
}

/** The memory that was taken. While there has been no other than the usual one, the compiler sees a constant here. */
export function peopleMemory(taken: Taken<PeopleMemory>): PeopleMemory {
  return taken.isUsual ? usualPeople : taken.memory;
}

export function journeyMemory(taken: Taken<JourneyMemory>): JourneyMemory {
  return taken.isUsual ? usualJourney : taken.memory;
}
