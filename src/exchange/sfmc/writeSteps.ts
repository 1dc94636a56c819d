import type { StepId } from '../../journey/ids.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../journey/steps/handoff.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Change, UpdateStep } from '../../journey/steps/update.ts';
import type { WaitStep } from '../../journey/steps/wait.ts';
import { tagField } from './conditions.ts';
import { withSlip } from './slip.ts';
import { firstNamed } from './raw.ts';
import type { Json } from './types.ts';
import { waitArguments, waitingOf } from './waits.ts';
import { writeCheck } from './writeCheck.ts';
import { writeMessage } from './writeMessage.ts';
import { writeExperiment, writeSplit } from './writeSplits.ts';
import { type Piece, plainActivity, type Writing } from './writing.ts';

/** The activities of a step. Entries, exits and ladders have none: the trigger, an outcome's end and other steps stand for them. */
export function writeStep(writing: Writing, id: StepId, step: Step): Piece {
  switch (step.kind) {
    case 'message':
      return writeMessage(writing, id, step);
    case 'wait':
      return writeWait(writing, id, step);
    case 'check':
      return writeCheck(writing, id, step);
    case 'split':
      return writeSplit(writing, id, step);
    case 'experiment':
      return writeExperiment(writing, id, step);
    case 'update':
      return writeUpdate(writing, id, step);
    case 'handoff':
      return [writeHandoff(writing, id, step)];
    case 'goal':
      return writeGoal(writing, id, step.name);
    case 'entry':
    case 'exit':
    case 'escalate':
      return [];
  }
}

function writeWait(writing: Writing, id: StepId, { name, until }: WaitStep): Piece {
  const said = waitingOf(until);
  if (!said) {
    writing.say(id, 'missing', {
      code: 'wait-none',
      words: 'A wait of no time is left out: contacts go on at once.',
    });
    return [];
  }
  const { waiting, told } = said;
  if (told) writing.say(id, 'emulated', told);
  const timeZone = waiting.specifiedTime === undefined ? '' : timeZoneOf(writing);
  const configurationArguments = waitArguments(waiting, writing.event, timeZone);
  const uiType = waiting.field === undefined ? 'WAITBYDURATION' : 'WAITBYATTRIBUTE';
  const metaData = withSlip({ uiType }, told || until.type === 'date' ? { until } : {});
  return [plainActivity(writing.keyOf(id), name, 'WAIT', { configurationArguments, metaData })];
}

function timeZoneOf(writing: Writing): string {
  return writing.ask({
    kind: 'time zone',
    id: 'time-zone',
    what: 'the time zone of waits until a time of day, by the platform’s name for it (“Eastern Standard Time”)',
    placeholder: 'UTC',
    kept: writing.keptAnywhere('timeZone'),
  });
}

function writeUpdate(writing: Writing, id: StepId, { name, changes }: UpdateStep): Piece {
  const fields = changes.flatMap(fieldOf);
  const lost = changes.filter((change) => fieldOf(change).length === 0);
  if (lost.length > 0)
    writing.say(id, 'missing', {
      code: 'changes-not-made',
      words: `Not done there: ${lost.map(changeWords).join('; ')}. ${
        fields.length > 0 ? 'The other changes are made.' : 'Contacts pass.'
      }`,
    });
  if (fields.length === 0) {
    if (lost.length === 0)
      writing.say(id, 'missing', { code: 'update-empty', words: 'It changes nothing, so it is left out.' });
    return [];
  }
  const tags = fields.filter(({ tag }) => tag);
  if (tags.length > 0)
    writing.say(id, 'emulated', {
      code: 'tags-as-fields',
      words: `Tags are fields of the data extension that are true or false: ${tags.map(({ field }) => field).join(', ')}.`,
      returns: true,
    });
  if (tags.length < fields.length)
    writing.say(id, 'native', {
      code: 'fields-by-name',
      words:
        'The data extension and its fields stand there by key and name, which mcdev replaces by their ids.',
    });
  const said = changes.filter((change) => fieldOf(change).length > 0);
  return [updating(writing, id, { name, fields, slip: { changes: said } })];
}

interface Updating {
  readonly name: string;
  readonly fields: readonly { readonly field: string; readonly value: string }[];
  readonly slip: Json;
}

function updating(writing: Writing, id: StepId, { name, fields, slip }: Updating) {
  const updateContactFields = fields.map(({ field, value }) => ({
    r__dataExtension_key: writing.dataExtension(),
    r__dataExtensionField_name: field,
    value,
  }));
  return plainActivity(writing.keyOf(id), name, 'UPDATECONTACTDATA', {
    arguments: { activityData: { updateContactFields } },
    metaData: withSlip({}, slip),
  });
}

/** The field that a change writes, and what; none: it cannot be written. */
export function fieldOf(
  change: Change,
): readonly { readonly field: string; readonly value: string; readonly tag: boolean }[] {
  switch (change.type) {
    case 'set':
      return [{ field: change.column, value: String(change.value), tag: false }];
    case 'addTag':
      return [{ field: tagField(change.tag), value: 'true', tag: true }];
    case 'removeTag':
      return [{ field: tagField(change.tag), value: 'false', tag: true }];
    case 'addScore':
    case 'suppress':
      return [];
  }
}

function changeWords(change: Change): string {
  if (change.type === 'suppress')
    return change.channel === 'all' ? 'stopping everything' : `stopping ${change.channel}`;
  return change.type === 'addScore' ? `adding ${change.points} to the score` : change.type;
}

function writeGoal(writing: Writing, id: StepId, name: string): Piece {
  const field = goalField(writing.keyOf(id));
  writing.say(id, 'emulated', {
    code: 'goal-as-field',
    words: `A field of the data extension says who came here: ${field} becomes true. The platform’s own goals ask a filter instead.`,
    values: { field },
    returns: true,
  });
  return [updating(writing, id, { name, fields: [{ field, value: 'true' }], slip: { goal: true } })];
}

export function goalField(key: string): string {
  return `reached_${key}`;
}

function writeHandoff(writing: Writing, id: StepId, { name, to }: HandoffStep) {
  const applicationExtensionKey = writing.ask({
    kind: 'activity',
    id: `activity:handoff:${to}`,
    what: `the key of the custom activity that hands contacts to ${HANDED_TO[to]}`,
    placeholder: 'CUSTOM-ACTIVITY-KEY',
    kept: firstNamed(writing.keptArguments(id, 'RESTDECISION'), 'applicationExtensionKey'),
  });
  writing.say(id, 'emulated', {
    code: 'handoff-custom',
    words: `A custom split activity hands contacts to ${HANDED_TO[to]} and answers “${ACCEPTED}” or “${MISSED}”.`,
    returns: true,
  });
  const key = writing.keyOf(id);
  return {
    ...plainActivity(key, name, 'RESTDECISION', {
      configurationArguments: { applicationExtensionKey },
      metaData: withSlip({}, { handoff: to }),
    }),
    outcomes: [ACCEPTED, MISSED].map((exit) => ({
      key: exit,
      way: { exit },
      arguments: { branchResult: exit },
      metaData: { label: exit === ACCEPTED ? 'Accepted' : 'Missed' },
    })),
  };
}

const HANDED_TO: Readonly<Record<HandoffStep['to'], string>> = {
  sales: 'sales',
  crm: 'the CRM',
  'call-centre': 'the call centre',
};
