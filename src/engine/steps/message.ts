import type { MessageOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { obstacle, sendMessage, type Sender } from '../send.ts';
import type { Advance, StepWith } from './advance.ts';

export const advanceMessage: Advance<MessageOp> = (block, step, order, from, to) => {
  const sender: Sender = {
    key: step.key,
    counter: step.counter,
    slot: step.op.slot,
    everSlot: step.op.everSlot,
  };
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    if (step.op.preferred) sendPreferred(block, i, step, sender);
    else sendFixed(block, i, step, sender);
    block.exit[i] = 0;
    block.leave[i] = block.at[i]!;
  }
};

function sendFixed(block: Block, i: number, { op }: StepWith<MessageOp>, sender: Sender): void {
  const channel = op.order[0]!;
  const send = op.sendByChannel[channel]!;
  const t = block.at[i]!;
  const reason = obstacle(block, i, channel, t, op.transactional);
  if (reason === undefined) sendMessage(block, i, t, send, sender);
  else block.unsent(send, reason);
}

/** The contact's own channel, else the first fallback it can receive, else unsent for want of consent. */
function sendPreferred(block: Block, i: number, { op }: StepWith<MessageOp>, sender: Sender): void {
  const t = block.at[i]!;
  const own = block.columns.preferred[block.base + i]!;
  const first = own >= 0 && op.sendByChannel[own]! >= 0 ? own : (op.order[0] ?? firstChannel(op));
  if (block.holdout[i] === 1) return block.unsent(op.sendByChannel[first]!, 'holdout');
  if (own >= 0 && op.sendByChannel[own]! >= 0 && obstacle(block, i, own, t, op.transactional) === undefined) {
    return sendMessage(block, i, t, op.sendByChannel[own]!, sender);
  }
  for (const channel of op.order) {
    if (obstacle(block, i, channel, t, op.transactional) === undefined) {
      return sendMessage(block, i, t, op.sendByChannel[channel]!, sender);
    }
  }
  block.unsent(op.sendByChannel[first]!, 'consent');
}

function firstChannel(op: MessageOp): number {
  return op.sendByChannel.findIndex((send) => send >= 0);
}
