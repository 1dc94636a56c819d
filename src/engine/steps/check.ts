import type { CheckOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { firstPrimary } from '../goals.ts';
import { lookAhead } from '../ruleGoals.ts';
import { NEVER } from '../tables.ts';
import type { Advance, StepWith } from './advance.ts';

const RESPONSES = 6;
/** Minute of each response, in rank order; NEVER when it does not come or is switched off. */
const minuteOf = new Int32Array(RESPONSES);

/** Leaves at the event: the best answer there already is, else the first to come; no response at the deadline. */
export const advanceCheck: Advance<CheckOp> = (block, step, order, from, to) => {
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    const at = step.op.slot * block.size + i;
    const sent = block.sentAt[at]!;
    block.exit[i] = step.op.noResponseExit;
    if (sent === NEVER) {
      block.leave[i] = t + step.op.windowMinutes;
      continue;
    }
    const deadline = step.op.fromSend ? Math.max(t, sent + step.op.windowMinutes) : t + step.op.windowMinutes;
    block.leave[i] = deadline;
    lookUp(block, i, at, step, sent, deadline);
    choose(block, i, step, t, deadline);
  }
};

function lookUp(
  block: Block,
  i: number,
  at: number,
  { op }: StepWith<CheckOp>,
  sent: number,
  deadline: number,
): void {
  const { exitOf } = op;
  minuteOf[0] = exitOf[0]! < 0 ? NEVER : conversion(block, i, sent, deadline);
  minuteOf[1] = exitOf[1]! < 0 ? NEVER : block.clickAt[at]!;
  minuteOf[2] = exitOf[2]! < 0 ? NEVER : block.replyAt[at]!;
  minuteOf[3] = exitOf[3]! < 0 ? NEVER : block.openAt[at]!;
  const left = block.unsubscribedAt[block.sentOn[at]! * block.size + i]!;
  minuteOf[4] = exitOf[4]! < 0 || left <= sent ? NEVER : left;
  minuteOf[5] = exitOf[5]! < 0 ? NEVER : block.bounceAt[at]!;
}

/** Without goals about rules there is nothing to look ahead at, and no closure to make. */
function conversion(block: Block, i: number, sent: number, deadline: number): number {
  if (block.ruleGoals.length === 0) return firstPrimary(block, i, sent, deadline);
  return conversionAhead(block, i, sent, deadline);
}

function conversionAhead(block: Block, i: number, sent: number, deadline: number): number {
  return lookAhead(block, i, deadline, () => firstPrimary(block, i, sent, deadline));
}

function choose(block: Block, i: number, { op }: StepWith<CheckOp>, t: number, deadline: number): void {
  // Ranked holds to the deadline and takes the best; so does a check whose answer is there already, at once.
  const settled = op.ranked ? deadline : t;
  let first = NEVER;
  for (let r = 0; r < RESPONSES; r++) {
    const minute = minuteOf[r]!;
    if (minute <= settled) {
      block.exit[i] = op.exitOf[r]!;
      block.leave[i] = settled;
      return;
    }
    if (minute < first && minute <= deadline) {
      first = minute;
      block.exit[i] = op.exitOf[r]!;
      block.leave[i] = minute;
    }
  }
}
