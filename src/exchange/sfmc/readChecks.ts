import * as z from 'zod/mini';
import { sameJson } from '../../journey/sameJson.ts';
import { list } from '../../journey/schema/values.ts';
import { type CheckStep, RESPONSES } from '../../journey/steps/check.ts';
import { minutes } from '../../journey/units.ts';
import { slipOf } from './slip.ts';
import { baseOf, milestone, nameOf, type Placed, readAs, type Reading, type ReadStep } from './reading.ts';
import { isYes } from './rawExits.ts';
import { type ShapedActivity, typeOf } from './shape.ts';
import { type Statistic, statisticOf, STATISTICS } from './types.ts';
import { readWaiting } from './waits.ts';

/** A wait with the engagement splits after it that make one check with it. */
export interface ReadCheck {
  readonly activities: readonly Placed[];
  readonly step: CheckStep;
  readonly looksAt: string | undefined;
}

const slipShape = z.object({
  windowFrom: z.enum(['arrival', 'send']),
  ranked: z.boolean(),
  on: z.optional(z.literal('latest')),
  responses: list(z.enum(RESPONSES), RESPONSES.length),
  questions: z.array(z.string()),
});

/** The check that begins with this wait; undefined: it is a wait and nothing more. */
export function readCheck(wait: Placed, reading: Reading): ReadCheck | undefined {
  if (typeOf(wait.activity) !== 'WAIT') return undefined;
  const { until } = readWaiting(wait.activity.configurationArguments ?? {});
  if (until?.type !== 'duration') return undefined;
  const questions = chainAfter(wait, reading);
  const slip = slipShape.safeParse(slipOf(wait.activity.metaData));
  const plain = rankedStart(questions);
  const slipped = slip.success ? questions.slice(0, slip.data.questions.length) : [];
  const isOurs = slip.success && isWritten(slip.data, slipped);
  const taken = isOurs ? slipped : plain;
  const refs = new Set(taken.map(({ looksAt }) => looksAt));
  if (taken.length === 0 && !(isOurs && until.minutes > 0)) return undefined;
  const [looksAt] = refs;
  const step: CheckStep = {
    kind: 'check',
    ...baseOf(wait.activity),
    on: 'latest',
    responses: isOurs ? slip.data.responses : [...new Set(taken.map(({ statistic }) => statistic))],
    windowMinutes: minutes(Math.max(1, until.minutes)),
    windowFrom: isOurs ? slip.data.windowFrom : 'arrival',
    ranked: isOurs ? slip.data.ranked : true,
  };
  return {
    activities: [wait, ...taken.map(({ placed }) => placed)],
    step,
    looksAt: isOurs && slip.data.on === 'latest' ? undefined : looksAt,
  };
}

/** An engagement split that looks back at what happened so far. */
export function readEngagement(activity: ShapedActivity): ReadStep {
  const question = questionOf({ activity, index: 0 });
  if (!question) return milestone(activity, 'it asks for something else than opens, clicks and bounces');
  const step: CheckStep = {
    kind: 'check',
    ...baseOf(activity),
    on: 'latest',
    responses: [question.statistic],
    windowMinutes: minutes(1),
    windowFrom: 'arrival',
    ranked: true,
  };
  const read = readAs(step, {
    code: 'check-a-minute',
    words: `“${nameOf(activity).slice(0, 60)}” asks at once, and a check takes time: contacts stay for a minute.`,
  });
  return read.ok ? { ...read, ...(question.looksAt !== undefined && { looksAt: question.looksAt }) } : read;
}

interface Question {
  readonly placed: Placed;
  readonly statistic: Statistic;
  readonly looksAt: string | undefined;
  /** Where those go who did it. */
  readonly yes: unknown;
}

/** Engagement splits one after the other by their “no”, each with one way in. */
function chainAfter(wait: Placed, reading: Reading): readonly Question[] {
  const questions: Question[] = [];
  const seen = new Set<string>([wait.activity.key]);
  let next = wait.activity.outcomes?.[0]?.next;
  while (next && !seen.has(next) && reading.waysInto(next) === 1) {
    seen.add(next);
    const placed = reading.activityAt(next);
    const question = placed && questionOf(placed);
    if (!question) break;
    questions.push(question);
    next = question.placed.activity.outcomes?.find((outcome) => !isYes(outcome))?.next;
  }
  return questions;
}

function questionOf(placed: Placed): Question | undefined {
  const { activity } = placed;
  const { statsTypeId, refActivityCustomerKey } = activity.configurationArguments ?? {};
  const statistic = typeOf(activity) === 'ENGAGEMENTDECISION' ? statisticOf(Number(statsTypeId)) : undefined;
  const outcomes = activity.outcomes ?? [];
  const yes = outcomes.filter(isYes);
  if (!statistic || outcomes.length > 2 || yes.length !== 1) return undefined;
  const looksAt = typeof refActivityCustomerKey === 'string' ? refActivityCustomerKey : undefined;
  return { placed, statistic, looksAt, yes: [yes[0]?.next ?? null, slipOf(yes[0]?.metaData)['exit']] };
}

/** As many as ask about one message, from the best answer to the worst. */
function rankedStart(questions: readonly Question[]): readonly Question[] {
  const [first] = questions;
  const end = questions.findIndex(
    (question, index) =>
      question.looksAt !== first?.looksAt || (index > 0 && rankOf(question) <= rankOf(questions[index - 1])),
  );
  return end < 0 ? questions : questions.slice(0, end);
}

function rankOf(question: Question | undefined): number {
  return question ? RESPONSES.indexOf(question.statistic) : -1;
}

/** Whether a slip is still what the questions ask. */
function isWritten(slip: z.infer<typeof slipShape>, questions: readonly Question[]): boolean {
  const ordered = questions.every((question, index) => rankOf(question) >= rankOf(questions[index - 1]));
  const asked = new Set(questions.map(({ statistic }) => statistic));
  const statistics = Object.keys(STATISTICS).filter((name) =>
    slip.responses.some((response) => response === name),
  );
  const oneWay = questions.every(({ statistic, yes }) =>
    questions.every((other) => other.statistic !== statistic || sameJson(other.yes, yes)),
  );
  const refs = new Set(questions.map(({ looksAt }) => looksAt));
  return (
    sameJson(
      questions.map(({ placed }) => placed.activity.key),
      slip.questions,
    ) &&
    ordered &&
    oneWay &&
    statistics.length === slip.responses.length &&
    asked.size === statistics.length &&
    statistics.every((name) => asked.has(name as Statistic)) &&
    (slip.on === 'latest' || refs.size < 2)
  );
}
