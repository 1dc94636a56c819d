import type { StepId } from '../../journey/ids.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import { channelOf, groupOf, isAddressed, templateIdOf } from './askings.ts';
import { columnsIn } from './liquid.ts';
import { messageTypeOf, templateOf } from './templates.ts';
import type { MessageNode } from './types.ts';
import type { Writing } from './writing.ts';

/** A message and its template. It goes to whoever is in the channel's subscription group; without consent needed, to all. */
export function writeMessage(out: Writing, id: StepId, step: MessageStep): MessageNode {
  const channel = channelOf(step);
  const type = messageTypeOf(channel);
  const free = isFree(out, step);
  tellOf(out, id, step, free);
  return {
    id: out.node(id),
    type: 'MessageNode',
    name: step.name,
    variant: { type, templateId: writeTemplate(out, id, step) },
    ...(!free && isAddressed(channel) && { subscriptionGroupId: groupOf(out, channel) }),
    skipOnFailure: true,
    child: out.to(id, 'next'),
  };
}

function isFree(out: Writing, step: MessageStep): boolean {
  return step.transactional || out.journey.settings.transactional === true;
}

function writeTemplate(out: Writing, id: StepId, step: MessageStep): string {
  const channel = channelOf(step);
  const content = step.content ?? {};
  const own = out.uuid('template', out.node(id));
  const asked = templateIdOf(out, id);
  if (asked !== own) {
    out.say('emulated', id, {
      code: 'template-own',
      words: 'A template that is on Dittofeed already is sent: what is written here does not go along.',
      returns: false,
    });
    return asked;
  }
  tellOfContent(out, id, step);
  const from = messageTypeOf(channel) === 'Email' ? sender(out) : '';
  const url =
    messageTypeOf(channel) === 'Webhook' ? out.address(channel, `sends messages by ${channel}`) : '';
  for (const text of [content.subject, content.preheader, content.body])
    for (const column of columnsIn(text ?? '')) out.property(column);
  const definition = templateOf(channel, content, { from, url });
  out.bundle.put('templates', own, [out.journey.name, step.name], { workspaceId: out.workspace, definition });
  return own;
}

export const NO_SENDER = 'sender@example.com';

export function sender(out: Writing, kept?: string): string {
  return out.fill({
    id: 'sender:email',
    kind: 'sender',
    what: 'the address that your e-mail is sent from',
    form: 'email',
    scope: 'workspace',
    kept: kept === NO_SENDER ? undefined : kept,
    placeholder: NO_SENDER,
  });
}

function tellOf(out: Writing, id: StepId, step: MessageStep, free: boolean): void {
  const channel = channelOf(step);
  if (step.channel === 'preferred')
    out.say('missing', id, {
      code: 'channel-preferred',
      words: `Dittofeed knows nobody’s preferred channel: everyone gets this by ${channel}.`,
      values: { channel },
    });
  else if (step.fallback && step.fallback.length > 0)
    out.say('missing', id, {
      code: 'fallback-unused',
      words: 'Only a preferred channel has others to fall back on.',
    });
  if (messageTypeOf(channel) === 'Webhook' && channel !== 'webhook')
    out.say('emulated', id, {
      code: 'channel-by-webhook',
      words: `Dittofeed does not send on ${channel}: a webhook asks a service of yours to.`,
      values: { channel },
      returns: true,
    });
  // What is read back: a message without a subscription group is outside all caps.
  const usual = step.obeysCaps === !free && step.countsTowardCaps === !free;
  if (!usual || (free && !isAddressed(channel)))
    out.say('missing', id, {
      code: 'caps-ignored',
      words: 'Dittofeed has no frequency caps, and cannot say which messages obey them or count.',
    });
  if (step.tags && step.tags.length > 0)
    out.say('missing', id, { code: 'tags-dropped', words: 'Dittofeed’s messages have no tags for caps.' });
}

function tellOfContent(out: Writing, id: StepId, { channel, content = {} }: MessageStep): void {
  const type = messageTypeOf(channel === 'preferred' ? 'email' : channel);
  // What the template has no place for is read again from the message, as long as the template is what the message comes to.
  const told = (code: string, words: string) => out.say('emulated', id, { code, words, returns: true });
  const lost = (code: string, words: string) => out.say('missing', id, { code, words, returns: true });
  if ((content.variants ?? []).length > 0)
    lost('variants-dropped', 'Dittofeed’s templates have one wording: everyone gets the first.');
  if (content.couponCode !== undefined && content.couponCode !== '')
    told(
      'coupon-inlined',
      'The coupon code is written into the text where {{coupon}} stands, and nowhere else.',
    );
  if (Object.keys(content.utm ?? {}).length > 0)
    told('utm-in-links', 'The UTM tags are written into the links of the body.');
  if (content.subject && type === 'Sms') lost('subject-dropped', 'An SMS has no subject on Dittofeed.');
  if (content.preheader && (type === 'Sms' || type === 'MobilePush'))
    lost('preheader-dropped', 'Only e-mail has a preheader on Dittofeed.');
  if (isEmpty(content))
    out.say('emulated', id, {
      code: 'content-empty',
      words: 'Nothing is written yet, so an empty template goes along. Fill it before the journey starts.',
      returns: true,
    });
}

function isEmpty({ subject = '', preheader = '', body = '' }: Content): boolean {
  return subject + preheader + body === '';
}
