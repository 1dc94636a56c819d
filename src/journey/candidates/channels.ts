import { ADDRESSED_CHANNELS, type Channel } from '../channels.ts';
import type { FactsSchema } from '../facts.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Content, MessageStep } from '../steps/message.ts';
import type { Candidate, CandidateScope } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** Fewer of the audience than this can be written to there: a message on it is for hardly anybody. */
const LEAST_REACH = 0.02;
/** Where the audience says nothing about reach, the channels that every product has. */
const USUAL_CHANNELS: readonly Channel[] = ['email', 'sms', 'push'];

/** Each message on another channel that this audience can be written to on. */
export function findChannelCandidates({ journey, schema }: CandidateScope): readonly Candidate[] {
  return reachedEntries(journey, 'message').flatMap(([id, step]) =>
    usableChannels(journey, schema)
      .filter((channel) => channel !== step.channel)
      .map((channel) => onChannel(id, step, channel)),
  );
}

function usableChannels(journey: Journey, schema: FactsSchema | undefined): readonly Channel[] {
  const reach = schema?.reach ?? {};
  const used = new Set(reachedEntries(journey, 'message').map(([, { channel }]) => channel));
  const knowsAny = Object.keys(reach).length > 0;
  return ADDRESSED_CHANNELS.filter((channel) => {
    const known = reach[channel];
    if (known) return known.allowed >= LEAST_REACH;
    // Without a column everyone counts as reachable, which nobody should be surprised by.
    return used.has(channel) || (!knowsAny && USUAL_CHANNELS.includes(channel));
  });
}

/** Its own rates and its own cost were of the old channel, so they stay behind. */
function onChannel(id: StepId, step: MessageStep, channel: Channel): Candidate {
  const { cost: _cost, response: _response, content, fallback: _fallback, ...rest } = step;
  const moved: MessageStep = {
    ...rest,
    channel,
    ...(content && { content: contentOn(content, channel) }),
  };
  return {
    code: 'channel',
    step: id,
    values: { from: { channel: step.channel }, to: { channel } },
    change: { kind: 'edit', edit: { type: 'changeStep', id, step: moved } },
  };
}

/** Only e-mail has a subject and a preheader; links say which channel they are on. */
function contentOn(content: Content, channel: Channel): Content {
  const { subject, preheader, utm, ...rest } = content;
  const isEmail = channel === 'email';
  return {
    ...rest,
    ...(isEmail && subject !== undefined && { subject }),
    ...(isEmail && preheader !== undefined && { preheader }),
    ...(utm && { utm: 'utm_medium' in utm ? { ...utm, utm_medium: channel } : utm }),
  };
}
