import * as z from 'zod/mini';
import type { StepId } from '../ids.ts';
import { hours, type Minutes } from '../units.ts';
import { list, minutes, stepIdOrLatest } from '../schema/values.ts';
import { type Finding, type StepBase, stepBase, type StepDefinition, type Surroundings } from './step.ts';

/** Exits of an engagement check from best to worst; `noResponse` is always there and comes last. */
export const RESPONSES = ['converted', 'clicked', 'replied', 'opened', 'unsubscribed', 'bounced'] as const;
export type Response = (typeof RESPONSES)[number];
export const NO_RESPONSE = 'noResponse';

export interface CheckStep extends StepBase {
  readonly kind: 'check';
  /** Whose answer is looked for: one message or escalate step, or the last message sent in this entry. */
  readonly on: StepId | 'latest';
  /** The exits switched on. */
  readonly responses: readonly Response[];
  readonly windowMinutes: Minutes;
  /** Whether the window starts when the contact arrives, or when that message was sent. */
  readonly windowFrom: 'arrival' | 'send';
  /** Hold everyone to the end of the window; the best answer wins. */
  readonly ranked: boolean;
}

export const checkSchema = z.strictObject({
  kind: z.literal('check'),
  ...stepBase,
  on: stepIdOrLatest,
  responses: list(z.enum(RESPONSES), RESPONSES.length),
  windowMinutes: minutes,
  windowFrom: z.enum(['arrival', 'send']),
  ranked: z.boolean(),
});

export const check: StepDefinition<CheckStep> = {
  defaults: () => ({
    kind: 'check',
    name: 'Engagement check',
    on: 'latest',
    responses: ['clicked'],
    windowMinutes: hours(48),
    windowFrom: 'arrival',
    ranked: false,
  }),
  exits: (step) => [...rankedResponses(step), NO_RESPONSE],
  check: (step, id, journey) => [
    ...responseFindings(step),
    ...orderFindings(step, id, journey),
    ...messageFindings(step, journey),
  ],
};

/** The switched-on responses from best to worst, whatever their order in the document. */
function rankedResponses(step: CheckStep): readonly Response[] {
  return RESPONSES.filter((response) => step.responses.includes(response));
}

function responseFindings(step: CheckStep): Finding<CheckStep>[] {
  if (step.responses.length > 0) return [];
  return [
    {
      code: 'check-without-responses',
      severity: 'warning',
      words:
        'No response is switched on, so everyone leaves by “No response”. Switch one on, or use a wait instead.',
      field: 'responses',
      mended: { ...step, responses: ['clicked'] },
    },
  ];
}

/** An open comes before its click: who leaves at the first answer has left when the click comes. */
function orderFindings(step: CheckStep, id: StepId, journey: Surroundings): Finding<CheckStep>[] {
  const both = step.responses.includes('clicked') && step.responses.includes('opened');
  const links = journey.links[id];
  if (step.ranked || !both || links?.['clicked'] === links?.['opened']) return [];
  return [
    {
      code: 'check-clicks-behind-opens',
      severity: 'warning',
      words:
        'Contacts leave at their first answer, and an open comes before its click: “Clicked” stays nearly empty. Hold everyone to the end of the window, where the best answer wins.',
      field: 'ranked',
      mended: { ...step, ranked: true },
    },
  ];
}

function messageFindings(step: CheckStep, journey: Surroundings): Finding<CheckStep>[] {
  if (step.on === 'latest') return [];
  const target = journey.steps[step.on];
  if (target?.kind === 'message' || target?.kind === 'escalate') return [];
  return [
    {
      code: 'check-on-no-message',
      severity: 'error',
      words: target
        ? `This check looks at “${target.name}”, which sends nothing. Choose a message, or “the latest message”.`
        : `This check looks at the step “${step.on}”, which is not in the journey. Choose a message, or “the latest message”.`,
      values: { target: target?.name ?? step.on },
      field: 'on',
      mended: { ...step, on: 'latest' },
    },
  ];
}
