import type { Channel } from '../../journey/channels.ts';
import type { MessageStep, Send } from '../../journey/steps/message.ts';
import { preferredChannels, type CompileContext } from '../context.ts';
import type { MessageOp } from '../program.ts';

export function lowerMessage(step: MessageStep, index: number, context: CompileContext): MessageOp {
  const { channel, fallback, ...rest } = step;
  const tried = channel === 'preferred' ? preferredChannels(fallback, context.schema) : [channel];
  const sendByChannel = new Int32Array(context.channels.length).fill(-1);
  for (const one of tried) {
    sendByChannel[context.channel(one)] = context.send(sendOn(one, rest), { step: index, rung: -1 }, step);
  }
  const order = channel === 'preferred' ? (fallback ?? []) : [channel];
  return {
    op: 'message',
    slot: context.slotOf.get(context.ids[index]!) ?? -1,
    everSlot: context.slotOf.get(`ever ${context.ids[index]!}`) ?? -1,
    sendByChannel,
    order: order.map((one) => context.channel(one)),
    preferred: channel === 'preferred',
  };
}

/** A preferred message's own rates and cost are meant for whatever channel it goes out on. */
function sendOn(channel: Channel, step: Omit<MessageStep, 'channel' | 'fallback'>): Send {
  return {
    channel,
    occasion: step.occasion,
    ...(step.cost === undefined ? {} : { cost: step.cost }),
    ...(step.response === undefined ? {} : { response: step.response }),
  };
}
