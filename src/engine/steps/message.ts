import type { MessageOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { BLOCK_CONTACTS } from '../memory.ts';
import { leaveAllBy, leaveBy, trySend, VERDICT } from '../policies.ts';
import { UNSENT } from '../results.ts';
import type { Sender } from '../answers.ts';
import { obstacle } from '../send.ts';
import type { Advance, StepWith } from './advance.ts';

export const advanceMessage: Advance<MessageOp> = (block, step, order, from, to) => {
  const sender: Sender = {
    key: step.key | 0,
    counter: step.counter,
    slot: step.op.slot,
    everSlot: step.op.everSlot,
  };
  if (step.op.preferred) return sendPreferred(block, step, sender, order, from, to);
  sendAndLeave(block, step.op.sendByChannel[step.op.order[0]!]!, sender, order, from, to);
};

function sendAndLeave(
  block: Block,
  send: number,
  sender: Sender,
  list: Int32Array,
  from: number,
  to: number,
): void {
  trySend(block, send, sender, list, from, to, false);
  leaveAllBy(block, list, from, to);
}

/** Send that each contact of a column is to get; −1: none. */
const chosen = new Int32Array(BLOCK_CONTACTS);
/** Contacts that are to get the same send. */
const alike = new Int32Array(BLOCK_CONTACTS);

/** Those who are to get the same send get it together. */
function sendPreferred(
  block: Block,
  step: StepWith<MessageOp>,
  sender: Sender,
  order: Int32Array,
  from: number,
  to: number,
): void {
  for (let k = from; k < to; k++) chosen[k - from] = choose(block, order[k]!, step);
  for (const send of step.op.sendByChannel) {
    if (send < 0) continue;
    let count = 0;
    for (let k = from; k < to; k++) if (chosen[k - from] === send) alike[count++] = order[k]!;
    if (count > 0) sendAndLeave(block, send, sender, alike, 0, count);
  }
}

/** The contact's own channel, else the first fallback it can receive, else unsent for want of consent. */
function choose(block: Block, i: number, { op }: StepWith<MessageOp>): number {
  const t = block.at[i]!;
  const own = block.columns.preferred[block.base + i]!;
  const ownSend = own >= 0 ? op.sendByChannel[own]! : -1;
  const first = ownSend >= 0 ? ownSend : op.sendByChannel[op.order[0] ?? firstChannel(op)]!;
  if (block.holdout[i] === 1) {
    block.unsent(i, t, first, UNSENT.holdout);
    leaveBy(block, i, VERDICT.HOLDOUT, 0);
    return -1;
  }
  const { transactional } = block.journey.sends[first]!;
  if (ownSend >= 0 && obstacle(block, i, own, t, transactional) < 0) return ownSend;
  for (const channel of op.order) {
    if (obstacle(block, i, channel, t, transactional) < 0) return op.sendByChannel[channel]!;
  }
  block.unsent(i, t, first, UNSENT.consent);
  leaveBy(block, i, VERDICT.UNSENT, 0);
  return -1;
}

function firstChannel(op: MessageOp): number {
  return op.sendByChannel.findIndex((send) => send >= 0);
}
