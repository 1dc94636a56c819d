import type { Channel } from '../../journey/channels.ts';
import { stepOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Response } from '../../journey/steps/check.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import type { Saying } from './dialect.ts';

export type AskedChannel = Channel | 'preferred';

/** The channels of the messages that a check may be about, each once, sorted; ladders are expanded before. */
export function channelsAsked(journey: Journey, check: StepId): readonly AskedChannel[] {
  const channels = sendsBefore(journey, check).steps.flatMap((id) => channelOf(journey, id) ?? []);
  return [...new Set(channels)].sort();
}

/** Which tasks a check may be about, by their names in the sheet. */
export function messagesAsked({ journey, id, nameOf }: Saying): string {
  const { steps, maybeNone } = sendsBefore(journey, id);
  if (steps.length === 0) return 'no message: none is sent before';
  const names = steps.map((step) => `the message of task ${nameOf(step)}`).join(' or ');
  const which = steps.length === 1 ? names : `${names}, whichever was sent last`;
  return maybeNone ? `${which}; some come here without any` : which;
}

function channelOf(journey: Journey, id: StepId): AskedChannel | undefined {
  const step = stepOf(journey, id);
  return step?.kind === 'message' ? step.channel : undefined;
}

/** What tells of a response on one channel, in a platform's words. */
export type ResponseWords = (response: Exclude<Response, 'converted'>, channel: AskedChannel) => string;

/** What tells of a response on any of the channels: e-mail where no channel is known, as platforms themselves have it. */
export function responseText(
  response: Exclude<Response, 'converted'>,
  channels: readonly AskedChannel[],
  say: ResponseWords,
): string {
  const asked: readonly AskedChannel[] = channels.length > 0 ? channels : ['email'];
  return [...new Set(asked.map((channel) => say(response, channel)))].join(' OR ');
}
