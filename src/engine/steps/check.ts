import type { CheckOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { firstPrimary } from '../goals.ts';
import { BLOCK_CONTACTS, journeyMemory, peopleMemory } from '../memory.ts';
import { lookAhead } from '../ruleGoals.ts';
import { NEVER } from '../tables.ts';
import type { Advance, StepWith } from './advance.ts';

/** Responses in rank order. */
const CONVERTED = 0;
const CLICKED = 1;
const REPLIED = 2;
const OPENED = 3;
const UNSUBSCRIBED = 4;
const BOUNCED = 5;
const RESPONSES = 6;

/** Minute of each response; NEVER when it does not come or is switched off. */
const minuteOf = new Int32Array(RESPONSES);
/** Contacts who do answer, or may have converted. */
const answering = new Int32Array(BLOCK_CONTACTS);

/** Leaves at the event: the best answer there already is, else the first to come; no response at the deadline. */
export const advanceCheck: Advance<CheckOp> = (block, step, order, from, to) => {
  const { noResponseExit, windowMinutes, fromSend, slot, exitOf } = step.op;
  const { at, exit, leave, sentAt, sentOn, openAt, clickAt, replyAt, bounceAt } = journeyMemory(block);
  const { counts, unsubscribedAt } = peopleMemory(block.people);
  const { size } = block;
  const mayConvert = exitOf[CONVERTED]! >= 0;
  const hasRuleGoals = block.ruleGoals.length > 0;
  let count = 0;
  // No calls in this loop: they would make the compiler look every array up again each time.
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const place = slot * size + i;
    const t = at[i]!;
    const sent = sentAt[place]!;
    let deadline = t + windowMinutes;
    if (fromSend && sent !== NEVER) deadline = sent + windowMinutes < t ? t : sent + windowMinutes;
    exit[i] = noResponseExit;
    leave[i] = deadline;
    if (sent === NEVER) continue;
    if (
      clickAt[place]! <= deadline ||
      openAt[place]! <= deadline ||
      replyAt[place]! <= deadline ||
      bounceAt[place]! <= deadline ||
      unsubscribedAt[sentOn[place]! * size + i]! <= deadline ||
      (mayConvert && (counts[i] === 1 || hasRuleGoals))
    )
      answering[count++] = i;
  }
  for (let k = 0; k < count; k++) choose(block, answering[k]!, step);
};

function choose(block: Block, i: number, step: StepWith<CheckOp>): void {
  const { exitOf, ranked } = step.op;
  const deadline = block.leave[i]!;
  lookUp(block, i, step, deadline);
  // Ranked holds to the deadline and takes the best; so does a check whose answer is there already, at once.
  const settled = ranked ? deadline : block.at[i]!;
  let first = NEVER;
  for (let r = 0; r < RESPONSES; r++) {
    const minute = minuteOf[r]!;
    if (minute <= settled) {
      block.exit[i] = exitOf[r]!;
      block.leave[i] = settled;
      return;
    }
    if (minute < first && minute <= deadline) {
      first = minute;
      block.exit[i] = exitOf[r]!;
      block.leave[i] = minute;
    }
  }
}

function lookUp(block: Block, i: number, { op }: StepWith<CheckOp>, deadline: number): void {
  const { exitOf } = op;
  const place = op.slot * block.size + i;
  const sent = block.sentAt[place]!;
  const left = block.unsubscribedAt[block.sentOn[place]! * block.size + i]!;
  minuteOf[CONVERTED] = exitOf[CONVERTED]! < 0 ? NEVER : conversion(block, i, sent, deadline);
  minuteOf[CLICKED] = exitOf[CLICKED]! < 0 ? NEVER : block.clickAt[place]!;
  minuteOf[REPLIED] = exitOf[REPLIED]! < 0 ? NEVER : block.replyAt[place]!;
  minuteOf[OPENED] = exitOf[OPENED]! < 0 ? NEVER : block.openAt[place]!;
  minuteOf[UNSUBSCRIBED] = exitOf[UNSUBSCRIBED]! < 0 || left <= sent ? NEVER : left;
  minuteOf[BOUNCED] = exitOf[BOUNCED]! < 0 ? NEVER : block.bounceAt[place]!;
}

/** Without goals about rules there is nothing to look ahead at, and no closure to make. */
function conversion(block: Block, i: number, sent: number, deadline: number): number {
  if (block.ruleGoals.length === 0) return firstPrimary(block, i, sent, deadline);
  return conversionAhead(block, i, sent, deadline);
}

function conversionAhead(block: Block, i: number, sent: number, deadline: number): number {
  return lookAhead(block, i, deadline, () => firstPrimary(block, i, sent, deadline));
}
