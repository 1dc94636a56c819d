import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Behaviour } from '../../journey/rules.ts';
import type { Response } from '../../journey/steps/check.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { campaignChannel, mediumOf } from './channels.ts';
import { fromCampaigns, happened, joined, type Unplaced } from './platformRule.ts';
import type { Plan } from './tellers.ts';

type MessageEvent = 'sent' | 'opened' | 'clicked' | 'bounced';

/** Whether one of these messages had that happen to it, told by the events that its campaign leaves with the user. */
function ofMessages(plan: Plan, messages: readonly StepId[], event: MessageEvent): Unplaced {
  const campaigns = new Map<string, number[]>();
  for (const message of messages) {
    const step = stepOf(plan.journey, message);
    if (step?.kind !== 'message') continue;
    const medium = mediumOf(campaignChannel(step));
    campaigns.set(medium, [...(campaigns.get(medium) ?? []), plan.campaignOf(message)]);
  }
  return anyOf(
    [...campaigns].map(([medium, numbers]) => happened(`${medium}_${event}`, [fromCampaigns(numbers)])),
  );
}

function anyOf(rules: readonly Unplaced[]): Unplaced {
  const [only] = rules;
  return only && rules.length === 1 ? only : joined('or', rules);
}

/** What a check asks for one response at the end of its window. */
export function answered(plan: Plan, check: StepId, response: Response): Unplaced {
  const { steps } = sendsBefore(plan.journey, check);
  switch (response) {
    case 'converted':
    case 'replied':
      return happened(plan.eventOf(response));
    case 'unsubscribed':
      return anyOf(mediaOf(plan, steps).map((medium) => unsubscribed(medium)));
    case 'opened':
    case 'clicked':
    case 'bounced':
      return ofMessages(plan, steps, response);
  }
}

export function unsubscribed(medium?: string): Unplaced {
  return happened(
    'unsubscribed',
    medium === undefined
      ? []
      : [{ type: 'string', group: 'event', path: '$.channel', operator: '=', value: medium }],
  );
}

/** Media of the messages that a check looks at. */
function mediaOf(plan: Plan, messages: readonly StepId[]): readonly string[] {
  const media = messages.flatMap((id) => {
    const step = stepOf(plan.journey, id);
    return step?.kind === 'message' ? [mediumOf(campaignChannel(step))] : [];
  });
  return [...new Set(media)].sort();
}

const EVENTS: Readonly<Record<Exclude<Behaviour, 'converted'>, MessageEvent>> = {
  received: 'sent',
  opened: 'opened',
  clicked: 'clicked',
};

/** What a rule asks of what a contact did. */
export function did(plan: Plan, behaviour: Behaviour, message: StepId | undefined): Unplaced {
  if (behaviour === 'converted') return happened(plan.eventOf('converted'));
  const all = stepEntries(plan.journey).flatMap(([id, { kind }]) => (kind === 'message' ? [id] : []));
  return ofMessages(plan, message === undefined ? all : [message], EVENTS[behaviour]);
}
