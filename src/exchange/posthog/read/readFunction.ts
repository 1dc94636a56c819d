import { CHANNELS } from '../../../journey/channels.ts';
import type { GoalStep } from '../../../journey/steps/goal.ts';
import { STEP_DEFINITIONS } from '../../../journey/steps/index.ts';
import { ACCEPTED, type HandoffStep, MISSED } from '../../../journey/steps/handoff.ts';
import type { Change, UpdateStep } from '../../../journey/steps/update.ts';
import { minutes, money } from '../../../journey/units.ts';
import { isObject } from '../../kept.ts';
import { readDuration } from '../durations.ts';
import { readAdded } from '../expressions.ts';
import { says } from '../slip.ts';
import { PERSON_TEMPLATE, SCORE_KEY, SUPPRESSED_KEY, TAG_KEY, WEBHOOK_TEMPLATE } from '../format.ts';
import { readHogText } from '../liquid.ts';
import { ALONG, noted, type RawAction, type ReadContext, type Reading, type Way } from './context.ts';

/** What one of our own webhooks is for. */
export function webhookFor({
  type,
  config,
}: Pick<RawAction, 'type' | 'config'>): 'message' | 'handoff' | undefined {
  if (type !== 'function' || config['template_id'] !== WEBHOOK_TEMPLATE) return undefined;
  return inputsOf(config, 'body')['rehearsal'] === 'handoff' ? 'handoff' : 'message';
}

function inputsOf(config: RawAction['config'], key: string): Readonly<Record<string, unknown>> {
  const inputs = isObject(config['inputs']) ? config['inputs'] : {};
  const input = inputs[key];
  const value = isObject(input) ? input['value'] : undefined;
  return isObject(value) ? value : {};
}

/** The webhook that tells people, and the wait for one of them to take the contact. */
export function readHandoff([action, wait]: readonly RawAction[]): Reading | undefined {
  if (!action || wait?.type !== 'wait_until_condition') return undefined;
  const to = (['sales', 'crm', 'call-centre'] as const).find(
    (one) => one === inputsOf(action.config, 'body')['to'],
  );
  const longest = readDuration(wait.config['max_wait_duration']);
  if (to === undefined || !longest) return undefined;
  const step: HandoffStep = {
    ...STEP_DEFINITIONS.handoff.defaults(),
    name: action.name,
    to,
    ...(!says(action.slip, 'patient') && { slaMinutes: minutes(longest.minutes) }),
    ...noted(action),
  };
  const ways: readonly Way[] = [
    { from: wait.id, type: 'branch', index: 0, exit: ACCEPTED },
    { from: wait.id, type: 'continue', exit: MISSED },
  ];
  return { step, ways, inner: [{ from: action.id, to: wait.id, type: 'continue' }] };
}

/** A captured event is a milestone that people pass. */
export function readCapture(action: RawAction): Reading {
  const properties = inputsOf(action.config, 'properties');
  const value = numberIn(properties['value']);
  const step: GoalStep = {
    kind: 'goal',
    name: action.name,
    ...(properties['conversion'] === '{true}' && {
      conversion: value !== undefined && value >= 0 ? { value: money(value) } : {},
    }),
    ...noted(action),
  };
  return { step, ways: [{ ...ALONG, from: action.id }] };
}

export function readUpdate(action: RawAction, context: ReadContext): Reading | undefined {
  if (action.config['template_id'] !== PERSON_TEMPLATE) return undefined;
  const changes = Object.entries(inputsOf(action.config, 'set_properties')).flatMap(([key, value]) =>
    changeOf(key, value, { action, context }),
  );
  const once = Object.keys(inputsOf(action.config, 'set_once_properties'));
  if (once.length > 0)
    context.warn({
      code: 'set-once-left-out',
      words: `“${action.path}” sets ${once.length === 1 ? 'a property' : `${once.length} properties`} only where nothing is known yet. That is left out.`,
      path: `${action.path}.config.inputs.set_once_properties`,
    });
  const step: UpdateStep = {
    kind: 'update',
    name: action.name,
    changes: changes.slice(0, 100),
    ...noted(action),
  };
  return { step, ways: [{ ...ALONG, from: action.id }] };
}

interface Place {
  readonly action: RawAction;
  readonly context: ReadContext;
}

function changeOf(key: string, value: unknown, { action, context }: Place): readonly Change[] {
  const flag = value === '{true}' || value === true;
  if (key.startsWith(TAG_KEY))
    return [{ type: flag ? 'addTag' : 'removeTag', tag: key.slice(TAG_KEY.length) }];
  const channel = (['all', ...CHANNELS] as const).find((one) => key === SUPPRESSED_KEY + one);
  if (channel !== undefined && flag) return [{ type: 'suppress', channel }];
  const added = typeof value === 'string' ? readAdded(value) : undefined;
  if (added?.column === key && key === SCORE_KEY) return [{ type: 'addScore', points: added.points }];
  const plain = valueOf(value);
  if (plain !== undefined) return [{ type: 'set', column: key, value: plain }];
  context.warn({
    code: 'change-not-read',
    words: `“${action.path}” sets “${key.slice(0, 60)}” to something that is worked out when it runs. That is left out.`,
    values: { key: key.slice(0, 60) },
    path: `${action.path}.config.inputs.set_properties`,
  });
  return [];
}

/** Everything in a dictionary is a template: `{true}` and `{42}` are the values themselves. */
function valueOf(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value !== 'string' || value.length > 10_000) return undefined;
  if (value === '{true}' || value === '{false}') return value === '{true}';
  return numberIn(value) ?? readHogText(value);
}

function numberIn(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\{-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\}$/.test(value)) return undefined;
  const number = Number(value.slice(1, -1));
  return Number.isFinite(number) ? number : undefined;
}
