import type { ProgramQuiet, ProgramSend } from '../compile/program.ts';
import { HELD, type Block } from './block.ts';
import { BLOCK_CONTACTS, journeyMemory, peopleMemory } from './memory.ts';
import { MINUTES_PER_DAY } from './calendar.ts';
import { AGAIN, OUT } from './outlets.ts';
import { PURPOSE, draw } from './random.ts';
import { UNSENT, UNSENT_REASONS } from './results.ts';
import type { Sender } from './answers.ts';
import { obstacle, sendMessage } from './send.ts';
import { TWO_32 } from './tables.ts';

/** What became of a due message. */
export const VERDICT = {
  SENT: 0,
  /** Not sent, noted with its reason. */
  UNSENT: 1,
  /** Not sent, noted with its reason, and the contact leaves the journey. */
  LEAVE: 2,
  /** To be looked at again at `block.leave`. */
  HELD: 3,
  /** Not sent since the contact is a holdout. */
  HOLDOUT: 4,
} as const;
export type Verdict = (typeof VERDICT)[keyof typeof VERDICT];

/** Quiet hours hold a message at most this long. */
const LONGEST_HOLD = 7 * MINUTES_PER_DAY;

/** What became of the message for each contact of the last `trySend`, in the order of its list. */
export const verdicts = new Uint8Array(BLOCK_CONTACTS);
/** Contacts in whose way nothing stands, and places in the list of those in whose way something does. */
const going = new Int32Array(BLOCK_CONTACTS);
const stopping = new Int32Array(BLOCK_CONTACTS);

/**
 * Sends a due message to those of `list[from … to)` in whose way nothing stands (docs/simulation.md, “Policies”), and leaves what became of
 * it in `verdicts[k - from]`. A rung never waits for a cap.
 */
export function trySend(
  block: Block,
  index: number,
  sender: Sender,
  list: Int32Array,
  from: number,
  to: number,
  isRung: boolean,
): void {
  const count = block.hasPolicies
    ? lookAtPolicies(block, index, sender, list, from, to, isRung)
    : lookAtContacts(block, index, list, from, to);
  if (count > 0) sendMessage(block, index, sender, going, count);
}

/** Puts those who can get the message into `going`; answers how many. */
function lookAtContacts(block: Block, index: number, list: Int32Array, from: number, to: number): number {
  const { at, holdout } = journeyMemory(block);
  const { consent, reachable, suppressedAt, unsubscribedAt } = peopleMemory(block.people);
  const { channel, transactional } = block.journey.sends[index]!;
  const column = channel * block.size;
  let count = 0;
  let stopped = 0;
  // What `obstacle` says, without a call: that would make the compiler look every array up again each time.
  for (let k = from; k < to; k++) {
    const i = list[k]!;
    const t = at[i]!;
    const given = ((consent[i]! >> channel) & 1) === 1 && unsubscribedAt[column + i]! > t;
    const open = suppressedAt[column + i]! > t && ((reachable[i]! >> channel) & 1) === 1;
    if (holdout[i] === 0 && open && (given || transactional)) {
      verdicts[k - from] = VERDICT.SENT;
      going[count++] = i;
    } else stopping[stopped++] = k;
  }
  for (let s = 0; s < stopped; s++) {
    const k = stopping[s]!;
    verdicts[k - from] = stop(block, list[k]!, index);
  }
  return count;
}

/** The same where policies have a say. */
function lookAtPolicies(
  block: Block,
  index: number,
  sender: Sender,
  list: Int32Array,
  from: number,
  to: number,
  isRung: boolean,
): number {
  const send = block.journey.sends[index]!;
  let count = 0;
  for (let k = from; k < to; k++) {
    const i = list[k]!;
    let verdict = stop(block, i, index);
    if (verdict === VERDICT.SENT) verdict = askPolicies(block, i, block.at[i]!, index, send, sender, isRung);
    verdicts[k - from] = verdict;
    if (verdict === VERDICT.SENT) going[count++] = i;
  }
  return count;
}

/** Notes what stops the message whatever the policies; SENT: nothing does. */
function stop(block: Block, i: number, index: number): Verdict {
  const send = block.journey.sends[index]!;
  const t = block.at[i]!;
  const reason = obstacle(block, i, send.channel, t, send.transactional);
  if (reason < 0) return VERDICT.SENT;
  block.unsent(i, t, index, reason);
  return reason === UNSENT.holdout ? VERDICT.HOLDOUT : VERDICT.UNSENT;
}

/** Minute from which the contact's clock is not quiet, when it is at `t`; −1: it is not. */
function quietUntil(block: Block, i: number, t: number, quiet: ProgramQuiet): number {
  const zone = block.zone[i]!;
  const local = block.calendar.local(zone, t);
  const clock = local % MINUTES_PER_DAY;
  const { from, until } = quiet;
  const isQuiet = from < until ? clock >= from && clock < until : clock >= from || clock < until;
  if (!isQuiet) return -1;
  const days = clock < until ? 0 : 1;
  const target = local - clock + days * MINUTES_PER_DAY + until;
  const { calendar } = block;
  const release = calendar.fromLocal(zone, target);
  if (release > t && calendar.local(zone, release) - release === local - t) return release;
  // The clocks change before: the first minute in which the clock comes to the end of the quiet hours, or jumps over it.
  for (let minute = t + 1; ; minute++) {
    const now = calendar.local(zone, minute);
    if (now - ((now - until) % MINUTES_PER_DAY) > calendar.local(zone, minute - 1)) return minute;
  }
}

/** SENT: nothing stands in the way. */
function askPolicies(
  block: Block,
  i: number,
  t: number,
  index: number,
  send: ProgramSend,
  sender: Sender,
  isRung: boolean,
): Verdict {
  const { quiet } = block.program.policies;
  if (send.quiet && quiet !== undefined) {
    const until = quietUntil(block, i, t, quiet);
    if (until >= 0) return keepQuiet(block, i, t, index, quiet, until, sender);
  }
  const full = send.caps.length > 0 ? block.caps.firstFull(i, block.zone[i]!, t, send.caps) : -1;
  if (full >= 0) return meetCap(block, i, t, index, send, full, isRung);
  if (block.capacity === undefined) return VERDICT.SENT;
  if (!block.capacity.affords(send.channel, send.costMicros)) {
    block.unsent(i, t, index, UNSENT.budget);
    return VERDICT.UNSENT;
  }
  return waitForPlace(block, i, t, index, send);
}

function keepQuiet(
  block: Block,
  i: number,
  t: number,
  index: number,
  quiet: ProgramQuiet,
  until: number,
  sender: Sender,
): Verdict {
  if (quiet.onQuiet === 'hold') {
    const since = isHeld(block, i, HELD.QUIET) ? block.quietSince[i]! : t;
    const release = until + releasePart(block, i, quiet.spreadMinutes, sender);
    if (release - since <= LONGEST_HOLD) {
      hold(block, i, t, index, release);
      block.held[i] = HELD.YES | HELD.QUIET;
      block.quietSince[i] = since;
      return VERDICT.HELD;
    }
  }
  block.unsent(i, t, index, UNSENT.quiet);
  return quiet.onQuiet === 'exit' ? VERDICT.LEAVE : VERDICT.UNSENT;
}

function releasePart(block: Block, i: number, spread: number, sender: Sender): number {
  if (spread === 0) return 0;
  const at = block.occasion(i, sender.counter, PURPOSE.RELEASE);
  return Math.floor((draw(block.seed, sender.key, block.contact[i]!, at) / TWO_32) * spread);
}

function meetCap(
  block: Block,
  i: number,
  t: number,
  index: number,
  send: ProgramSend,
  full: number,
  isRung: boolean,
): Verdict {
  const cap = block.program.policies.caps[full]!;
  if (cap.onCap === 'retry' && !isRung) {
    const due = isHeld(block, i, HELD.YES) ? block.dueAt[i]! : t;
    const last = due + cap.retryMinutes;
    if (t < last) {
      const room = block.caps.roomFor(i, block.zone[i]!, t, send.caps);
      const quiet = block.held[i]! & HELD.QUIET;
      hold(block, i, t, index, Math.min(room, last));
      block.held[i] = HELD.YES | quiet;
      return VERDICT.HELD;
    }
  }
  const filler = block.caps.filledBy(full, i, t);
  const { journeys } = block.program;
  const outranked = filler >= 0 && journeys[filler]!.priority > block.journey.priority;
  block.unsent(i, t, index, outranked ? UNSENT.priority : UNSENT_REASONS.length + full);
  return cap.onCap === 'exit' ? VERDICT.LEAVE : VERDICT.UNSENT;
}

/** A place in the channel's rate limits: now, or the contact waits for its window. */
function waitForPlace(block: Block, i: number, t: number, index: number, send: ProgramSend): Verdict {
  const capacity = block.capacity!;
  const own = block.journey.sends[block.heldSend[i]!]?.channel;
  if (isHeld(block, i, HELD.PLACE) && own === send.channel) return VERDICT.SENT;
  const minute = capacity.takePlace(send.channel, t);
  if (minute <= t) return VERDICT.SENT;
  const quiet = block.held[i]! & HELD.QUIET;
  hold(block, i, t, index, minute);
  block.held[i] = HELD.YES | HELD.PLACE | quiet;
  return VERDICT.HELD;
}

function isHeld(block: Block, i: number, bit: number): boolean {
  return (block.held[i]! & bit) !== 0;
}

function hold(block: Block, i: number, t: number, index: number, until: number): void {
  if (!isHeld(block, i, HELD.YES)) block.dueAt[i] = t;
  block.heldSend[i] = index;
  block.leave[i] = until;
  block.tracer?.note(i, 'held', t, block.place, index);
}

/** Sets where a contact goes from its step after the last verdict there. */
export function leaveBy(block: Block, i: number, verdict: Verdict, exit: number): void {
  if (verdict === VERDICT.HELD) {
    block.exit[i] = AGAIN;
    return;
  }
  block.exit[i] = verdict === VERDICT.LEAVE ? OUT : exit;
  block.leave[i] = block.at[i]!;
}

/** The same for everybody of the last `trySend`, by exit 0. */
export function leaveAllBy(block: Block, list: Int32Array, from: number, to: number): void {
  const { at, exit, leave } = journeyMemory(block);
  for (let k = from; k < to; k++) {
    const i = list[k]!;
    const verdict = verdicts[k - from]!;
    if (verdict === VERDICT.HELD) exit[i] = AGAIN;
    else {
      exit[i] = verdict === VERDICT.LEAVE ? OUT : 0;
      leave[i] = at[i]!;
    }
  }
}
