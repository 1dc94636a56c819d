import { type CheckStep, NO_RESPONSE, RESPONSES, type Response } from '../../journey/steps/check.ts';
import { questionParts, type Question, segmentQuestion } from './conditions.ts';
import type { Out, Part, StepParts, Surroundings } from './parts.ts';

/** What Mautic waits for right after an e-mail. */
const DECISIONS: Readonly<Partial<Record<Response, string>>> = {
  opened: 'email.open',
  clicked: 'email.click',
  replied: 'email.reply',
};

/**
 * Right after an e-mail a decision waits for one answer, as a check does. Other checks are questions at the end of the window, the best
 * answer first.
 */
export function checkParts(step: CheckStep, around: Surroundings): StepParts {
  const responses = RESPONSES.filter((response) => step.responses.includes(response));
  if (step.windowFrom === 'send')
    around.say('emulated', {
      code: 'window-from-arrival',
      words: 'The window begins when the contact comes here, not when the message was sent.',
      returns: true,
    });
  const awaited = around.afterEmail && !step.ranked ? earliest(responses) : undefined;
  if (awaited) return decisionParts(step, responses, awaited, around);
  if (responses.length > 0) tellLate(step, around);
  const asked = responses.map((response) => ({
    exit: response,
    question: questionAbout(step, response, around),
  }));
  return { parts: questionParts(asked, NO_RESPONSE), before: step.windowMinutes };
}

interface Awaited {
  readonly response: Response;
  readonly type: string;
}

/** Of answers that can be waited for the one that comes first: an e-mail is opened before it is clicked. */
function earliest(responses: readonly Response[]): Awaited | undefined {
  for (const response of ['opened', 'clicked', 'replied'] as const) {
    const type = DECISIONS[response];
    if (responses.includes(response) && type !== undefined) return { response, type };
  }
  return undefined;
}

function decisionParts(
  step: CheckStep,
  responses: readonly Response[],
  { response, type }: Awaited,
  around: Surroundings,
): StepParts {
  const window = step.windowMinutes;
  const others = responses.filter((other) => other !== response);
  const decision = (no: Out): Part => ({
    type,
    eventType: 'decision',
    properties: type === 'email.click' ? { urls: { list: [] } } : {},
    out: { yes: { exit: response }, no },
  });
  if (others.length === 0) return { parts: [decision({ exit: NO_RESPONSE })], window };
  around.say('emulated', {
    code: 'one-answer-awaited',
    words: `Mautic waits for “${response}”. It asks for ${others.join(', ')} when nothing came until the end of the window.`,
    values: { awaited: response, others: others.join(', ') },
    returns: true,
  });
  const asked = others.map((other) => ({ exit: other, question: questionAbout(step, other, around) }));
  const later = questionParts(asked, NO_RESPONSE).map((part) => ({ ...part, out: shifted(part.out) }));
  return { parts: [decision({ part: 1 }), ...later], window };
}

/** The decision comes before them. */
function shifted(out: Part['out']): Part['out'] {
  return Object.fromEntries(
    Object.entries(out).map(([anchor, to]) => [anchor, 'part' in to ? { part: to.part + 1 } : to]),
  );
}

function tellLate(step: CheckStep, around: Surroundings): void {
  around.say('emulated', {
    code: 'asked-at-the-end',
    words: step.ranked
      ? 'Everyone waits for the end of the window; then segments are asked who answered, the best answer first.'
      : 'Mautic waits for an answer only right after an e-mail. Here everyone waits for the end of the window; then segments are asked who answered.',
    returns: true,
  });
}

/** Reasons for “do not contact”. */
const UNSUBSCRIBED = 1;
const BOUNCED = 2;

function questionAbout(step: CheckStep, response: Response, around: Surroundings): Question {
  if (response === 'unsubscribed' || response === 'bounced')
    return {
      type: 'lead.dnc',
      properties: {
        channels: [around.channelOf()],
        reason: response === 'bounced' ? BOUNCED : UNSUBSCRIBED,
      },
    };
  const message =
    step.on === 'latest' ? 'the latest message before this check' : `“${around.nameOf(step.on)}”`;
  const did = response === 'replied' ? `replied to ${message}` : `${response} ${message}`;
  return segmentQuestion(
    `${response} ${step.on === 'latest' ? `latest ${around.id}` : step.on}`,
    response === 'converted' ? 'converted' : did,
    around,
  );
}
