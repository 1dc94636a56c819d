import type { StepId } from '../../journey/ids.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import { campaignChannel, isOwnChannel } from './channels.ts';
import { inARow, OWN, type Sketch } from './sketch.ts';
import type { Plan } from './tellers.ts';

/** Longer content than this is on no slip: a request has its limits, and a campaign has the content anyway. */
const LONGEST_CONTENT = 20_000;

export function sketchMessage(step: MessageStep, id: StepId, plan: Plan): Sketch {
  tellOfChannel(step, id, plan);
  tellOfContent(step, id, plan);
  const { obeysCaps, countsTowardCaps, transactional, tags } = step;
  if (!obeysCaps || !countsTowardCaps)
    plan.say('emulated', id, {
      code: 'caps-none',
      words: 'No journey has frequency caps there, so there are none to be exempt from.',
      returns: true,
    });
  if (transactional)
    plan.say('emulated', id, {
      code: 'transactional-by-subscription',
      words: 'Choose a campaign whose subscription group is for transactional messages.',
      returns: true,
    });
  if (tags && tags.length > 0)
    plan.say('missing', id, {
      code: 'tags-left',
      words: `Tags of a message belong to its campaign there: ${tags.join(', ')}.`,
      returns: true,
    });
  return inARow([[OWN, { type: 'action', name: step.name, data: { campaign_id: plan.campaignOf(id) } }]]);
}

function tellOfChannel(step: MessageStep, id: StepId, { say }: Plan): void {
  const channel = campaignChannel(step);
  if (step.channel === 'preferred')
    say('missing', id, {
      code: 'channel-preferred',
      words: `A campaign has one channel: everyone gets the message by ${channel}, whatever they prefer.`,
      returns: true,
    });
  else if (step.fallback && step.fallback.length > 0)
    say('missing', id, {
      code: 'fallback-left',
      words: 'A campaign has one channel and no fallback.',
      returns: true,
    });
  if (!isOwnChannel(channel))
    say('emulated', id, {
      code: 'channel-by-webhook',
      words: `There are no campaigns by ${channel}: make a webhook campaign that calls the system that sends them.`,
      returns: true,
    });
}

const TEXTS = ['subject', 'preheader', 'body'] as const;

function tellOfContent({ content }: MessageStep, id: StepId, { say }: Plan): void {
  if (!content) return;
  const returns = fitsSlip(content);
  const left = (code: string, what: string) =>
    say('missing', id, {
      code,
      words: `${what} belongs to the campaign there, and is to be entered in it.${returns ? '' : ' It is too long to be kept in the file.'}`,
      returns,
    });
  const texts = TEXTS.filter((text) => content[text] !== undefined);
  if (texts.length > 0) left('content-left', `The content (${texts.join(', ')})`);
  if (content.variants && content.variants.length > 0) left('variants-left', 'Each other wording');
  if (content.couponCode !== undefined) left('coupon-left', 'The coupon code');
  if (content.utm && Object.keys(content.utm).length > 0) left('utm-left', 'What UTM parameters say');
}

export function fitsSlip(content: Content): boolean {
  return JSON.stringify(content).length <= LONGEST_CONTENT;
}
