import type { ProgramGoal } from '../compile/program.ts';
import { GROUP_OFFSET, type Block } from './block.ts';
import { EVENT } from './eventLog.ts';
import { NEVER } from './tables.ts';

/** Scratch for one contact's events, grown by the runtime as needed. */
const events: number[] = [];

/**
 * Walks a contact's events in order and calls `counted` for each that counts for the goal: of its kind, inside its window, and
 * the first of its entry unless every one counts. Stops when `counted` answers true.
 */
function walk(
  block: Block,
  i: number,
  goal: ProgramGoal,
  index: number,
  counted: (event: number, entryMinute: number) => boolean,
): void {
  const { log } = block;
  const total = log.sorted(i, events);
  let entry = -1;
  let opener = -1;
  let done = false;
  for (let k = 0; k < total; k++) {
    const event = events[k]!;
    const time = log.time[event]!;
    const kind = log.kind[event]!;
    const owner = log.owner[event]!;
    if (owner >= 0 && owner !== block.place) continue;
    if (kind === EVENT.ENTRY) {
      entry = time;
      done = false;
    }
    if (kind === OPENER[goal.windowFrom]) opener = time;
    const fits =
      goal.on.kind === 'conversion'
        ? kind === EVENT.CONVERSION || kind === EVENT.RECORDED
        : kind === EVENT.GOAL && log.source[event] === index;
    if (!fits || done || entry < 0 || opener < 0 || time >= opener + goal.windowMinutes) continue;
    done = !goal.every;
    if (counted(event, entry)) return;
  }
}

/** Whether anything could count for a goal. */
function hasConversions({ log }: Block, i: number): boolean {
  for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
    const kind = log.kind[e]!;
    if (kind === EVENT.CONVERSION || kind === EVENT.RECORDED || kind === EVENT.GOAL) return true;
  }
  return false;
}

const OPENER = { entry: EVENT.ENTRY, send: EVENT.SEND, open: EVENT.OPEN, click: EVENT.CLICK } as const;

/**
 * Minute of the first event of the primary goal after `after` and not after `upTo`, in the contact's current entry; NEVER when there
 * is none. Right for the future as long as the contact sends nothing before `upTo`, which holds while it stands in a step.
 */
export function firstPrimary(block: Block, i: number, after: number, upTo: number): number {
  const goal = block.journey.goals[0]!;
  if (goal.on.kind === 'conversion' && goal.windowFrom === 'entry')
    return firstConversion(block, i, goal, after, upTo);
  let found = NEVER;
  walk(block, i, goal, 0, (event, entryMinute) => {
    const time = block.log.time[event]!;
    if (entryMinute !== block.entryMinute[i] || time <= after) return time > upTo;
    if (time <= upTo) found = time;
    return true;
  });
  return found;
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

/** Adds a finished contact's conversions to the results: each goal's own, the primary goal's and everybody's per group. */
export function countConversions(block: Block, i: number): void {
  const { journey, log, results } = block;
  if (!hasConversions(block, i)) return;
  const primary = { conversions: 0 };
  journey.goals.forEach((goal, index) => {
    walk(block, i, goal, index, (event) => {
      const value = goalValue(block, i, goal, log.value[event]!);
      results.goals[index * 2] = results.goals[index * 2]! + 1;
      results.goals[index * 2 + 1] = results.goals[index * 2 + 1]! + value;
      if (index === 0) {
        primary.conversions++;
        block.daily?.convert(log.time[event]!, value);
        block.addToGroup(i, GROUP_OFFSET.conversions, 1);
        block.addToGroup(i, GROUP_OFFSET.revenueMinor, value);
        if (log.time[event]! < journey.targetMinute) {
          block.addToGroup(i, GROUP_OFFSET.conversionsByTarget, 1);
          block.addToGroup(i, GROUP_OFFSET.revenueByTargetMinor, value);
        }
      }
      return false;
    });
  });
  if (primary.conversions > 0) block.addToGroup(i, GROUP_OFFSET.converters, 1);
  for (let e = log.head[i]!; e >= 0; e = log.next[e]!) {
    if (log.kind[e] !== EVENT.CONVERSION && log.kind[e] !== EVENT.RECORDED) continue;
    block.addToGroup(i, GROUP_OFFSET.conversionsAudience, 1);
    block.addToGroup(i, GROUP_OFFSET.revenueAudienceMinor, log.value[e]!);
  }
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
