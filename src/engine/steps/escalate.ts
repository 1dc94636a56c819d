import type { EscalateOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { obstacle, sendMessage, type Sender } from '../send.ts';
import type { Advance, StepWith } from './advance.ts';

const SENT = 0;
const EXHAUSTED = 1;

export const advanceEscalate: Advance<EscalateOp> = (block, step, order, from, to) => {
  const sender: Sender = {
    key: step.key,
    counter: step.counter,
    slot: step.op.slot,
    everSlot: step.op.everSlot,
  };
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    block.exit[i] = climb(block, i, step, sender) ? SENT : EXHAUSTED;
    block.leave[i] = block.at[i]!;
  }
};

/** Tries rungs from where the last visit stopped; each that cannot be received is noted with its reason. */
function climb(block: Block, i: number, { op }: StepWith<EscalateOp>, sender: Sender): boolean {
  const at = op.ladder * block.size + i;
  const t = block.at[i]!;
  while (block.rung[at]! < op.rungs.length) {
    const send = op.rungs[block.rung[at]!]!;
    block.rung[at] = block.rung[at]! + 1;
    const reason = obstacle(block, i, block.journey.sends[send]!.channel, t, false);
    if (reason !== undefined) block.unsent(send, reason);
    else sendMessage(block, i, t, send, sender);
    if (reason === undefined || reason === 'holdout') return true;
  }
  return false;
}
