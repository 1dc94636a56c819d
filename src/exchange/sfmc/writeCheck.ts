import { stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { type CheckStep, NO_RESPONSE, RESPONSES, type Response } from '../../journey/steps/check.ts';
import { exitWords } from '../../journey/steps/exitWords.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { withSlip } from './slip.ts';
import { type Statistic, STATISTICS } from './types.ts';
import { durationOf } from './waits.ts';
import { channelOf } from './writeMessage.ts';
import { type OpenActivity, type Piece, plainActivity, type Way, type Writing } from './writing.ts';

/** What can be asked at a check, and of which e-mails. */
export function questionsOf(journey: Journey, id: StepId, step: CheckStep) {
  const sends = sendsBefore(journey, id);
  const emails = sends.steps.filter((send) => isEmail(journey, send));
  const asked = emails.length === 0 ? [] : step.responses.filter(isStatistic);
  return { asked, emails, sends: sends.steps.length };
}

/** A wait until the end of the window, then one question for each answer, from the best to the worst. */
export function writeCheck(writing: Writing, id: StepId, step: CheckStep): Piece {
  const { asked, emails, sends } = questionsOf(writing.journey, id, step);
  tell(writing, id, step, { asked, emails: emails.length, sends });
  const questions = RESPONSES.filter(isStatistic)
    .filter((response) => asked.includes(response))
    .flatMap((response) => emails.map((send) => ({ response, send })))
    .map((question) => ({ ...question, key: writing.freshKey(`${writing.keyOf(id)}-${question.response}`) }));
  const [first] = questions;
  const { windowFrom, ranked, on } = step;
  const slip = {
    windowFrom,
    ranked,
    ...(on === 'latest' && { on }),
    responses: step.responses.filter((response) => asked.some((other) => other === response)),
    questions: questions.map(({ key }) => key),
  };
  const wait = plainActivity(
    writing.keyOf(id),
    step.name,
    'WAIT',
    {
      configurationArguments: { ...durationOf(Math.max(1, step.windowMinutes)) },
      metaData: withSlip({ uiType: 'WAITBYDURATION' }, first || step.responses.length === 0 ? slip : {}),
    },
    first ? { to: first.key } : { exit: NO_RESPONSE },
  );
  const chain = questions.map((question, index) => {
    const after = questions[index + 1];
    return engagement(writing, step, question, after ? { to: after.key } : { exit: NO_RESPONSE });
  });
  return [wait, ...chain];
}

interface Question {
  readonly key: string;
  readonly response: Statistic;
  readonly send: StepId;
}

function engagement(writing: Writing, step: CheckStep, question: Question, otherwise: Way): OpenActivity {
  const { key, response, send } = question;
  const answer = (when: boolean, way: Way, label: string) => ({
    key: `${key}-${when ? 'yes' : 'no'}`,
    way,
    arguments: { when },
    metaData: { label },
  });
  return {
    key,
    name: `${step.name}: ${response}?`,
    description: '',
    type: 'ENGAGEMENTDECISION',
    outcomes: [
      answer(true, { exit: response }, exitWords(step, response)),
      answer(false, otherwise, `Not ${response}`),
    ],
    arguments: {},
    configurationArguments: {
      refActivityCustomerKey: writing.keyOf(send),
      statsTypeId: STATISTICS[response],
      statusUrlId: '0',
    },
    metaData: { isConfigured: true, refActivityName: stepOf(writing.journey, send)?.name ?? '' },
  };
}

function isStatistic(response: Response): response is Statistic {
  return Object.hasOwn(STATISTICS, response);
}

/** An e-mail of the platform, whose answers it can look at. */
function isEmail(journey: Journey, id: StepId): boolean {
  const step = stepOf(journey, id);
  return step?.kind === 'message' && channelOf(step) === 'email';
}

interface Asked {
  readonly asked: readonly Statistic[];
  readonly emails: number;
  readonly sends: number;
}

function tell(writing: Writing, id: StepId, step: CheckStep, { asked, emails, sends }: Asked): void {
  const left = step.responses.filter((response) => !asked.some((other) => other === response));
  if (left.length > 0) {
    const names = left.map((response) => exitWords(step, response)).join(', ');
    const why = emails === 0 ? 'it asks about answers to e-mails only' : 'it has no such question';
    writing.say(id, 'missing', {
      code: 'responses-not-asked',
      words: `Salesforce cannot ask for ${names}: ${why}. Whoever answers so leaves by “${exitWords(step, NO_RESPONSE)}”.`,
      values: { responses: names },
    });
  }
  if (step.windowMinutes === 0)
    writing.say(id, 'emulated', {
      code: 'window-a-minute',
      words: 'The window is a minute long, the shortest there is.',
    });
  if (asked.length === 0 && step.responses.length > 0) return;
  writing.say(id, 'emulated', { code: 'check-as-wait', words: wordsFor(step, emails, sends), returns: true });
}

function wordsFor({ ranked, windowFrom }: CheckStep, emails: number, sends: number): string {
  const held = ranked ? '' : ' Everybody stays until the window ends, and the best answer wins.';
  const from =
    windowFrom === 'send' ? ' The window starts when the contact arrives, not with the message.' : '';
  const several =
    emails > 1 ? ` Any of ${emails} e-mails counts, as the platform does not know which was the last.` : '';
  const others = sends > emails ? ' Answers to messages on other channels are not seen.' : '';
  return `A wait, then engagement splits from the best answer to the worst.${held}${from}${several}${others}`;
}
