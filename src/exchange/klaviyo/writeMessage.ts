import type { Channel } from '../../journey/channels.ts';
import { isSent } from '../../journey/content/shownLengths.ts';
import type { Content } from '../../journey/steps/message.ts';
import { isObject } from '../kept.ts';
import { toTemplate } from './content.ts';
import { keptParts } from './keptParts.ts';
import type { Json } from './types.ts';
import { action, type Written } from './written.ts';
import { channelOf, type Writable, type Writing } from './writing.ts';

type Message = Writable<'message'>;

/** Channels that Klaviyo sends on itself. */
const NATIVE: Readonly<Partial<Record<Channel, string>>> = {
  email: 'send-email',
  sms: 'send-sms',
  push: 'send-mobile-push',
  whatsapp: 'send-whatsapp',
  webhook: 'send-webhook',
};

/** A message on a channel of Klaviyo's, or a webhook that tells another system to send it. */
export function writeMessage(writing: Writing, message: Message): Written {
  const { id, step } = message;
  const channel = channelOf(step);
  sayLosses(writing, message, channel);
  const type = NATIVE[channel];
  if (type === undefined) return { parts: [relayed(writing, message, channel)] };
  const content = {
    status: 'draft',
    message: { ...contentOf(writing, message, channel), name: writing.messageName(id) },
  };
  return { parts: [action(writing.name(id), type, content)] };
}

function contentOf(writing: Writing, message: Message, channel: Channel): Json {
  const { obeysCaps, transactional } = message.step;
  const settings = { smart_sending_enabled: obeysCaps };
  const marked = transactional || writing.journey.settings.transactional === true;
  if (channel === 'email')
    return { ...envelope(writing, message), ...settings, transactional: marked, ...tracking(message) };
  if (channel === 'sms')
    return {
      body: said(message, 'body'),
      ...settings,
      sms_quiet_hours_enabled: !marked,
      transactional: marked,
      ...tracking(message),
    };
  if (channel === 'push')
    return { title: said(message, 'subject'), body: said(message, 'body'), ...settings };
  if (channel === 'whatsapp') return { ...settings, transactional: marked };
  return { url: address(writing, message, channel), headers: {}, body: said(message, 'body') };
}

function envelope(writing: Writing, message: Message): Json {
  const { id } = message;
  const kept = keptMessage(writing, message);
  const source = writing.sourceOf(id);
  const template = {
    id: `template:${source}`,
    kind: 'template',
    what: `the id of the e-mail template for “${writing.messageName(id)}” (Content, Templates: in the address of the template)`,
    step: source,
    form: 'code',
    scope: 'journey',
    kept: textIn(kept, 'template_id'),
    placeholder: `TEMPLATE_${source}`,
  } as const;
  return {
    ...sender(writing, kept),
    subject_line: said(message, 'subject'),
    preview_text: said(message, 'preheader'),
    template_id: writing.report.fill(template),
  };
}

export function sender({ report }: Writing, kept: Json = {}): Json {
  return {
    from_email: report.fill({
      id: 'sender:email',
      kind: 'sender',
      what: 'the address that e-mails come from',
      form: 'email',
      scope: 'workspace',
      kept: textIn(kept, 'from_email'),
      placeholder: 'sender@example.com',
    }),
    from_label: report.fill({
      id: 'sender:name',
      kind: 'sender',
      what: 'the name that e-mails come from',
      form: 'text',
      scope: 'workspace',
      kept: textIn(kept, 'from_label'),
      placeholder: 'Sender',
    }),
  };
}

/** The message of the action that the step was read from. */
function keptMessage(writing: Writing, { id }: Message): Json {
  const [part] = keptParts(writing.kept(id)?.raw);
  const data = part?.raw?.['data'];
  return isObject(data) && isObject(data['message']) ? data['message'] : {};
}

function textIn(kept: Json, key: string): string | undefined {
  const value = kept[key];
  return typeof value === 'string' ? value : undefined;
}

function said({ step: { content = {} } }: Message, part: 'subject' | 'preheader' | 'body'): string {
  return toTemplate(content[part] ?? '', content);
}

function tracking({ step: { content = {} } }: Message): Json {
  const params = Object.entries(content.utm ?? {}).map(([param, value]) => ({
    param,
    value: toTemplate(value, content),
  }));
  return params.length === 0
    ? { add_tracking_params: false }
    : { add_tracking_params: true, custom_tracking_params: params };
}

function address(writing: Writing, message: Message, channel: Channel): string {
  return writing.report.fill({
    id: channel === 'webhook' ? `webhook:${writing.sourceOf(message.id)}` : `webhook:${channel}`,
    kind: 'webhook',
    what:
      channel === 'webhook'
        ? `the address that “${writing.messageName(message.id)}” is sent to`
        : `the address of the system that sends ${channel} for you`,
    form: 'url',
    scope: channel === 'webhook' ? 'journey' : 'workspace',
    kept: textIn(keptMessage(writing, message), 'url'),
    placeholder: `https://example.com/${channel}`,
    ...(channel === 'webhook' && { step: writing.sourceOf(message.id) }),
  });
}

/** The message as data for another system; reading the flow takes it back from there. */
function relayed(writing: Writing, message: Message, channel: Channel) {
  const { id, step } = message;
  const {
    occasion: _,
    cost: __,
    response: ___,
    kind: ____,
    note: _____,
    name,
    content = {},
    ...settings
  } = step;
  const { variants: ______, ...texts } = content;
  const inJson = { inJson: true, couponCode: '' };
  const told = Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string'
        ? toTemplate(value, inJson)
        : Object.fromEntries(Object.entries(value).map(([param, text]) => [param, toTemplate(text, inJson)])),
    ]),
  );
  const body = { name, ...settings, channel, ...(step.content && { content: told }) };
  const url = address(writing, message, channel);
  const data = {
    status: 'draft',
    message: { url, headers: {}, body: JSON.stringify(body), name: writing.messageName(id) },
  };
  return action(writing.name(id, RELAY), 'send-webhook', data);
}

/** The part that says that a webhook stands for a message on another channel. */
export const RELAY = 'relay';

/** All that the channel's action has no place for. */
function sayLosses(writing: Writing, { id, step }: Message, channel: Channel): void {
  const missing = (code: string, words: string) => writing.say('missing', id, { code, words });
  const isRelayed = NATIVE[channel] === undefined;
  if (isRelayed)
    writing.say('emulated', id, {
      code: 'channel-relayed',
      words: `Klaviyo does not send ${channel}: a webhook tells the system that does.`,
      values: { channel },
      returns: step.channel !== 'preferred',
    });
  if (step.channel === 'preferred')
    missing('preferred-channel', `Klaviyo knows no preferred channel: everyone is written to by ${channel}.`);
  if (step.content?.variants?.length)
    missing(
      'variants-dropped',
      'Only the message itself is sent; add its other wordings as an A/B test there.',
    );
  if (writing.journey.settings.transactional === true && !step.transactional)
    writing.say('emulated', id, {
      code: 'journey-transactional',
      words: 'The journey is transactional, so this message is marked so by itself.',
    });
  if (isRelayed || channel === 'webhook')
    writing.say('missing', id, {
      code: 'caps-pass-webhooks',
      words: 'Smart Sending does not stop webhooks: no cap of the account holds for this message.',
      returns: isRelayed || step.obeysCaps,
    });
  if (isRelayed) return;
  if (step.tags?.length) missing('tags-dropped', 'Messages have no tags there.');
  if (!step.countsTowardCaps)
    missing('counts-toward-caps', 'Smart Sending counts every message, this one too.');
  sayContentLosses(missing, step.content ?? {}, channel);
  if (step.transactional && (channel === 'push' || channel === 'webhook'))
    missing('transactional-dropped', `A message by ${channel} cannot be marked as transactional there.`);
}

function sayContentLosses(
  missing: (code: string, words: string) => void,
  content: Content,
  channel: Channel,
): void {
  const { subject, preheader, body, utm, couponCode } = content;
  if (body && channel === 'email')
    missing(
      'body-in-template',
      'The body of an e-mail is a template of the account: make one of it and fill in its id.',
    );
  if (body && channel === 'whatsapp')
    missing('body-in-template', 'WhatsApp messages are templates of the account: choose one there.');
  if ((subject && !isSent(channel, 'subject')) || (preheader && !isSent(channel, 'preheader')))
    missing('text-without-place', `Only what ${channel} has a place for goes along.`);
  if (utm && Object.keys(utm).length > 0 && channel !== 'email' && channel !== 'sms')
    missing('utm-dropped', `Tags of links have no place in a message by ${channel}.`);
  if (couponCode)
    missing('coupon-written-out', 'The coupon code stands in the text itself where it has a place there.');
}
