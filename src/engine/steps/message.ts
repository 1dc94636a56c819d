import type { MessageOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { leaveBy, trySend, VERDICT, type Verdict } from '../policies.ts';
import { obstacle, type Sender } from '../send.ts';
import type { Advance, StepWith } from './advance.ts';

export const advanceMessage: Advance<MessageOp> = (block, step, order, from, to) => {
  const sender: Sender = {
    key: step.key | 0,
    counter: step.counter,
    slot: step.op.slot,
    everSlot: step.op.everSlot,
  };
  const send = step.op.preferred ? -1 : step.op.sendByChannel[step.op.order[0]!]!;
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    const verdict =
      send >= 0 ? trySend(block, i, t, send, sender, false) : sendPreferred(block, i, step, sender);
    leaveBy(block, i, verdict, 0);
  }
};

/** The contact's own channel, else the first fallback it can receive, else unsent for want of consent. */
function sendPreferred(block: Block, i: number, { op }: StepWith<MessageOp>, sender: Sender): Verdict {
  const t = block.at[i]!;
  const own = block.columns.preferred[block.base + i]!;
  const ownSend = own >= 0 ? op.sendByChannel[own]! : -1;
  const first = ownSend >= 0 ? ownSend : op.sendByChannel[op.order[0] ?? firstChannel(op)]!;
  if (block.holdout[i] === 1) {
    block.unsent(i, t, first, 'holdout');
    return VERDICT.HOLDOUT;
  }
  const { transactional } = block.journey.sends[first]!;
  if (ownSend >= 0 && obstacle(block, i, own, t, transactional) === undefined)
    return trySend(block, i, t, ownSend, sender, false);
  for (const channel of op.order) {
    if (obstacle(block, i, channel, t, transactional) === undefined)
      return trySend(block, i, t, op.sendByChannel[channel]!, sender, false);
  }
  block.unsent(i, t, first, 'consent');
  return VERDICT.UNSENT;
}

function firstChannel(op: MessageOp): number {
  return op.sendByChannel.findIndex((send) => send >= 0);
}
