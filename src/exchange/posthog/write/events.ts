import type { Channel } from '../../../journey/channels.ts';
import { stepOf } from '../../../journey/graph.ts';
import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import type { CheckStep, Response } from '../../../journey/steps/check.ts';
import { sendsBefore } from '../../lower/latestSends.ts';
import { ACTION_PROPERTY, EMAIL_EVENTS } from '../format.ts';
import { captureName } from './writeFunction.ts';
import type { Writing } from './writing.ts';

/** An event that a check waits for. */
export interface Awaited {
  readonly response: Response;
  readonly event: string;
  /** Conditions on the event: of which actions the e-mail must be. */
  readonly actions: readonly {
    readonly key: string;
    readonly operator: 'exact';
    readonly value: readonly string[];
    readonly type: 'event';
  }[];
  /** Whether PostHog does not note it itself. */
  readonly own: boolean;
}

interface Send {
  readonly id: StepId;
  readonly channel: Channel | 'preferred';
}

/** Messages whose answers a check may be about. */
export function sendsOf(
  { journey, step }: Pick<Writing, 'journey' | 'step'>,
  check: CheckStep,
): readonly Send[] {
  const steps = check.on === 'latest' ? sendsBefore(journey, step).steps : [check.on];
  return steps.flatMap((id): Send[] => {
    const send = stepOf(journey, id);
    return send?.kind === 'message' ? [{ id, channel: send.channel }] : [];
  });
}

export function eventsFor(writing: Writing, check: CheckStep, response: Response): readonly Awaited[] {
  if (response === 'converted') {
    const event = conversionEvent(writing.journey, writing.fill);
    return [{ response, event, actions: [], own: false }];
  }
  const sends = sendsOf(writing, check);
  if (response === 'replied') {
    const channels = sends.length > 0 ? channelsOf(sends) : (['email'] as const);
    return channels.map((channel) => ownEvent(writing, response, channel));
  }
  const mails = sends.filter(({ channel }) => channel === 'email').map(({ id }) => writing.actionOf(id));
  const others = channelsOf(sends).filter((channel) => channel !== 'email');
  const noted: readonly Awaited[] =
    mails.length > 0 || sends.length === 0
      ? [{ response, event: EMAIL_EVENTS[response], actions: ofActions(mails), own: false }]
      : [];
  return [...noted, ...others.map((channel) => ownEvent(writing, response, channel))];
}

function channelsOf(sends: readonly Send[]): readonly Send['channel'][] {
  return [...new Set(sends.map(({ channel }) => channel))].sort();
}

function ofActions(ids: readonly string[]): Awaited['actions'] {
  return ids.length > 0 ? [{ key: ACTION_PROPERTY, operator: 'exact', value: ids, type: 'event' }] : [];
}

function ownEvent({ fill }: Writing, response: Response, channel: Send['channel']): Awaited {
  const event = fill({
    id: `event:${channel}:${response}`,
    kind: 'event',
    what: `the event that your project captures when somebody ${VERBS[response]} on the channel “${channel}”`,
    form: 'text',
    scope: 'workspace',
    placeholder: `${channel} ${response}`,
  });
  return { response, event, actions: [], own: true };
}

const VERBS: Readonly<Record<Response, string>> = {
  converted: 'converts',
  clicked: 'clicks',
  replied: 'replies',
  opened: 'opens a message',
  unsubscribed: 'unsubscribes',
  bounced: 'cannot be reached',
};

/** What PostHog takes for a conversion: the event of a goal step, or one that somebody has to name. */
export function conversionEvent(journey: Journey, fill: Writing['fill']): string {
  const [primary] = journey.settings.goals;
  const goal = primary?.on.kind === 'step' ? stepOf(journey, primary.on.step) : undefined;
  if (primary?.on.kind === 'step' && goal?.kind === 'goal') return captureName(primary.on.step, goal);
  return fill({
    id: 'event:converted',
    kind: 'event',
    what: 'the event that your project captures when somebody converts',
    form: 'text',
    scope: 'workspace',
    placeholder: 'order completed',
  });
}
