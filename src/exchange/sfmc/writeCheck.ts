import { stepEntries, stepOf } from '../../journey/graph.ts';
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
  const { asked, emails } = questionsOf(writing.journey, id, step);
  tell(writing, id, step);
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

/** What the copies of one check together can ask, as a loop may bring contacts to it with one message or another. */
interface Asked {
  /** Of at most so many e-mails; 0: of none. */
  readonly emails: number;
  /** Whether some copy, or all of them, are about messages on other channels alone. */
  readonly without: 'none' | 'some' | 'all';
  /** Whether somewhere such messages stand beside e-mails. */
  readonly others: boolean;
}

function askedByCopies(writing: Writing, source: StepId): Asked {
  const copies = stepEntries(writing.journey).flatMap(([copy, step]) =>
    step.kind === 'check' && writing.sourceOf(copy) === source
      ? [questionsOf(writing.journey, copy, step)]
      : [],
  );
  const without = copies.filter(({ emails }) => emails.length === 0).length;
  return {
    emails: Math.max(...copies.map(({ emails }) => emails.length)),
    without: without === 0 ? 'none' : without === copies.length ? 'all' : 'some',
    others: copies.some(({ emails, sends }) => sends > emails.length),
  };
}

/** Copies of a check say the same, which is then said once. */
function tell(writing: Writing, id: StepId, step: CheckStep): void {
  const source = writing.sourceOf(id);
  if (writing.checksTold.has(source)) return;
  writing.checksTold.add(source);
  const asked = askedByCopies(writing, source);
  tellLeft(writing, id, step, asked);
  if (step.windowMinutes === 0)
    writing.say(id, 'emulated', {
      code: 'window-a-minute',
      words: 'The window is a minute long, the shortest there is.',
    });
  if (step.responses.length > 0 && (asked.emails === 0 || !step.responses.some(isStatistic))) return;
  writing.say(id, 'emulated', { code: 'check-as-wait', words: wordsFor(step, asked), returns: true });
}

function tellLeft(writing: Writing, id: StepId, step: CheckStep, { without }: Asked): void {
  const namesOf = (responses: readonly Response[]) =>
    responses.map((response) => exitWords(step, response)).join(', ');
  const never = namesOf(step.responses.filter((response) => !isStatistic(response)));
  const ofEmails = namesOf(step.responses.filter(isStatistic));
  const all = namesOf(step.responses);
  const left = without === 'none' ? never : all;
  if (left === '') return;
  const what =
    without === 'none'
      ? `${never}: it has no such question`
      : without === 'all'
        ? `${all}: it asks about answers to e-mails only`
        : [
            ...(never === '' ? [] : [`${never} after any message`]),
            ...(ofEmails === '' ? [] : [`${ofEmails} after messages that are no e-mails`]),
          ].join(', nor for ');
  writing.say(id, 'missing', {
    code: 'responses-not-asked',
    words: `Salesforce cannot ask for ${what}. Whoever answers so leaves by “${exitWords(step, NO_RESPONSE)}”.`,
    values: { responses: left },
  });
}

function wordsFor({ ranked, windowFrom }: CheckStep, { emails, others: isMixed }: Asked): string {
  const held = ranked ? '' : ' Everybody stays until the window ends, and the best answer wins.';
  const from =
    windowFrom === 'send' ? ' The window starts when the contact arrives, not with the message.' : '';
  const several =
    emails > 1 ? ` Any of ${emails} e-mails counts, as the platform does not know which was the last.` : '';
  const others = isMixed ? ' Answers to messages on other channels are not seen.' : '';
  return `A wait, then engagement splits from the best answer to the worst.${held}${from}${several}${others}`;
}
