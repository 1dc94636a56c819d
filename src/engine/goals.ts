import type { ProgramGoal } from '../compile/program.ts';
import type { Block } from './block.ts';
import { EVENT } from './eventLog.ts';
import { FIGURE, type Figures } from './figures.ts';
import { NEVER } from './tables.ts';

const OPENER = { entry: EVENT.ENTRY, send: EVENT.SEND, open: EVENT.OPEN, click: EVENT.CLICK } as const;

/**
 * Walks a contact's events in order and stops at each that counts for a goal: of its kind, inside its window, and the first of its entry
 * unless every one counts. One object for all walks: nothing is allocated in the loop.
 */
class GoalWalk {
  /** Minute of the entry that the event belongs to. */
  entry = -1;
  #events: Int32Array = new Int32Array(64);
  #total = 0;
  #place = 0;
  #opener = -1;
  #done = false;
  #openerKind = 0;
  #conversion = false;

  begin(block: Block, i: number, goal: ProgramGoal): void {
    this.#events = block.log.sorted(i, this.#events);
    this.#total = block.log.found;
    this.#place = 0;
    this.#openerKind = OPENER[goal.windowFrom];
    this.#conversion = goal.on.kind === 'conversion';
    this.entry = -1;
    this.#opener = -1;
    this.#done = false;
  }

  /** The next event that counts; −1: there is none. */
  next(block: Block, goal: ProgramGoal, index: number): number {
    const { log } = block;
    while (this.#place < this.#total) {
      const event = this.#events[this.#place++]!;
      const owner = log.owner[event]!;
      if (owner >= 0 && owner !== block.place) continue;
      const time = log.time[event]!;
      const kind = log.kind[event]!;
      if (kind === EVENT.ENTRY) {
        this.entry = time;
        this.#done = false;
      }
      if (kind === this.#openerKind) this.#opener = time;
      const fits = this.#conversion
        ? kind === EVENT.CONVERSION || kind === EVENT.RECORDED
        : kind === EVENT.GOAL && log.source[event] === index;
      if (
        !fits ||
        this.#done ||
        this.entry < 0 ||
        this.#opener < 0 ||
        time >= this.#opener + goal.windowMinutes
      )
        continue;
      this.#done = !goal.every;
      return event;
    }
    return -1;
  }
}

const walk = new GoalWalk();

/**
 * Minute of the first event of the primary goal after `after` and not after `upTo`, in the contact's current entry; NEVER when there
 * is none. Right for the future as long as the contact sends nothing before `upTo`, which holds while it stands in a step.
 */
export function firstPrimary(block: Block, i: number, after: number, upTo: number): number {
  if (block.log.counts[i] === 0) return NEVER;
  const goal = block.journey.goals[0]!;
  if (goal.on.kind === 'conversion' && goal.windowFrom === 'entry')
    return firstConversion(block, i, goal, after, upTo);
  if (!mayCount(block, i, goal, after, upTo)) return NEVER;
  walk.begin(block, i, goal);
  for (;;) {
    const event = walk.next(block, goal, 0);
    if (event < 0) return NEVER;
    const time = block.log.time[event]!;
    if (time > upTo) return NEVER;
    if (walk.entry === block.entryMinute[i] && time > after) return time;
  }
}

/** Whether the contact has any event of the goal's kind in that time: most have none, and need not be put in order. */
function mayCount(block: Block, i: number, goal: ProgramGoal, after: number, upTo: number): boolean {
  const { head, next, kind, time } = block.log;
  const conversion = goal.on.kind === 'conversion';
  for (let e = head[i]!; e >= 0; e = next[e]!) {
    const found = kind[e]!;
    const fits = conversion ? found === EVENT.CONVERSION || found === EVENT.RECORDED : found === EVENT.GOAL;
    if (fits && time[e]! > after && time[e]! <= upTo) return true;
  }
  return false;
}

/** The same for the commonest goal, in one pass over the contact's events in whatever order they stand. */
function firstConversion(block: Block, i: number, goal: ProgramGoal, after: number, upTo: number): number {
  const { log } = block;
  const entry = block.entryMinute[i]!;
  let first = NEVER;
  let e = log.head[i]!;
  // Newest first: what a goal step recorded counts when it stands before the entry that is looked for.
  for (; e >= 0; e = log.next[e]!) {
    const time = log.time[e]!;
    if (log.kind[e] === EVENT.ENTRY && log.owner[e] === block.place) break;
    if (log.kind[e] === EVENT.RECORDED && time < first && (time > after || !goal.every)) first = time;
  }
  if (e < 0) return NEVER;
  for (e = log.head[i]!; e >= 0; e = log.next[e]!) {
    // An answer in the minute of the entry came before it.
    const time = log.time[e]!;
    if (log.kind[e] === EVENT.CONVERSION && time > entry && time < first && (time > after || !goal.every))
      first = time;
  }
  return first > after && first <= upTo && first < entry + goal.windowMinutes ? first : NEVER;
}

/** Adds a finished contact's conversions: each goal's own to the results, the primary goal's and everybody's to its figures. */
export function countConversions(block: Block, i: number, figures: Figures): void {
  const { journey, log } = block;
  for (let index = 0; index < journey.goals.length; index++)
    countGoal(block, i, journey.goals[index]!, index, figures);
  for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
    if (log.kind[e] !== EVENT.CONVERSION && log.kind[e] !== EVENT.RECORDED) continue;
    add(figures, FIGURE.conversionsAudience, 1);
    add(figures, FIGURE.revenueAudienceMinor, log.value[e]!);
  }
}

function countGoal(block: Block, i: number, goal: ProgramGoal, index: number, figures: Figures): void {
  if (!mayCount(block, i, goal, -1, NEVER)) return;
  const { log, results } = block;
  walk.begin(block, i, goal);
  for (let event = walk.next(block, goal, index); event >= 0; event = walk.next(block, goal, index)) {
    const value = goalValue(block, i, goal, log.value[event]!);
    add(results.goals, index * 2, 1);
    add(results.goals, index * 2 + 1, value);
    if (index === 0) countPrimary(block, i, log.time[event]!, value, figures);
  }
}

function countPrimary(
  { detail, journey }: Block,
  i: number,
  time: number,
  value: number,
  figures: Figures,
): void {
  detail?.convert(i, time, value);
  figures[FIGURE.converters] = 1;
  add(figures, FIGURE.conversions, 1);
  add(figures, FIGURE.revenueMinor, value);
  if (time >= journey.targetMinute) return;
  add(figures, FIGURE.conversionsByTarget, 1);
  add(figures, FIGURE.revenueByTargetMinor, value);
}

function add(counts: Float64Array, at: number, amount: number): void {
  counts[at] = counts[at]! + amount;
}

/** Minor units in one unit of the currency, by its digits. */
const MINOR_UNITS = [1, 10, 100, 1000] as const;

function goalValue(block: Block, i: number, goal: ProgramGoal, eventMinor: number): number {
  switch (goal.value.kind) {
    case 'event':
      return eventMinor;
    case 'fixed':
      return goal.value.minor;
    case 'input': {
      const value =
        block.columns.inputs[goal.value.input]![block.base + i]! * MINOR_UNITS[block.program.minorDigits]!;
      return value === value ? Math.round(value) : 0;
    }
  }
}
