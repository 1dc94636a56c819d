import { CHANNELS, type Channel } from '../../journey/channels.ts';
import { isId } from '../../journey/ids.ts';
import { type Content, messageSchema, MOST_VARIANTS, type Variant } from '../../journey/steps/message.ts';
import type { StepOf } from '../../journey/steps/index.ts';
import { isObject } from '../kept.ts';
import { fromTemplate } from './content.ts';
import { clip, type Node } from './graph.ts';
import { dataOf, messageIn, type Reading } from './reading.ts';
import type { Json } from './types.ts';
import { single, type Unit } from './unit.ts';
import { RELAY } from './writeMessage.ts';

const CHANNEL: Readonly<Record<string, Channel>> = {
  'send-email': 'email',
  'send-sms': 'sms',
  'send-mobile-push': 'push',
  'send-whatsapp': 'whatsapp',
  'send-webhook': 'webhook',
};

/** An action that sends; undefined: it does something else. */
export function readMessage(reading: Reading, node: Node): Unit | undefined {
  const { type } = node.action;
  if (type === 'ab-test' || type === 'content-experiment') return readTest(reading, node);
  const channel = Object.hasOwn(CHANNEL, type) ? CHANNEL[type] : undefined;
  if (channel === undefined) return undefined;
  const relayed = node.name?.part[0] === RELAY ? readRelay(reading, node) : undefined;
  return single(node, relayed ?? messageOf(reading, node, channel, messageIn(node)));
}

function messageOf(reading: Reading, node: Node, channel: Channel, message: Json): StepOf<'message'> {
  const content = contentOf(message, channel);
  return {
    kind: 'message',
    name: reading.nameOf(node, 'message', message['name'], LABELS[channel] ?? 'Message'),
    channel,
    occasion: reading.isTriggered ? 'triggered' : 'campaign',
    ...(Object.keys(content).length > 0 && { content }),
    obeysCaps: message['smart_sending_enabled'] !== false,
    countsTowardCaps: true,
    transactional: message['transactional'] === true,
  };
}

const LABELS: Readonly<Partial<Record<Channel, string>>> = {
  email: 'E-mail',
  sms: 'SMS',
  push: 'Push',
  whatsapp: 'WhatsApp',
  webhook: 'Webhook',
};

const TEXTS = [
  ['subject', 'subject_line'],
  ['preheader', 'preview_text'],
  ['subject', 'title'],
  ['body', 'body'],
] as const;

function contentOf(message: Json, channel: Channel): Content {
  const texts = TEXTS.flatMap(([own, field]) => {
    const text = message[field];
    const has = typeof text === 'string' && text !== '' && (field !== 'title' || channel === 'push');
    return has ? [[own, fromTemplate(text)] as const] : [];
  });
  const utm = utmOf(message['custom_tracking_params']);
  return { ...(Object.fromEntries(texts) as Content), ...(Object.keys(utm).length > 0 && { utm }) };
}

function utmOf(params: unknown): Readonly<Record<string, string>> {
  const found = (Array.isArray(params) ? (params as readonly unknown[]) : []).flatMap((pair) => {
    const [param, value] = isObject(pair) ? [pair['param'], pair['value']] : [];
    return typeof param === 'string' && isId(param) && typeof value === 'string'
      ? [[param, fromTemplate(value)] as const]
      : [];
  });
  return Object.fromEntries(found);
}

/** A webhook that stands for a message on a channel that Klaviyo does not have. */
function readRelay(reading: Reading, node: Node): StepOf<'message'> | undefined {
  const { body } = messageIn(node);
  if (typeof body !== 'string') return undefined;
  try {
    const told: unknown = JSON.parse(body, (_, value: unknown) =>
      typeof value === 'string' ? fromTemplate(value) : value,
    );
    const read = messageSchema.safeParse({
      kind: 'message',
      occasion: reading.isTriggered ? 'triggered' : 'campaign',
      ...(isObject(told) ? told : {}),
    });
    return read.success && CHANNELS.some((channel) => channel === read.data.channel) ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Its wordings are variants of one message: who wins is not decided here. */
function readTest(reading: Reading, node: Node): Unit {
  const data = dataOf(node);
  const { current_experiment: experiment } = data;
  const tried: readonly unknown[] =
    isObject(experiment) && Array.isArray(experiment['variations']) ? experiment['variations'] : [];
  const [own = innerMessage(data['main_action']), ...wordings] = tried.flatMap(
    (one) => innerMessage(one) ?? [],
  );
  const channel = own?.channel ?? 'email';
  const step = messageOf(reading, node, channel, own?.message ?? {});
  const variants = wordings
    .slice(0, MOST_VARIANTS)
    .map((wording, index) => variantOf(wording.message, channel, index));
  reading.doubt(
    node,
    'test-as-variants',
    `The A/B test “${clip(step.name)}” is read as one message with ${variants.length} other wordings of equal share; to compare rates, part contacts by an experiment.`,
  );
  return single(node, variants.length > 0 ? { ...step, content: { ...step.content, variants } } : step);
}

function innerMessage(action: unknown): { readonly channel: Channel; readonly message: Json } | undefined {
  if (!isObject(action) || !isObject(action['data']) || !isObject(action['data']['message']))
    return undefined;
  const type = String(action['type']);
  const channel = Object.hasOwn(CHANNEL, type) ? CHANNEL[type] : undefined;
  return channel && { channel, message: action['data']['message'] };
}

function variantOf(message: Json, channel: Channel, index: number): Variant {
  const { subject, preheader, body } = contentOf(message, channel);
  const { name } = message;
  return {
    id: `variant-${index + 1}`,
    name: typeof name === 'string' && name !== '' ? name : `Variant ${index + 1}`,
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(body !== undefined && { body }),
  };
}
