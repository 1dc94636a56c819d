import { sameJson } from '../../journey/sameJson.ts';
import { clip } from '../../journey/schemaWords.ts';
import { ACCEPTED, handoff, handoffSchema, MISSED } from '../../journey/steps/handoff.ts';
import { type Change, updateSchema, type UpdateStep } from '../../journey/steps/update.ts';
import { type WaitStep, waitSchema } from '../../journey/steps/wait.ts';
import { isObject } from '../kept.ts';
import { valueOf } from './conditions.ts';
import { slipOf } from './slip.ts';
import { isMessage, readMessage } from './readMessages.ts';
import { readDecision, readRandomSplit, readUnknownSplit } from './readSplits.ts';
import { baseOf, type Doubted, milestone, nameOf, readAs, type Reading, type ReadStep } from './reading.ts';
import { type ShapedActivity, typeOf } from './shape.ts';
import { readWaiting, waitArguments, waitingOf } from './waits.ts';
import { fieldOf, goalField } from './writeSteps.ts';

/** What an activity is here that is a step of its own. */
export function readActivity(activity: ShapedActivity, reading: Reading): ReadStep {
  const type = typeOf(activity);
  if (isMessage(activity)) return readMessage(activity, reading);
  if (type === 'WAIT') return readWait(activity, reading);
  if (type === 'MULTICRITERIADECISION') return readDecision(activity, reading);
  if (type === 'RANDOMSPLIT') return readRandomSplit(activity);
  if (type === 'UPDATECONTACTDATA') return readUpdate(activity);
  if (type === 'RESTDECISION') return readHandoff(activity) ?? readUnknownSplit(activity);
  if ((activity.outcomes ?? []).length > 1) return readUnknownSplit(activity);
  return milestone(activity, 'there is no such step');
}

function readWait(activity: ShapedActivity, { event }: Reading): ReadStep {
  const given = activity.configurationArguments ?? {};
  const slipped = waitSchema.safeParse({
    kind: 'wait',
    ...baseOf(activity),
    until: slipOf(activity.metaData)['until'],
  });
  const said = slipped.success ? waitingOf((slipped.data as WaitStep).until) : undefined;
  const timeZone = typeof given['timeZone'] === 'string' ? given['timeZone'] : '';
  if (slipped.success && said && sameJson(waitArguments(said.waiting, event, timeZone), given))
    return readAs(slipped.data);
  const { until, doubt } = readWaiting(given);
  if (!until) return milestone(activity, doubt);
  const doubts: readonly Doubted[] =
    doubt === undefined
      ? []
      : [{ code: 'wait-changed', words: `“${nameOf(activity).slice(0, 60)}”: ${doubt}.` }];
  return readAs({ kind: 'wait', ...baseOf(activity), until }, ...doubts);
}

interface Field {
  readonly field: string;
  readonly value: unknown;
}

function readUpdate(activity: ShapedActivity): ReadStep {
  const fields = fieldsOf(activity);
  const { goal, changes } = slipOf(activity.metaData);
  if (goal === true && sameJson(fields, [{ field: goalField(activity.key), value: 'true' }]))
    return readAs({ kind: 'goal', ...baseOf(activity) });
  const slipped = updateSchema.safeParse({ kind: 'update', ...baseOf(activity), changes });
  const believed = slipped.success ? (slipped.data as UpdateStep) : undefined;
  const written = believed?.changes.flatMap(fieldOf).map(({ field, value }) => ({ field, value }));
  if (believed && fields.length > 0 && sameJson(written, fields)) return readAs(believed);
  if (fields.length === 0) return milestone(activity, 'it does not say which fields it writes');
  const plain = fields.map((field): Change => ({
    type: 'set',
    column: field.field,
    value: plainValue(field.value),
  }));
  const bound = fields.filter(({ value }) => typeof value === 'string' && value.includes('{{'));
  const doubts = bound.map(({ field }) => ({
    code: 'value-bound',
    words: `The value of “${clip(field)}” is worked out there. It is taken as it stands.`,
  }));
  return readAs({ kind: 'update', ...baseOf(activity), changes: plain }, ...doubts);
}

function fieldsOf(activity: ShapedActivity): readonly Field[] {
  const data = activity.arguments?.['activityData'];
  const list = isObject(data) ? data['updateContactFields'] : undefined;
  if (!Array.isArray(list)) return [];
  return list.filter(isObject).flatMap((entry) => {
    const field = entry['r__dataExtensionField_name'] ?? entry['field'];
    return typeof field === 'string' ? [{ field: field.slice(0, 10_000), value: entry['value'] }] : [];
  });
}

function plainValue(value: unknown): number | string | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? valueOf(value.slice(0, 10_000)) : '';
}

/** A custom split that we wrote. */
function readHandoff(activity: ShapedActivity): ReadStep | undefined {
  const results = (activity.outcomes ?? []).map((outcome) => outcome.arguments?.['branchResult']);
  const to = slipOf(activity.metaData)['handoff'];
  const slipped = handoffSchema.safeParse({ ...handoff.defaults(), ...baseOf(activity), to });
  if (!slipped.success || !sameJson(results, [ACCEPTED, MISSED])) return undefined;
  return readAs(slipped.data);
}
