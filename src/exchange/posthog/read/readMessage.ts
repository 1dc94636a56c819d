import { type Channel, CHANNELS } from '../../../journey/channels.ts';
import { plainText } from '../../../journey/content/plainText.ts';
import type { Content, MessageStep } from '../../../journey/steps/message.ts';
import { isObject } from '../../kept.ts';
import { htmlOfText, untagged } from '../mailText.ts';
import { type Slip, says } from '../slip.ts';
import { readLiquid } from '../liquid.ts';
import { ALONG, called, noted, type RawAction, type ReadContext, type Reading } from './context.ts';

/** An e-mail, a text message, a push notification, or a webhook: all that goes out to a person. */
export function readMessage(action: RawAction, context: ReadContext): Reading {
  const inputs = isObject(action.config['inputs']) ? action.config['inputs'] : {};
  const message = messageIn(action, inputs);
  const content = contentOf(action, message, context);
  const { slip } = action;
  const step: MessageStep = {
    kind: 'message',
    name: action.name,
    channel: message.channel,
    occasion: 'triggered',
    ...(content && { content }),
    ...(message.fallback.length > 0 && { fallback: message.fallback }),
    obeysCaps: !says(slip, 'uncapped'),
    countsTowardCaps: !says(slip, 'uncounted'),
    ...(says(slip, 'tags') && { tags: slip['tags'] ?? [] }),
    transactional: message.transactional,
    ...noted(action),
  };
  return { step, ways: [{ ...ALONG, from: action.id }] };
}

interface RawMessage {
  readonly channel: Channel | 'preferred';
  readonly transactional: boolean;
  readonly fallback: readonly Channel[];
  /** Templates, not yet read. */
  readonly subject?: string;
  readonly preheader?: string;
  readonly body?: string;
}

type Inputs = Readonly<Record<string, unknown>>;

function messageIn({ type, config, name }: RawAction, inputs: Inputs): RawMessage {
  const common = { transactional: config['message_category_type'] === 'transactional', fallback: [] };
  if (type === 'function_sms') {
    const body = textIn(inputs, 'message') ?? textIn(inputs, 'body');
    return { ...common, channel: 'sms', ...(body !== undefined && { body }) };
  }
  if (type === 'function_push') {
    const [title, body] = [textIn(inputs, 'title'), textIn(inputs, 'body')];
    return {
      ...common,
      channel: 'push',
      // A title is asked for: where there was none, the step’s name stands there.
      ...(title !== undefined && title !== name && { subject: title }),
      ...(body !== undefined && { body }),
    };
  }
  return type === 'function_email' ? { ...common, ...mailIn(inputs) } : { ...common, ...webhookIn(inputs) };
}

function valueIn(inputs: Inputs, key: string): unknown {
  const input = inputs[key];
  return isObject(input) ? input['value'] : undefined;
}

function textIn(inputs: Inputs, key: string): string | undefined {
  return textAt(valueIn(inputs, key));
}

function textAt(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function mailIn(inputs: Inputs): Pick<RawMessage, 'channel' | 'subject' | 'preheader' | 'body'> {
  const mail = valueIn(inputs, 'email');
  if (!isObject(mail)) return { channel: 'email' };
  const [subject, preheader, text, html] = ['subject', 'preheader', 'text', 'html'].map((part) =>
    textAt(mail[part]),
  );
  const body = html === undefined || html === htmlOfText(text ?? '') ? text : html;
  return {
    channel: 'email',
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(body !== undefined && { body }),
  };
}

/** Our own webhooks say what they are for; those of others are messages to a machine. */
function webhookIn(inputs: Inputs): Partial<RawMessage> & Pick<RawMessage, 'channel'> {
  const body = valueIn(inputs, 'body');
  if (!isObject(body) || body['rehearsal'] !== 'message') return { channel: 'webhook' };
  const channel = [...CHANNELS, 'preferred' as const].find((one) => one === body['channel']) ?? 'webhook';
  const [subject, preheader, text, fallback = ''] = ['subject', 'preheader', 'text', 'fallback'].map((part) =>
    textAt(body[part]),
  );
  return {
    channel,
    transactional: body['transactional'] === '{true}' || body['transactional'] === 'true',
    fallback: fallback.split(',').flatMap((one) => CHANNELS.filter((known) => known === one)),
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(text !== undefined && { body: text }),
  };
}

const LONGEST = { subject: 10_000, preheader: 10_000, body: 200_000 } as const;

function contentOf(action: RawAction, message: RawMessage, context: ReadContext): Content | undefined {
  const { slip } = action;
  const variable = slip['coupon']?.[0];
  const couponCode = variable === undefined ? undefined : context.variables.get(variable);
  const utm = utmOf(slip);
  const read = (part: keyof typeof LONGEST) =>
    textOfPart(action, part, { template: message[part], variable, utm, context });
  const [subject, preheader, body] = [read('subject'), read('preheader'), read('body')];
  const content: Content = {
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...(body !== undefined && { body }),
    ...(Object.keys(utm).length > 0 && { utm }),
    ...(couponCode !== undefined && { couponCode }),
  };
  return Object.keys(content).length > 0 ? content : undefined;
}

interface Template {
  readonly template: string | undefined;
  readonly variable: string | undefined;
  readonly utm: Readonly<Record<string, string>>;
  readonly context: ReadContext;
}

function textOfPart(
  action: RawAction,
  part: keyof typeof LONGEST,
  { template, variable, utm, context }: Template,
): string | undefined {
  if (template === undefined) return undefined;
  const { text, foreign } = readLiquid(template, variable);
  if (foreign !== undefined)
    context.warn({
      code: 'template-not-read',
      words: `“${called(action)}” uses “${foreign}” in its ${part}, which means nothing here. It stands in the text as it is.`,
      values: { template: foreign },
      path: action.path,
    });
  const whole = part === 'body' ? untagged(text, utm) : text;
  if (whole.length <= LONGEST[part]) return whole;
  context.warn({
    code: 'text-too-long',
    words: `The ${part} of “${called(action)}” is longer than the ${LONGEST[part]} characters that a message may have. ${part === 'body' ? 'Its words without their layout are' : 'Its beginning is'} kept.`,
    path: action.path,
  });
  return (part === 'body' ? plainText(whole) : whole).slice(0, LONGEST[part]);
}

function utmOf(slip: Slip): Readonly<Record<string, string>> {
  const pairs = (slip['utm'] ?? []).map((pair): [string, string] => {
    const at = pair.indexOf(':');
    return at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return Object.fromEntries(pairs);
}
