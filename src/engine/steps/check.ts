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
  const [converted, clicked, replied, opened, unsubscribed, bounced] = op.exitOf as readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  minuteOf[0] =
    converted < 0 ? NEVER : lookAhead(block, i, deadline, () => firstPrimary(block, i, sent, deadline));
  minuteOf[1] = clicked < 0 ? NEVER : block.clickAt[at]!;
  minuteOf[2] = replied < 0 ? NEVER : block.replyAt[at]!;
  minuteOf[3] = opened < 0 ? NEVER : block.openAt[at]!;
  const left = block.unsubscribedAt[block.sentOn[at]! * block.size + i]!;
  minuteOf[4] = unsubscribed < 0 || left <= sent ? NEVER : left;
  minuteOf[5] = bounced < 0 ? NEVER : block.bounceAt[at]!;
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
