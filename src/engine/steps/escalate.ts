import type { EscalateOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { leaveBy, trySend, VERDICT, type Verdict } from '../policies.ts';
import type { Sender } from '../send.ts';
import type { Advance, StepWith } from './advance.ts';

const SENT = 0;
const EXHAUSTED = 1;

export const advanceEscalate: Advance<EscalateOp> = (block, step, order, from, to) => {
  const sender: Sender = {
    key: step.key | 0,
    counter: step.counter,
    slot: step.op.slot,
    everSlot: step.op.everSlot,
  };
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const verdict = climb(block, i, step, sender);
    leaveBy(block, i, verdict, verdict === VERDICT.UNSENT ? EXHAUSTED : SENT);
  }
};

/** Tries rungs from where the last visit stopped; each that cannot be received is noted with its reason. */
function climb(block: Block, i: number, { op }: StepWith<EscalateOp>, sender: Sender): Verdict {
  const at = op.ladder * block.size + i;
  const t = block.at[i]!;
  for (let rung = block.rung[at]!; rung < op.rungs.length; rung++) {
    const verdict = trySend(block, i, t, op.rungs[rung]!, sender, true);
    // A held message keeps its rung; the next one is due afresh.
    block.rung[at] = verdict === VERDICT.HELD ? rung : rung + 1;
    if (verdict !== VERDICT.UNSENT) return verdict;
    if (block.hasPolicies) block.held[i] = 0;
  }
  return VERDICT.UNSENT;
}
