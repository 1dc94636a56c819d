import { stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import { durationWords } from '../../journey/policies.ts';
import { NO_RESPONSE, RESPONSES, type CheckStep, type Response } from '../../journey/steps/check.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { campaignChannel } from './channels.ts';
import { answered } from './events.ts';
import { placed } from './platformRule.ts';
import { gate, lasting, type NodeSketch, OWN, type Sketch } from './sketch.ts';
import type { Plan } from './tellers.ts';

/** A delay as long as the window, then a question for each response from best to worst. */
export function sketchCheck(step: CheckStep, id: StepId, plan: Plan): Sketch {
  tellOf(step, id, plan);
  const responses = RESPONSES.filter((response) => step.responses.includes(response));
  const waits = step.windowMinutes > 0 || responses.length === 0;
  const partOf = (index: number) => (index === 0 && !waits ? OWN : (responses[index] ?? OWN));
  const parts = new Map<string, NodeSketch>();
  if (waits) {
    const to = responses.length > 0 ? { part: partOf(0) } : { exit: NO_RESPONSE };
    const data = lasting(step.windowMinutes);
    parts.set(OWN, { type: 'delay', name: step.name, data, children: [{ to }] });
  }
  responses.forEach((response, index) => {
    const part = partOf(index);
    const rule = placed(answered(plan, id, response), `${id}/${response}`);
    const name = part === OWN ? step.name : `${step.name}: ${response}`;
    const next = index + 1 < responses.length ? { part: partOf(index + 1) } : { exit: NO_RESPONSE };
    parts.set(part, gate(name, rule, { exit: response }, next));
  });
  return parts;
}

function tellOf(step: CheckStep, id: StepId, plan: Plan): void {
  const say = (code: string, words: string) => plan.say('emulated', id, { code, words, returns: true });
  if (step.windowMinutes > 0)
    say(
      'check-after-delay',
      `Everyone waits ${durationWords(step.windowMinutes)} and is then asked for each response in turn: the best wins.${step.ranked ? '' : ' Nobody goes on at the first answer.'}`,
    );
  else say('check-by-events', 'Asks for each response in turn: the best wins.');
  if (step.windowFrom === 'send' && step.windowMinutes > 0)
    say('check-from-arrival', 'The window is counted from the arrival and not from the sending.');
  const media = sendsBefore(plan.journey, id).steps.flatMap((send) => {
    const message = stepOf(plan.journey, send);
    return message?.kind === 'message' ? [campaignChannel(message)] : [];
  });
  for (const response of step.responses) {
    const words = WORDS[response];
    if (words !== undefined) say(`check-${response}`, words);
  }
  const ofCampaigns = step.responses.filter((response) => CAMPAIGN_RESPONSES.has(response));
  if (ofCampaigns.length === 0) return;
  const others = [...new Set(media)].filter((channel) => channel !== 'email').sort();
  if (others.length > 0)
    say(
      'check-heard',
      `Who ${ofCampaigns.join(' or ')} a message on ${others.join(' or ')} is known only if the provider there reports it.`,
    );
  say('answers-ever', EVER);
}

const CAMPAIGN_RESPONSES: ReadonlySet<Response> = new Set(['opened', 'clicked', 'bounced']);

const EVER =
  'Answers to the same campaign in earlier entries count as well: an event is asked for, whenever it was.';

const WORDS: Partial<Readonly<Record<Response, string>>> = {
  converted: 'A conversion is an event of yours: any that the user ever had counts.',
  replied: 'A reply is an event of yours: any that the user ever had counts.',
  unsubscribed: 'Whoever ever unsubscribed on the channel counts, by whatever message.',
};
