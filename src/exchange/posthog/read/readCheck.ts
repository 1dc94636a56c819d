import type { StepId } from '../../../journey/ids.ts';
import { type CheckStep, NO_RESPONSE, type Response, RESPONSES } from '../../../journey/steps/check.ts';
import { ELSE, type SplitStep } from '../../../journey/steps/split.ts';
import { days, minutes, MINUTES_PER_DAY } from '../../../journey/units.ts';
import { isObject } from '../../kept.ts';
import { readDuration } from '../durations.ts';
import { numberOf, says, textOf } from '../slip.ts';
import { ACTION_PROPERTY, type Edge, EMAIL_EVENTS } from '../format.ts';
import { called, noted, type RawAction, type ReadContext, type Reading, type Way } from './context.ts';
import { ruleOfFilters } from './readFilters.ts';

/** A wait for something, or several that we wrote for the exits of one check. */
export function readCheck(actions: readonly RawAction[], context: ReadContext): Reading | undefined {
  const [first, ...stages] = actions;
  if (!first) return undefined;
  const events = eventsOf(first);
  if (events.length === 0) return stages.length === 0 ? asSplit(first, context) : undefined;
  const responses = RESPONSES.filter((response) => events.some((event) => event.response === response));
  if (stages.length > 0 && stages.length !== responses.length - 1) return undefined;
  warnOfEvents(first, events, context);
  const step: CheckStep = {
    kind: 'check',
    name: first.name,
    on: messageOf(first, events, context) ?? 'latest',
    responses,
    windowMinutes: minutes(numberOf(first.slip, 'minutes') ?? windowOf(first, context)),
    windowFrom: textOf(first.slip, 'window') === 'send' ? 'send' : 'arrival',
    ranked: says(first.slip, 'ranked'),
    ...noted(first),
  };
  return {
    step,
    ...waysOf(
      first.id,
      stages.map(({ id }) => id),
      responses,
    ),
  };
}

/** All responses leave by one branch; with stages, the best by the first of them, and so on. */
export function waysOf(
  id: string,
  stages: readonly string[],
  responses: readonly Response[],
): { readonly ways: readonly Way[]; readonly inner: readonly Edge[] } {
  const silent: Way = { from: id, type: 'continue', exit: NO_RESPONSE };
  const last = stages.at(-1);
  if (last === undefined)
    return {
      ways: [...responses.map((exit): Way => ({ from: id, type: 'branch', index: 0, exit })), silent],
      inner: [],
    };
  const ways = responses.map((exit, at): Way => {
    const stage = stages[at];
    return stage === undefined
      ? { from: last, type: 'continue', exit }
      : { from: stage, type: 'branch', index: 0, exit };
  });
  const inner = stages.map((to, at): Edge => {
    const before = stages[at - 1];
    return before === undefined
      ? { from: id, to, type: 'branch', index: 0 }
      : { from: before, to, type: 'continue' };
  });
  return { ways: [...ways, silent], inner };
}

interface Awaited {
  readonly event: string;
  readonly response: Response;
  /** Whether the event itself says so. */
  readonly sure: boolean;
  readonly actions: readonly string[];
}

function eventsOf({ config }: RawAction): readonly Awaited[] {
  const { condition, events } = config;
  const named: readonly unknown[] = Array.isArray(events) ? events.slice(0, 50) : [];
  return [condition, ...named].flatMap((entry) => {
    if (!isObject(entry) || !isObject(entry['filters'])) return [];
    const list = entry['filters']['events'];
    const name = RESPONSES.find((response) => response === entry['name']);
    return Array.isArray(list) ? list.slice(0, 50).flatMap((one: unknown) => awaited(one, name)) : [];
  });
}

function awaited(one: unknown, name: Response | undefined): readonly Awaited[] {
  if (!isObject(one)) return [];
  const event = [one['id'], one['name']].find((text) => typeof text === 'string' && text !== '');
  if (typeof event !== 'string') return [];
  const own =
    name ??
    RESPONSES.find(
      (response) =>
        Object.hasOwn(EMAIL_EVENTS, response) &&
        EMAIL_EVENTS[response as keyof typeof EMAIL_EVENTS] === event,
    );
  const properties = Array.isArray(one['properties']) ? one['properties'] : [];
  const actions = properties.flatMap((property: unknown): readonly string[] => {
    if (!isObject(property) || property['key'] !== ACTION_PROPERTY) return [];
    const { value } = property;
    return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  });
  return [{ event, response: own ?? 'converted', sure: own !== undefined, actions }];
}

function warnOfEvents(action: RawAction, events: readonly Awaited[], context: ReadContext): void {
  const strange = events.find(({ sure }) => !sure);
  if (strange)
    context.warn({
      code: 'event-read-as-conversion',
      words: `“${called(action)}” waits for “${strange.event.slice(0, 60)}”. The simulation does not know how often that happens: who converts leaves by it.`,
      values: { event: strange.event.slice(0, 60) },
      path: `${action.path}.config`,
    });
}

/** The one message that is asked about. */
function messageOf(
  { slip }: RawAction,
  events: readonly Awaited[],
  context: ReadContext,
): StepId | undefined {
  const ids = new Set(events.flatMap(({ actions }) => actions));
  const [only] = ids;
  if (says(slip, 'latest')) return undefined;
  const kept = textOf(slip, 'on');
  return kept !== undefined
    ? context.messageOf(kept)
    : only !== undefined && ids.size === 1
      ? context.messageOf(only)
      : undefined;
}

function windowOf({ config, path }: RawAction, context: ReadContext): number {
  const read = readDuration(config['max_wait_duration']);
  if (read && read.minutes > 0 && !read.cut) return read.minutes;
  const cut = read !== undefined && read.minutes > 0;
  context.warn({
    code: cut ? 'duration-cut' : 'duration-not-read',
    words: cut
      ? `“${path}.config.max_wait_duration” is more than PostHog waits: it is cut to ${read.minutes / MINUTES_PER_DAY} days there, and read as that.`
      : `“${path}.config.max_wait_duration” is not a duration such as 30m, 2h or 1.5d. It looks for a day instead.`,
    path: `${path}.config.max_wait_duration`,
  });
  return cut ? read.minutes : days(1);
}

/** What waits for a person to become somebody: whoever is not is let through at once, as nothing here changes a person meanwhile. */
function asSplit(action: RawAction, context: ReadContext): Reading {
  const { id, config, path } = action;
  const condition = isObject(config['condition']) ? config['condition'] : {};
  const rule = ruleOfFilters(condition['filters'], `${path}.config.condition.filters`, context);
  context.warn({
    code: 'wait-read-as-split',
    words: `“${called(action)}” waits until a person has certain properties. Here it parts contacts at once, by what is known of them when they come.`,
    path,
  });
  const step: SplitStep = {
    kind: 'split',
    name: action.name,
    branches: [{ id: 'met', name: 'Condition met', rule }],
    ...noted(action),
  };
  return {
    step,
    ways: [
      { from: id, type: 'branch', index: 0, exit: 'met' },
      { from: id, type: 'continue', exit: ELSE },
    ],
  };
}
