import type { Channel } from '../../journey/channels.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { ACCEPTED, MISSED } from '../../journey/steps/handoff.ts';
import { STEP_DEFINITIONS } from '../../journey/steps/index.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import { channelOf, isAddressed } from './askings.ts';
import { objectAt, textAt } from './keptDocument.ts';
import { minutesOf } from './readDelay.ts';
import type { Piece, Reading } from './reading.ts';
import type { ReadNode } from './shapes.ts';
import { messageTypeOf, readTemplate, templateOf } from './templates.ts';
import type { Body, MessageType } from './types.ts';
import { orderOf, urlOf } from './webhook.ts';

type Message = Extract<ReadNode, { type: 'MessageNode' }>;

const CHANNELS: Readonly<Record<MessageType, Channel>> = {
  Email: 'email',
  Sms: 'sms',
  MobilePush: 'push',
  Webhook: 'webhook',
};

/** A message; a webhook of ours is what it asks a service to do. */
export function readMessage(reading: Reading, node: Message, raw: Body): Piece {
  const template = reading.template(node.variant.templateId);
  const definition = objectAt(template, 'definition');
  const order = node.variant.type === 'Webhook' ? orderOf(textAt(definition, 'body') ?? '') : undefined;
  const name = textAt(raw, 'name') ?? textAt(template, 'name') ?? CHANNEL_NAMES[node.variant.type];
  if (order?.kind === 'update')
    return {
      key: node.id,
      step: { kind: 'update', name, changes: order.changes },
      exits: { next: node.child },
      raw: () => raw,
    };
  if (order?.kind === 'handoff')
    return readHandoff(reading, node, { ...STEP_DEFINITIONS.handoff.defaults(), name, to: order.to }, raw);
  const said = definition && readTemplate(definition);
  const channel = said?.channel ?? CHANNELS[node.variant.type];
  const content = definition && (contentBefore(reading, node, channel, definition) ?? said?.content);
  // Without a group it goes to everyone who can be reached.
  const free = node.subscriptionGroupId === undefined && isAddressed(channel);
  const step: MessageStep = {
    kind: 'message',
    name,
    channel,
    occasion: reading.byEvent ? 'triggered' : 'campaign',
    ...(content && { content }),
    obeysCaps: !free,
    countsTowardCaps: !free,
    transactional: free,
  };
  const words = `The template “${node.variant.templateId}” of “${name}” is not in the file: the message has no text here.`;
  return {
    key: node.id,
    step,
    exits: { next: node.child },
    raw: () => raw,
    ...(!template && {
      doubts: [
        { code: 'template-unknown', words, lacks: { kind: 'templates', id: node.variant.templateId } },
      ],
    }),
  };
}

const CHANNEL_NAMES: Readonly<Record<MessageType, string>> = {
  Email: 'Email',
  Sms: 'SMS',
  MobilePush: 'Push',
  Webhook: 'Webhook',
};

/**
 * The template has no place for tags of links, coupon codes and other wordings as such. As long as it is what the message of the journey that
 * the file was made from comes to, that message's content still holds.
 */
function contentBefore(
  reading: Reading,
  node: Message,
  channel: Channel,
  definition: Body,
): Content | undefined {
  const base = reading.baseOf(node.id, 'message');
  if (!base?.content || channelOf(base) !== channel || messageTypeOf(channel) !== node.variant.type)
    return undefined;
  const account = { from: textAt(definition, 'from') ?? '', url: urlOf(textAt(definition, 'body') ?? '') };
  const written = templateOf(channel, base.content, account);
  return sameJson(written, definition) ? base.content : undefined;
}

/** The webhook and the answer to it, as far as that was waited for. */
function readHandoff(
  reading: Reading,
  node: Message,
  step: Extract<Piece['step'], { kind: 'handoff' }>,
  raw: Body,
): Piece {
  const time = reading.helper(node.id, 'time', 'DelayNode');
  const asked = reading.helper(node.id, 'answer', 'SegmentSplitNode');
  const waited = reading.helper(node.id, 'answer', 'WaitForNode');
  const [answer] = waited?.segmentChildren ?? [];
  if (waited && answer && waited.segmentChildren.length === 1 && node.child === waited.id) {
    reading.done.add(waited.id);
    const slaMinutes = minutesOf(waited.timeoutSeconds);
    const exits = { [ACCEPTED]: answer.id, [MISSED]: waited.timeoutChild };
    return { key: node.id, step: { ...step, slaMinutes }, exits };
  }
  if (time?.variant.type === 'Second' && asked && node.child === time.id && time.child === asked.id) {
    reading.done.add(time.id).add(asked.id);
    const exits = { [ACCEPTED]: asked.variant.trueChild, [MISSED]: asked.variant.falseChild };
    return { key: node.id, step: { ...step, slaMinutes: minutesOf(time.variant.seconds) }, exits };
  }
  return { key: node.id, step, exits: { [ACCEPTED]: node.child }, raw: () => raw };
}
