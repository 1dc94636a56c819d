import type { MessageStep } from '../../../journey/steps/message.ts';
import { unfixedTags, unsentParts } from './messageParts.ts';
import type { Writing } from './writing.ts';

/** What of a message is not as it is here. */
export function sayMessage(writing: Writing, step: MessageStep, hasVariable: boolean): void {
  sayChannel(writing, step);
  sayCaps(writing, step);
  sayContent(writing, step);
  sayCoupon(writing, step, hasVariable);
  if (writing.suppressible.has('all') || writing.suppressible.has(step.channel))
    writing.say('emulated', {
      code: 'suppression-by-property',
      words: 'Not sent to whom an update of this workflow has suppressed; other workflows do not know of it.',
      returns: true,
    });
}

function sayChannel(writing: Writing, { channel }: MessageStep): void {
  if (channel === 'email' || channel === 'sms' || channel === 'push') return;
  const words =
    channel === 'preferred'
      ? 'PostHog has no preferred channel: a webhook tells a service of yours, which picks the channel and sends it.'
      : `PostHog does not send on the channel “${channel}”: a webhook tells a service of yours, which does.`;
  writing.say('emulated', { code: 'channel-by-webhook', words, values: { channel }, returns: true });
}

function sayCaps(writing: Writing, { obeysCaps, countsTowardCaps, tags = [] }: MessageStep): void {
  if (!obeysCaps || !countsTowardCaps)
    writing.say('missing', {
      code: 'caps-not-there',
      words:
        'PostHog has no frequency caps, so there is none that this message would be outside of. The description notes it.',
      returns: true,
    });
  if (tags.length > 0)
    writing.say('missing', {
      code: 'tags-not-there',
      words: 'Messages have no tags there. The description notes them.',
      returns: true,
    });
}

const LONGEST_SMS = 1600;

function sayContent(writing: Writing, step: MessageStep): void {
  const { content = {} } = step;
  const { variants = [], utm = {}, body = '', subject = '' } = content;
  if (body === '' && subject === '')
    writing.say('native', { code: 'content-missing', words: 'Nothing is written in it yet.', returns: true });
  if (variants.length > 0)
    writing.say('missing', {
      code: 'variants-left-out',
      words: `A message has one wording there: the ${variants.length === 1 ? 'other one is' : `${variants.length} others are`} left out.`,
      values: { variants: variants.length },
      returns: false,
    });
  if (Object.keys(utm).length > 0)
    writing.say('emulated', {
      code: 'utm-in-addresses',
      words: 'The tags stand in the addresses of the text.',
      returns: true,
    });
  const unfixed = unfixedTags(content);
  if (unfixed.length > 0)
    writing.say('missing', {
      code: 'utm-not-fixed',
      words: `${unfixed.map((key) => `“${key}”`).join(', ')} would differ from contact to contact and is left out of the addresses.`,
      returns: true,
    });
  const unsent = unsentParts(step);
  if (unsent.length > 0)
    writing.say('missing', {
      code: 'parts-unsent',
      words: `The channel has no ${unsent.join(' and no ')}: left out.`,
      returns: false,
    });
  if (step.channel === 'sms' && body.length > LONGEST_SMS)
    writing.say('missing', {
      code: 'sms-too-long',
      words: `A text message has ${LONGEST_SMS} characters at most, and this one ${body.length}: it will not be sent.`,
      returns: true,
    });
}

function sayCoupon(writing: Writing, { content }: MessageStep, hasVariable: boolean): void {
  const { couponCode } = content ?? {};
  if (couponCode === undefined) return;
  const where = hasVariable
    ? 'The coupon code is a variable of the workflow.'
    : 'The coupon code stands in the text: PostHog has no room for more variables.';
  const placeholder =
    couponCode.includes('{{') && hasVariable ? ' The placeholder in it is not filled in there.' : '';
  writing.say('emulated', { code: 'coupon-as-variable', words: where + placeholder, returns: hasVariable });
}
