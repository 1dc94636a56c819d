import { linksInto, stepOf } from '../../../journey/graph.ts';
import type { StepId } from '../../../journey/ids.ts';
import { type CheckStep, NO_RESPONSE, type Response, RESPONSES } from '../../../journey/steps/check.ts';
import { sendsBefore } from '../../lower/latestSends.ts';
import { durationText, LONGEST_MINUTES } from '../durations.ts';
import type { Slip } from '../slip.ts';
import { waysOf } from '../read/readCheck.ts';
import { type Awaited, eventsFor, sendsOf } from './events.ts';
import { actionOf, type Part, type Writing } from './writing.ts';

export function writeCheck(writing: Writing, step: CheckStep): Part {
  const responses = RESPONSES.filter((response) => step.responses.includes(response));
  const minutes = Math.min(Math.max(1, step.windowMinutes), LONGEST_MINUTES);
  if (minutes !== step.windowMinutes)
    writing.say('missing', {
      code: 'window-bounded',
      words:
        minutes === 1 ? 'Looks for one minute: the shortest time.' : 'Looks for 30 days, and not longer.',
      returns: true,
    });
  if (responses.length === 0) return mereWait(writing, step, minutes);
  const events = responses.map((response) => eventsFor(writing, step, response));
  const all = events.flat();
  const staged = targetsDiffer(writing, responses);
  sayHow(writing, step, { staged, events: all });
  const slip: Slip = {
    ...(staged && { actions: [String(responses.length)] }),
    ...aboutMessage(writing, step, all),
    ...(step.windowFrom === 'send' && { window: ['send'] }),
    ...(step.ranked && { ranked: [] }),
    ...(minutes !== step.windowMinutes && { minutes: [String(step.windowMinutes)] }),
  };
  const made = (awaited: readonly Awaited[], more: { slip?: Slip; number?: number }) =>
    actionOf(writing, step, { type: 'wait_until_condition', config: waitFor(awaited, minutes), ...more });
  const stages = staged
    ? events.slice(0, -1).map((awaited, index) => made(awaited, { number: index + 2 }))
    : [];
  return {
    actions: [made(all, { slip }), ...stages],
    ...waysOf(
      writing.id,
      stages.map(({ id }) => id),
      responses,
    ),
  };
}

function waitFor(awaited: readonly Awaited[], minutes: number) {
  const events = awaited.map(({ response, event, actions }, order) => ({
    name: response,
    filters: {
      events: [{ id: event, name: event, type: 'events', order, properties: actions }],
    },
  }));
  return { condition: { filters: null }, events, max_wait_duration: durationText(minutes) };
}

/** Nothing to look for: everyone goes on when the time is over. */
function mereWait(writing: Writing, step: CheckStep, minutes: number): Part {
  writing.say('emulated', {
    code: 'check-as-delay',
    words: 'Looks for nothing, so it is a delay.',
    returns: false,
  });
  const config = { delay_duration: durationText(minutes) };
  return {
    actions: [actionOf(writing, step, { type: 'delay', config })],
    ways: [{ from: writing.id, type: 'continue', exit: NO_RESPONSE }],
  };
}

function targetsDiffer({ journey, step }: Writing, responses: readonly Response[]): boolean {
  return new Set(responses.map((response) => journey.links[step]?.[response])).size > 1;
}

/** Which message it is about, where the events themselves do not say it as it was. */
function aboutMessage(writing: Writing, { on }: CheckStep, events: readonly Awaited[]): Slip {
  const asked = new Set(events.flatMap(({ actions }) => actions.flatMap(({ value }) => value)));
  if (on === 'latest') return asked.size === 1 ? { latest: [] } : {};
  const action = writing.actionOf(on);
  return asked.size === 1 && asked.has(action) ? {} : { on: [action] };
}

interface How {
  readonly staged: boolean;
  readonly events: readonly Awaited[];
}

function sayHow(writing: Writing, step: CheckStep, { staged, events }: How): void {
  const { journey } = writing;
  if (staged)
    writing.say('emulated', {
      code: 'answers-in-stages',
      words:
        'PostHog cannot tell afterwards which answer came. It waits for any of them; whoever gave one is watched for a better one for as long again, from the best down, and leaves by the last when none comes.',
      returns: true,
    });
  else if (step.ranked)
    writing.say('emulated', {
      code: 'answer-not-held',
      words: 'Goes on at the answer; nobody is held to the end of the window.',
      returns: true,
    });
  if (step.windowFrom === 'send')
    writing.say('emulated', {
      code: 'window-from-arrival',
      words: 'The time begins when the contact comes here, not when the message was sent.',
      returns: true,
    });
  const sends = sendsBefore(journey, writing.step);
  if (step.on === 'latest' && (sends.steps.length > 1 || sends.maybeNone))
    writing.say('emulated', {
      code: 'answers-to-any',
      words:
        sends.steps.length > 0
          ? 'Answers to any of the messages that may have come before count, not to the last alone.'
          : 'No message is certain to come before: answers to any e-mail of any workflow count.',
      returns: true,
    });
  if (events.some(({ own }) => own))
    writing.say('emulated', {
      code: 'answers-by-own-events',
      words: `PostHog notes answers to e-mails alone. Waits for ${quoted(events)} as well, which something of yours has to capture.`,
      returns: true,
    });
  if (
    !comesStraightFromSend(
      journey,
      writing.step,
      sendsOf(writing, step).map(({ id }) => id),
    )
  )
    writing.say('emulated', {
      code: 'earlier-answers-unseen',
      words:
        'Sees only answers that come while the contact is here; those that came before are not looked for.',
      returns: true,
    });
}

function quoted(events: readonly Awaited[]): string {
  return [...new Set(events.filter(({ own }) => own).map(({ event }) => `“${event}”`))]
    .slice(0, 5)
    .join(', ');
}

function comesStraightFromSend(
  journey: Writing['journey'],
  check: StepId,
  sends: readonly StepId[],
): boolean {
  const into = linksInto(journey).get(check) ?? [];
  return into.every(({ from }) => sends.includes(from) && stepOf(journey, from)?.kind === 'message');
}
