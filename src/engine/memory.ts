import type { ProgramJourney } from '../compile/program.ts';

/** Contacts that are run together when they do not interact: their state stays in the cache. */
export const BLOCK_CONTACTS = 512;

/**
 * What up to `size` contacts are, whatever the journey, as columns. Several values per contact lie value by value: `channel * size + i`.
 */
export function makePeopleMemory(size: number, channels: number) {
  return {
    contact: new Uint32Array(size),
    zone: new Uint16Array(size),
    /** Bit per channel. */
    consent: new Uint16Array(size),
    reachable: new Uint16Array(size),
    group: new Uint8Array(size),
    engagement: new Uint8Array(size),
    propensity: new Uint8Array(size),
    machine: new Uint8Array(size),
    deadWord: new Uint32Array(size),
    pressure: new Int32Array(size),
    lastSend: new Int32Array(size),
    /** Per channel: minute from which the contact may not be written to, for each cause; NEVER while it may. */
    unsubscribedAt: new Int32Array(size * channels),
    /** Per channel: `(send of its journey * 2 + complained) * journeys + journey` of the unsubscription; −1: none. */
    unsubscribedBy: new Int32Array(size * channels),
    suppressedAt: new Int32Array(size * channels),
    /** 1 once a message has ended some channel's consent. */
    left: new Uint8Array(size),
    /** 1 once there has been an event that some goal may count. */
    counts: new Uint8Array(size),
  };
}

export type PeopleMemory = ReturnType<typeof makePeopleMemory>;

/** Where up to `size` contacts are in one journey, as columns; `slot * size + i`. */
export function makeJourneyMemory(size: number, { slots, counters, ladders, steps, exits }: JourneySize) {
  return {
    /** Step where the token stands, minute it got there (or its held message is looked at again); exit it leaves by and when. */
    step: new Int16Array(size),
    at: new Int32Array(size),
    exit: new Int16Array(size),
    leave: new Int32Array(size),
    /** Next of the contacts at the same step. */
    next: new Int32Array(size),
    /** Number of the current entry, from 0, and its minute. */
    entry: new Uint16Array(size),
    entryMinute: new Int32Array(size),
    flags: new Uint8Array(size),
    holdout: new Uint8Array(size),
    /** Bits of HELD. */
    held: new Uint8Array(size),
    /** What the contact got and cost, all in all and up to the target's date. */
    sent: new Int32Array(size),
    costMicros: new Float64Array(size),
    costByTargetMicros: new Float64Array(size),
    /** Per slot. */
    sentAt: new Int32Array(size * slots),
    sentOn: new Uint8Array(size * slots),
    openAt: new Int32Array(size * slots),
    clickAt: new Int32Array(size * slots),
    replyAt: new Int32Array(size * slots),
    bounceAt: new Int32Array(size * slots),
    /** Per counter, and per ladder. */
    passes: new Uint16Array(size * counters),
    rung: new Uint8Array(size * ladders),
    /** Per step: the first of the contacts there, `next` has the others; −1 ends the list. */
    first: new Int32Array(steps),
    /** The contacts at one step. */
    column: new Int32Array(Math.min(size, BLOCK_CONTACTS)),
    /** Per exit, in the order of `Block.exitOffset`: the step it leads to (−1: none), the counter of that and how often it may be come to. */
    target: new Int32Array(exits),
    targetCounter: new Int32Array(exits),
    targetPasses: new Int32Array(exits),
    /** Contacts that left by it and are not in the results yet. */
    moves: new Int32Array(exits),
  };
}

export type JourneyMemory = ReturnType<typeof makeJourneyMemory>;

interface JourneySize {
  readonly slots: number;
  readonly counters: number;
  readonly ladders: number;
  readonly steps: number;
  readonly exits: number;
}

/**
 * The memory of most runs: contacts in blocks, one journey of usual size. V8 takes what a module keeps for good, and fields of it that are
 * never written again, for constants of the code; loops over them run three to four times as fast as loops over arrays that they are
 * handed. A run that does not fit gets memory of its own and is slower (docs/decisions/0012-engine-memory.md).
 *
 * One run at a time uses it, from loading a block to the results: the engine never gives way in between.
 */
const USUAL_CHANNELS = 16;
const USUAL_SIZE: JourneySize = { slots: 64, counters: 64, ladders: 16, steps: 256, exits: 1024 };
const usualPeople = makePeopleMemory(BLOCK_CONTACTS, USUAL_CHANNELS);
const usualJourney = makeJourneyMemory(BLOCK_CONTACTS, USUAL_SIZE);

/** Memory for a run, and whether it is the usual one. */
interface Taken<M> {
  readonly memory: M;
  readonly isUsual: boolean;
}

export function takePeopleMemory(size: number, channels: number): Taken<PeopleMemory> {
  const isUsual = size === BLOCK_CONTACTS && channels <= USUAL_CHANNELS;
  return { isUsual, memory: isUsual ? usualPeople : makePeopleMemory(size, channels) };
}

/** `place`: of the journey in its Program. */
export function takeJourneyMemory(
  size: number,
  place: number,
  { slots, counters, ladders, steps }: ProgramJourney,
): Taken<JourneyMemory> {
  const exits = steps.reduce((sum, { targets }) => sum + targets.length, 0);
  const needed: JourneySize = { slots, counters, ladders, steps: steps.length, exits };
  const isUsual =
    size === BLOCK_CONTACTS &&
    place === 0 &&
    (Object.keys(needed) as (keyof JourneySize)[]).every((what) => needed[what] <= USUAL_SIZE[what]);
  return { isUsual, memory: isUsual ? usualJourney : makeJourneyMemory(size, needed) };
}

/** The memory that was taken. While there has been no other than the usual one, the compiler sees a constant here. */
export function peopleMemory(taken: Taken<PeopleMemory>): PeopleMemory {
  return taken.isUsual ? usualPeople : taken.memory;
}

export function journeyMemory(taken: Taken<JourneyMemory>): JourneyMemory {
  return taken.isUsual ? usualJourney : taken.memory;
}
