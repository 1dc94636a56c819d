import type { StepId } from '../../../journey/ids.ts';
import type { ExitStep } from '../../../journey/steps/exit.ts';
import type { GoalStep } from '../../../journey/steps/goal.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../../journey/steps/handoff.ts';
import type { Change, UpdateStep } from '../../../journey/steps/update.ts';
import { durationText, LONGEST_MINUTES } from '../durations.ts';
import { addedTo } from '../expressions.ts';
import {
  CAPTURE_TEMPLATE,
  PERSON_TEMPLATE,
  SCORE_KEY,
  SUPPRESSED_KEY,
  TAG_KEY,
  WEBHOOK_TEMPLATE,
} from '../format.ts';
import { hogText } from '../liquid.ts';
import type { Way } from '../read/context.ts';
import { webhookUrl } from './sendings.ts';
import { actionOf, inARow, type Part, type Writing } from './writing.ts';

const PERSON = { distinct_id: { value: '{event.distinct_id}' } };

export function writeUpdate(writing: Writing, step: UpdateStep): Part {
  const set = Object.fromEntries(withOneSum(step.changes).map((change) => propertyOf(change)));
  if (step.changes.some(({ type }) => type === 'addTag' || type === 'removeTag' || type === 'addScore'))
    writing.say('emulated', {
      code: 'tags-as-properties',
      words: 'Tags and the score are properties of the person there.',
      returns: true,
    });
  if (step.changes.some(({ type }) => type === 'suppress'))
    writing.say('emulated', {
      code: 'suppression-by-property',
      words:
        'Sets a property of the person that the messages of this workflow look at. It is no unsubscription: other workflows go on sending.',
      returns: true,
    });
  const inputs = { ...PERSON, set_properties: { value: set }, set_once_properties: { value: {} } };
  return along(writing, [
    actionOf(writing, step, {
      type: 'function',
      config: { template_id: PERSON_TEMPLATE, inputs },
      mayFail: true,
    }),
  ]);
}

/** A property is set once: of several values the last counts, and points are added up. */
function withOneSum(changes: readonly Change[]): readonly Change[] {
  const points = changes.reduce((sum, change) => sum + (change.type === 'addScore' ? change.points : 0), 0);
  return changes.map((change) => (change.type === 'addScore' ? { ...change, points } : change));
}

/** Everything in a dictionary is a template: values that are no texts stand in braces. */
function propertyOf(change: Change): [string, string] {
  switch (change.type) {
    case 'set':
      return [change.column, typeof change.value === 'string' ? hogText(change.value) : `{${change.value}}`];
    case 'addScore':
      return [SCORE_KEY, addedTo(SCORE_KEY, change.points)];
    case 'addTag':
      return [TAG_KEY + change.tag, '{true}'];
    case 'removeTag':
      return [TAG_KEY + change.tag, '{false}'];
    case 'suppress':
      return [SUPPRESSED_KEY + change.channel, '{true}'];
  }
}

/** The event that is captured at a goal. */
export function captureName(id: StepId, { name }: GoalStep): string {
  return name.trim() === '' ? id : name;
}

export function writeGoal(writing: Writing, step: GoalStep): Part {
  const event = captureName(writing.step, step);
  const { conversion } = step;
  const properties = {
    step: hogText(writing.step),
    ...(conversion && { conversion: '{true}' }),
    ...(conversion?.value !== undefined && { value: `{${conversion.value}}` }),
  };
  writing.say('emulated', {
    code: 'goal-as-event',
    words: `Captures the event “${event.slice(0, 60)}”.`,
    returns: true,
  });
  const inputs = { event: { value: hogText(event) }, ...PERSON, properties: { value: properties } };
  return along(writing, [
    actionOf(writing, step, {
      type: 'function',
      config: { template_id: CAPTURE_TEMPLATE, inputs },
      mayFail: true,
    }),
  ]);
}

function along(writing: Writing, actions: Part['actions']): Part {
  return { actions, ways: [{ from: writing.id, type: 'continue', exit: 'next' }] };
}

export function writeExit(writing: Writing, step: ExitStep): Part {
  const { reason } = step;
  const config = reason === undefined || reason === '' ? {} : { reason };
  return { actions: [actionOf(writing, step, { type: 'exit', config })], ways: [] };
}

/** Somebody is told, and says by an event that the contact was taken. */
export function writeHandoff(writing: Writing, step: HandoffStep): Part {
  const { to, slaMinutes } = step;
  const patient = slaMinutes === undefined;
  const longest = Math.min(Math.max(1, slaMinutes ?? LONGEST_MINUTES), LONGEST_MINUTES);
  writing.say('emulated', {
    code: 'handoff-by-webhook',
    words: `A webhook tells ${to}; then the contact waits for the event that says that it was taken, ${patient ? '30 days at most' : 'as long as it may last'}.`,
    returns: true,
  });
  const event = writing.fill({
    id: `event:accepted:${to}`,
    kind: 'event',
    what: `the event that your project captures when ${to} takes a contact`,
    form: 'text',
    scope: 'workspace',
    placeholder: `${to} accepted`,
  });
  const body = { rehearsal: 'handoff', to, contact: '{person.properties.email}', step: writing.step };
  const webhook = {
    type: 'function',
    config: {
      template_id: WEBHOOK_TEMPLATE,
      inputs: { url: { value: webhookUrl(writing, to) }, method: { value: 'POST' }, body: { value: body } },
    },
    mayFail: true,
    ...(patient && { slip: { patient: [] } }),
  };
  const wait = {
    type: 'wait_until_condition',
    config: {
      condition: { filters: null },
      events: [
        {
          name: 'Accepted',
          filters: { events: [{ id: event, name: event, type: 'events', order: 0, properties: [] }] },
        },
      ],
      max_wait_duration: durationText(longest),
    },
  };
  const second = writing.next(2);
  const ways: readonly Way[] = [
    { from: second, type: 'branch', index: 0, exit: ACCEPTED },
    { from: second, type: 'continue', exit: MISSED },
  ];
  return { ...inARow(writing, step, [webhook, wait]), ways };
}
