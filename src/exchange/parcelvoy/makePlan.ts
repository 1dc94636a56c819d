import { stepEntries, stepOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { sameJson } from '../../journey/sameJson.ts';
import type { Portability } from '../portability.ts';
import { campaignChannel } from './channels.ts';
import { keptBlanks, keptNode } from './kept.ts';
import { freshExternalId } from './stepMap.ts';
import type { OwnEvent, Plan } from './tellers.ts';

export interface LoweredJourney {
  /** As the person sees it. */
  readonly before: Journey;
  readonly journey: Journey;
  readonly sourceOf: (id: StepId) => StepId;
}

/** What sketches ask: ids of the account are blanks, and what is said is said of the steps that the person sees. */
export function makePlan({ before, journey, sourceOf }: LoweredJourney, port: Portability): Plan {
  const externals = externalIds(before, journey);
  const blanks = keptBlanks(before);
  return {
    journey,
    externalOf: (id) => externals.get(id) ?? id,
    say: (fit, step, told) => port.say(fit, step === undefined ? undefined : sourceOf(step), told),
    campaignOf: (id) => {
      const source = sourceOf(id);
      const step = stepOf(journey, id);
      const channel = step?.kind === 'message' ? campaignChannel(step) : 'email';
      return Number(
        port.fill({
          id: `campaign:${source}${rungOf(before, source, step)}`,
          kind: 'campaign',
          what: `number of the campaign (type: trigger) by ${channel} for “${step?.name ?? source}”, at the end of its page’s address`,
          form: 'wholeNumber',
          scope: 'journey',
          step: source,
          kept: keptNumber(before, source, 'campaign_id'),
          placeholder: '0',
        }),
      );
    },
    listOf: (id) =>
      Number(
        port.fill({
          id: `list:${sourceOf(id)}`,
          kind: 'list',
          what: 'number of the list of those who come in, at the end of its page’s address',
          form: 'wholeNumber',
          scope: 'journey',
          step: sourceOf(id),
          kept: keptNumber(before, sourceOf(id), 'list_id'),
          placeholder: '0',
        }),
      ),
    eventOf: (event) =>
      port.fill({
        id: `event:${event}`,
        kind: 'event',
        what: EVENT_WORDS[event],
        form: 'text',
        scope: 'workspace',
        kept: blanks.get(`event:${event}`),
        placeholder: `YOUR_${event.toUpperCase()}_EVENT`,
      }),
  };
}

const EVENT_WORDS: Readonly<Record<OwnEvent, string>> = {
  converted: 'name of the event that your shop or product posts for an order',
  replied: 'name of the event that is posted when somebody answers a message',
};

/** The id that each step has there: the one that it was read with, else its own. */
function externalIds(before: Journey, journey: Journey): ReadonlyMap<StepId, string> {
  const kept = new Map(
    stepEntries(journey).flatMap(([id]) => {
      const node = keptNode(before, id);
      return node ? [[id, node.id] as const] : [];
    }),
  );
  const taken = new Set(kept.values());
  return new Map(stepEntries(journey).map(([id]) => [id, kept.get(id) ?? freshExternalId(id, taken)]));
}

/** Ids that are 0 are placeholders. */
function keptNumber(journey: Journey, id: StepId, field: string): string | undefined {
  const value = keptNode(journey, id)?.node.data?.[field];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? String(value) : undefined;
}

/** Every rung of a ladder sends a campaign of its own. */
function rungOf(journey: Journey, source: StepId, step: ReturnType<typeof stepOf>): string {
  const ladder = stepOf(journey, source);
  if (ladder?.kind !== 'escalate' || step?.kind !== 'message') return '';
  const rung = ladder.rungs.findIndex(
    ({ channel, content }) => channel === step.channel && sameJson(content, step.content),
  );
  return `:${rung + 1}`;
}
