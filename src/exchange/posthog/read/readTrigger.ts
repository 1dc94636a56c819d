import { EVERYONE, type Rule } from '../../../journey/rules.ts';
import type { EntryStep, EntryTrigger } from '../../../journey/steps/entry.ts';
import { minutes } from '../../../journey/units.ts';
import { isObject } from '../../kept.ts';
import { numberOf, textOf } from '../slip.ts';
import { ALONG, called, noted, type RawAction, type ReadContext, type Reading, type Way } from './context.ts';
import { ruleOfFilters, ruleOfProperties } from './readFilters.ts';

/** Of triggers whose file does not say how often their event happens. */
const EVENTS_PER_DAY = 100;

/** The trigger, and the branch behind it where we wrote who may come in as one. */
export function readTrigger([action, gate]: readonly [RawAction, RawAction?], context: ReadContext): Reading {
  const trigger = triggerOf(action, context);
  const spread = numberOf(action.slip, 'spread');
  const eligible = gate ? gateRule(gate, context) : eligibleOf(action, context);
  const step: EntryStep = {
    kind: 'entry',
    name: action.name,
    trigger,
    ...(eligible && { eligible }),
    ...(spread !== undefined && spread > 0 && { spreadMinutes: minutes(spread) }),
    ...noted(action),
  };
  if (!gate) return { step, ways: [{ ...ALONG, from: action.id }] };
  const ways = conditionsOf(gate).map((_, index): Way => ({
    from: gate.id,
    type: 'branch',
    index,
    exit: 'next',
  }));
  return { step, ways, inner: [{ from: action.id, to: gate.id, type: 'continue' }] };
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function triggerOf(action: RawAction, context: ReadContext): EntryTrigger {
  const { config, slip } = action;
  const at = textOf(slip, 'at');
  const days = numberOf(slip, 'days');
  if (config['type'] === 'batch') {
    if (at === undefined || !CLOCK.test(at) || days === undefined) return { type: 'atOnce' };
    const column = textOf(slip, 'column');
    if (column !== undefined) return { type: 'date', column, offsetDays: days, at };
    return days > 0 ? { type: 'schedule', everyDays: days, at } : { type: 'atOnce' };
  }
  if (config['type'] === 'schedule') {
    context.warn({
      code: 'schedule-not-in-file',
      words: `“${called(action)}” runs on a schedule, which is not in the file. Everyone comes in at the start.`,
      path: action.path,
    });
    return { type: 'atOnce' };
  }
  return { type: 'events', event: eventOf(action, context), perDay: perDay(action, context) };
}

function perDay(action: RawAction, context: ReadContext): number {
  if (!context.hasBase)
    context.warn({
      code: 'events-per-day-guessed',
      words: `The file does not say how often the event of “${called(action)}” happens: ${EVENTS_PER_DAY} times a day over the whole audience is assumed. Set it at the entry.`,
      path: action.path,
    });
  return EVENTS_PER_DAY;
}

function eventOf(action: RawAction, context: ReadContext): string {
  const { config, path, name } = action;
  const type = typeof config['type'] === 'string' ? config['type'] : 'unknown';
  const names = [...eventsIn(config, 'events'), ...eventsIn(config, 'actions')].map(({ event }) => event);
  const [first] = names;
  if (type !== 'event') {
    context.warn({
      code: 'trigger-as-event',
      words: `“${called(action)}” is a trigger of the kind “${type.slice(0, 60)}”. It is read as an event that happens by chance.`,
      path,
    });
    return first ?? type.slice(0, 200);
  }
  return names.length > 0 ? names.join(' or ').slice(0, 10_000) : name;
}

interface TriggerEvent {
  readonly event: string;
  readonly properties: unknown;
  readonly path: string;
}

function eventsIn(config: RawAction['config'], kind: 'events' | 'actions'): readonly TriggerEvent[] {
  const filters = config['filters'];
  const list = isObject(filters) ? filters[kind] : undefined;
  if (!Array.isArray(list)) return [];
  return list.slice(0, 50).flatMap((one: unknown, index): TriggerEvent[] => {
    if (!isObject(one)) return [];
    const event = [one['name'], one['id']].find((text) => typeof text === 'string' && text !== '');
    const path = `config.filters.${kind}.${index}.properties`;
    return typeof event === 'string'
      ? [{ event: event.slice(0, 10_000), properties: one['properties'], path }]
      : [];
  });
}

/** Who may come in; undefined: everyone. A question that cannot be asked is left out whole, or nobody would come. */
function eligibleOf({ config, path }: RawAction, context: ReadContext): Rule | undefined {
  const strange: string[] = [];
  const careful: ReadContext = {
    ...context,
    warn: (doubt) =>
      doubt.code === 'filter-not-read' ? strange.push(doubt.path ?? path) : context.warn(doubt),
  };
  const filters = config['filters'];
  const properties = isObject(filters) ? filters['properties'] : undefined;
  const events = eventsIn(config, 'events').map((event) =>
    ruleOfProperties(event.properties, `${path}.${event.path}`, careful),
  );
  const all = ruleOfProperties(properties, `${path}.config.filters.properties`, careful);
  const rules = [all, ...(events.every(isOpen) || events.some(isOpen) ? [] : [oneOf(events)])].filter(
    (rule) => !isOpen(rule),
  );
  if (strange.length > 0) {
    context.warn({
      code: 'entry-filter-not-read',
      words: `“${strange[0] ?? path}” asks something that the simulation cannot know. The entry does not ask who comes in.`,
      path: strange[0] ?? path,
    });
    return undefined;
  }
  const [only] = rules;
  return rules.length > 1 ? { kind: 'all', rules } : only;
}

function isOpen(rule: Rule): boolean {
  return rule.kind === 'all' && rule.rules.length === 0;
}

function oneOf(rules: readonly Rule[]): Rule {
  const [only] = rules;
  return only && rules.length === 1 ? only : { kind: 'any', rules };
}

function gateRule(gate: RawAction, context: ReadContext): Rule {
  const rules = conditionsOf(gate).map((condition, index) =>
    ruleOfFilters(condition['filters'], `${gate.path}.config.conditions.${index}.filters`, context),
  );
  const [only] = rules;
  return only && rules.length === 1 ? only : rules.length === 0 ? EVERYONE : { kind: 'any', rules };
}

/** The conditions of a branch; what is none counts as one that everyone meets, so that numbers stay right. */
export function conditionsOf({ config }: RawAction): readonly Readonly<Record<string, unknown>>[] {
  const list = config['conditions'];
  return Array.isArray(list) ? list.map((one: unknown) => (isObject(one) ? one : {})) : [];
}
