import type { Channel } from '../../journey/channels.ts';
import { type Content, messageSchema, type MessageStep } from '../../journey/steps/message.ts';
import { isObject } from '../kept.ts';
import { fromAmpscript, toAmpscript } from './ampscript.ts';
import { slipOf } from './slip.ts';
import { baseOf, nameOf, type Reading, readAs, type ReadStep } from './reading.ts';
import { type ShapedActivity, typeOf } from './shape.ts';
import type { Json } from './types.ts';
import { channelOf } from './writeMessage.ts';

const CHANNEL_OF: ReadonlyMap<string, Channel> = new Map([
  ['EMAILV2', 'email'],
  ['EMAIL', 'email'],
  ['SMSSYNC', 'sms'],
  ['SMS', 'sms'],
  ['PUSHNOTIFICATIONACTIVITY', 'push'],
  ['WHATSAPPACTIVITY', 'whatsapp'],
  ['REST', 'webhook'],
]);

export function isMessage(activity: ShapedActivity): boolean {
  return CHANNEL_OF.has(typeOf(activity));
}

export function readMessage(activity: ShapedActivity, { transactional }: Reading): ReadStep {
  const slip = slipOf(activity.metaData);
  const own = CHANNEL_OF.get(typeOf(activity)) ?? 'email';
  const plain: MessageStep = {
    kind: 'message',
    ...baseOf(activity),
    channel: own,
    occasion: transactional ? 'triggered' : 'campaign',
    obeysCaps: true,
    countsTowardCaps: true,
    transactional,
    ...contentOf(activity, {}),
  };
  const slipped = messageSchema.safeParse({ ...plain, ...slip, ...contentOf(activity, slip) });
  const believed = slipped.success ? (slipped.data as MessageStep) : undefined;
  if (believed && isWrittenAs(believed, activity)) return readAs(believed);
  if (typeOf(activity) !== 'REST') return readAs(plain);
  return readAs(plain, {
    code: 'custom-activity',
    words: `“${nameOf(activity).slice(0, 60)}” is a custom activity: what it does is not in the file. It is a call of a webhook here.`,
  });
}

/** Whether the channels of a slip are still those that the activity sends on. */
function isWrittenAs(step: MessageStep, activity: ShapedActivity): boolean {
  const channel = channelOf(step);
  const type = typeOf(activity);
  if (type === 'REST')
    return channel !== 'email' && channel !== 'sms' && slipOf(activity.metaData)['channel'] !== undefined;
  return channel === CHANNEL_OF.get(type);
}

function contentOf(activity: ShapedActivity, slip: Json): { readonly content?: Content } {
  const given = activity.configurationArguments?.['triggeredSend'];
  const send = isObject(given) ? given : {};
  const beside = isObject(slip['content']) ? slip['content'] : {};
  const isEmail = CHANNEL_OF.get(typeOf(activity)) === 'email';
  const { subject: slippedSubject, preheader: slippedPreheader, ...rest } = beside;
  const subject = isEmail ? said(send['emailSubject'], slippedSubject) : slippedSubject;
  const preheader = isEmail ? said(send['preHeader'], slippedPreheader) : slippedPreheader;
  const content = {
    ...(subject !== undefined && { subject }),
    ...(preheader !== undefined && { preheader }),
    ...rest,
  };
  // Checked with the rest of the message by its schema.
  return Object.keys(content).length > 0 ? { content: content as Content } : {};
}

/** A text of the activity; what the slip says, as long as that is what it says. */
function said(text: unknown, slip: unknown): unknown {
  const written = typeof text === 'string' ? text : '';
  if (typeof slip === 'string' && toAmpscript(slip) === written) return slip;
  return written === '' ? undefined : fromAmpscript(written).slice(0, 10_000);
}
