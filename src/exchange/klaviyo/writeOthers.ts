import { ACCEPTED, MISSED } from '../../journey/steps/handoff.ts';
import type { Change } from '../../journey/steps/update.ts';
import { toTemplate } from './content.ts';
import { isIsoDate } from './dates.ts';
import { propertyOf, TAGS } from './properties.ts';
import type { Json } from './types.ts';
import { action, type Part, type Written } from './written.ts';
import { sender } from './writeMessage.ts';
import { delay, delayOf } from './writeWait.ts';
import type { Writable, Writing } from './writing.ts';

/** Parts of ids: what an action of a step of several is. */
export const SET = 'set';
export const SUPPRESS = 'suppress';
export const ALERT = 'alert';
export const SERVICE = 'service';
export const REACHED = 'reached';

/** Properties and lists of the profile; a suppression is one of the lists. */
export function writeUpdate(writing: Writing, update: Writable<'update'>): Written {
  const { id, step } = update;
  const operations = step.changes.flatMap((change) => operationFor(writing, update, change));
  const channels = step.changes.flatMap((change) => (change.type === 'suppress' ? [change.channel] : []));
  const lists = [...new Set(channels)].map((channel) => suppression(writing, update, channel));
  const name = lists.length > 0 ? writing.name(id, SET) : writing.name(id);
  const profile = operations.length > 0 ? [profileUpdate(name, operations)] : [];
  const [head, ...more] = chained([...profile, ...lists]);
  if (head) return { parts: [head, ...more] };
  writing.say('missing', id, {
    code: 'nothing-to-update',
    words: 'Nothing of it can be said there: contacts pass it.',
  });
  return { pass: 'next' };
}

function chained(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return next ? { ...part, links: { next: { part: next.id } } } : part;
  });
}

function profileUpdate(id: string, operations: readonly Json[]): Part {
  return action(id, 'update-profile', { profile_operations: operations, status: 'draft' });
}

function operationFor(writing: Writing, { id }: Writable<'update'>, change: Change): readonly Json[] {
  switch (change.type) {
    case 'set':
      return [assigned(change.column, change.value)];
    case 'addTag':
    case 'removeTag':
      writing.say('emulated', id, {
        code: 'tags-as-list',
        words: 'Tags are values of the profile’s list “tags”.',
        returns: true,
      });
      return [
        {
          operator: 'update',
          property_type: 'list',
          property_operation: change.type === 'addTag' ? 'add' : 'remove',
          property_key: TAGS,
          property_value: change.tag,
        },
      ];
    case 'addScore':
      writing.say('missing', id, {
        code: 'score-dropped',
        words: 'No action of a flow can add to a number: the score stays as it is.',
      });
      return [];
    case 'suppress':
      return [];
  }
}

function assigned(column: string, value: string | number | boolean): Json {
  const type =
    typeof value === 'number'
      ? 'numeric'
      : typeof value === 'boolean'
        ? 'boolean'
        : isIsoDate(value)
          ? 'date'
          : 'string';
  return { operator: 'update', property_type: type, property_key: propertyOf(column), property_value: value };
}

function suppression(writing: Writing, { id }: Writable<'update'>, channel: string): Part {
  const where = channel === 'all' ? 'all channels' : channel;
  writing.say('emulated', id, {
    code: 'suppressed-by-list',
    words: `No action of a flow suppresses: the contact comes on a list, which you leave out of ${where} in the account.`,
    values: { channel },
    returns: true,
  });
  const list = writing.report.fill({
    id: `list:suppressed-${channel}`,
    kind: 'list',
    what: `the id of the list of those who are to get nothing more on ${where} (Lists & segments: in the address of the list)`,
    form: 'code',
    scope: 'workspace',
    placeholder: `LIST_SUPPRESSED_${channel.toUpperCase().replaceAll('-', '_')}`,
  });
  const data = { name: `Suppressed: ${where}`, on_execution: true, list_id: list, status: 'draft' };
  return action(writing.name(id, SUPPRESS, channel), 'list-update', data);
}

/** A mail to the team, and the time that it usually takes until somebody calls. */
export function writeHandoff(writing: Writing, { id, step }: Writable<'handoff'>): Written {
  const recipients = writing.report.fill({
    id: `alert:${step.to}`,
    kind: 'recipient',
    what: `the address that takes hand-offs to ${step.to}`,
    form: 'email',
    scope: 'workspace',
    placeholder: `${step.to}@example.com`,
  });
  writing.say('emulated', id, {
    code: 'handoff-alert',
    words:
      'An alert by e-mail tells the team. Nobody knows there whether it was taken: after the usual time everyone goes on as accepted.',
    returns: true,
  });
  if (writing.led(id, MISSED))
    writing.say('missing', id, {
      code: 'handoff-one-way',
      words: `What came of it is not heard of there: nobody goes on by “${MISSED}”.`,
    });
  const message = {
    ...sender(writing),
    to_emails: [recipients],
    subject_line: toTemplate(step.name),
    name: writing.messageName(id),
  };
  const after = { exit: ACCEPTED };
  const service =
    step.serviceMinutes > 0
      ? delay(writing.name(id, SERVICE), delayOf(step.serviceMinutes), after)
      : undefined;
  const next = service ? { part: service.id } : after;
  const alert = action(
    writing.name(id, ALERT, step.to),
    'send-internal-alert',
    { message, status: 'draft' },
    next,
  );
  return { parts: service ? [alert, service] : [alert] };
}

/** The day on which the contact came here, on its profile: there is nothing to count milestones with. */
export function writeGoal(writing: Writing, { id }: Writable<'goal'>): Written {
  writing.say('emulated', id, {
    code: 'goal-as-date',
    words: 'Flows count no milestones: the profile gets the date on which it came here.',
    returns: true,
  });
  const operation = {
    operator: 'update',
    property_type: 'date',
    property_key: propertyOf(`Reached: ${writing.messageName(id)}`),
    property_value: 'today',
  };
  return { parts: [profileUpdate(writing.name(id, REACHED), [operation])] };
}
