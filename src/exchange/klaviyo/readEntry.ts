import type { StepId } from '../../journey/ids.ts';
import type { ExitRule, ReEntry } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import type { EntryStep, EntryTrigger } from '../../journey/steps/entry.ts';
import type { StepOf } from '../../journey/steps/index.ts';
import { stepEntries } from '../../journey/graph.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, minutes } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import { clockOf } from './dates.ts';
import { clip, type Graph, type Node } from './graph.ts';
import { sameButIds } from './knownFilters.ts';
import { metricOf, placeholderOf } from './metrics.ts';
import { isAboutReEntry, type Reader } from './readCondition.ts';
import { allOf, conditionGroups, readGroup } from './readFilter.ts';
import { dataOf, type Reading } from './reading.ts';
import { wholeIn } from './readWait.ts';
import type { FlowDefinition } from './shape.ts';
import type { Json } from './types.ts';
import { part, type UnitPart } from './unit.ts';
import { OFFSET, TARGET } from './writeEntry.ts';

const PLACE = 'data.attributes.definition';
/** Events a day, where nobody has said how many there are. */
const ASSUMED_PER_DAY = 100;

export interface ReadEntry {
  readonly step: EntryStep;
  readonly trigger: Json | undefined;
  /** Actions that are a part of coming in. */
  readonly parts: readonly UnitPart[];
  readonly nodes: readonly Node[];
  readonly own: StepId | undefined;
  /** The action that contacts come to first; null: none. */
  readonly first: string | null;
  readonly exitRules: readonly ExitRule[];
  readonly reEntry: ReEntry;
}

export function readEntry(
  reading: Reading,
  definition: FlowDefinition,
  graph: Extract<Graph, { ok: true }>,
): ReadEntry {
  const [trigger] = definition.triggers;
  const base = entryIn(reading);
  const started = readStart(trigger, graph);
  const filters = readProfileFilter(reading, definition, base);
  const step: EntryStep = {
    kind: 'entry',
    name: base?.name ?? 'Entry',
    trigger: readTrigger(reading, trigger, { base, started }),
    ...(filters.eligible && { eligible: filters.eligible }),
  };
  return {
    step,
    trigger,
    ...started,
    exitRules: filters.exitRules,
    reEntry: readReEntry(reading, definition),
  };
}

function entryIn({ base }: Reading): StepOf<'entry'> | undefined {
  const found = base && stepEntries(base).find(([, { kind }]) => kind === 'entry');
  return found?.[1].kind === 'entry' ? found[1] : undefined;
}

type Started = Pick<ReadEntry, 'parts' | 'nodes' | 'own' | 'first'> & { readonly offset: Node | undefined };

/** A flow that a date starts begins with a wait for the hour of that day; ours may wait for days after it. */
function readStart(trigger: Json | undefined, { nodes, entry }: Extract<Graph, { ok: true }>): Started {
  const target = entry === null ? undefined : nodes.get(entry);
  const isOnce = [...nodes.values()].every((node) => Object.values(node.links).every((to) => to !== entry));
  if (trigger?.['type'] !== 'date' || target?.action.type !== 'target-date' || !isOnce)
    return { parts: [], nodes: [], own: undefined, first: entry, offset: undefined };
  const own = target.name?.part[0] === TARGET ? target.name.own : undefined;
  const behind = nodes.get(target.links['next'] ?? '');
  const offset =
    own !== undefined && behind?.name?.own === own && behind.name.part[0] === OFFSET ? behind : undefined;
  if (!offset)
    return {
      parts: [part(target, { next: 'next' })],
      nodes: [target],
      own,
      first: target.links['next'] ?? null,
      offset,
    };
  return {
    parts: [part(target, { next: offset }), part(offset, { next: 'next' })],
    nodes: [target, offset],
    own,
    first: offset.links['next'] ?? null,
    offset,
  };
}

interface StartedBy {
  readonly base: StepOf<'entry'> | undefined;
  readonly started: Started;
}

function readTrigger(
  reading: Reading,
  trigger: Json | undefined,
  { base, started }: StartedBy,
): EntryTrigger {
  const path = `${PLACE}.triggers.0`;
  const doubt = (code: string, words: string) => reading.draft.warn({ code, words, path });
  switch (trigger?.['type']) {
    case 'list':
    case 'segment':
      if (base?.trigger.type !== 'atOnce')
        doubt(
          'entry-by-group',
          `Who is in the ${trigger['type']} “${clip(String(trigger['id']))}” is not in the file: everyone in the audience comes in, at the start.`,
        );
      return { type: 'atOnce' };
    case 'metric':
      return readEvents(trigger, base, doubt);
    case 'date':
      return readDate(trigger, started, doubt);
    default:
      doubt(
        trigger ? 'trigger-unknown' : 'no-trigger',
        `${trigger ? `A flow that starts by “${clip(String(trigger['type']))}” has no counterpart here` : 'The file does not say what starts the flow'}: everyone in the audience comes in, at the start.`,
      );
      return { type: 'atOnce' };
  }
}

type Doubting = (code: string, words: string) => void;

function readEvents(trigger: Json, base: StartedBy['base'], doubt: Doubting): EntryTrigger {
  if (conditionGroups(trigger['trigger_filter']).length > 0)
    doubt('trigger-filter-dropped', 'Which events start the flow is not read: all events of the metric do.');
  if (base?.trigger.type === 'events') return base.trigger;
  doubt(
    'events-assumed',
    `How often the metric is counted is not in the file: ${ASSUMED_PER_DAY} events a day are assumed.`,
  );
  const { id } = trigger;
  return {
    type: 'events',
    event: typeof id === 'string' && id !== '' ? id : 'event',
    perDay: ASSUMED_PER_DAY,
  };
}

function readDate(trigger: Json, { offset, nodes }: Started, doubt: Doubting): EntryTrigger {
  const column = trigger['date_profile_property'];
  const [target] = nodes;
  const at = clockOf(target && dataOf(target)['target_time']) ?? clockOf(trigger['trigger_time']) ?? '09:00';
  if (typeof column !== 'string') {
    doubt(
      'date-unknown',
      'The date that starts the flow belongs to no profile: everyone in the audience comes in, at the start.',
    );
    return { type: 'atOnce' };
  }
  const { recurrence_frequency: recurrence, timedelta_unit_before_date: unit } = trigger;
  if (recurrence !== 'never')
    doubt(
      'recurrence-dropped',
      `The flow starts again ${clip(typeof recurrence === 'string' ? recurrence : 'monthly')}; here contacts come in once, on the date itself.`,
    );
  const size = unit === 'days' ? 1 : unit === 'months' ? 30 : 7;
  const before = Number(trigger['timedelta_value_before_date']);
  const days = Number.isInteger(before) ? before * size : 0;
  const after = offset ? wholeIn(dataOf(offset)['value']) : 0;
  return { type: 'date', column, offsetDays: Math.max(-36_500, Math.min(36_500, after - days)) + 0, at };
}

interface Filters {
  readonly eligible?: Rule;
  readonly exitRules: readonly ExitRule[];
}

/** What must not have happened since the start takes contacts out; the rest says who comes in. */
function readProfileFilter(
  reading: Reading,
  { profile_filter: filter }: FlowDefinition,
  entry: StartedBy['base'],
): Filters {
  const { base, known } = reading;
  if (base && known && sameButIds(known.profileFilter, filter ?? null))
    return { ...(entry?.eligible && { eligible: entry.eligible }), exitRules: base.settings.exitRules };
  const reader = reading.readerAt(`${PLACE}.profile_filter`);
  const groups = conditionGroups(filter).filter((group) => !group.every(isAboutReEntry));
  const leaving = groups.filter((group) => group.every(isSinceStart));
  const eligible = allOf(
    groups.filter((group) => !leaving.includes(group)).map((group) => readGroup(group, reader)),
  );
  const exitRules = leaving.map((group, index): ExitRule => ({
    id: `exit-rule-${index + 1}`,
    when: readLeaving(group, reader),
    mode: 'stepEnd',
  }));
  const everyone = eligible.kind === 'all' && eligible.rules.length === 0;
  return { ...(!everyone && { eligible }), exitRules };
}

function isSinceStart({ type, timeframe_filter: timeframe }: Json): boolean {
  return type === 'profile-metric' && isObject(timeframe) && timeframe['operator'] === 'flow-start';
}

function readLeaving(group: readonly Json[], reader: Reader): ExitRule['when'] {
  const [only, ...more] = group;
  const id = more.length === 0 ? String(only?.['metric_id']) : undefined;
  const channel = (['email', 'sms', 'push', 'whatsapp'] as const).find(
    (other) => placeholderOf(metricOf('unsubscribed', other)) === id,
  );
  if (channel) return { kind: 'unsubscribed', channel };
  const rule = readGroup(group, reader);
  const negated: Rule =
    rule.kind === 'none' ? { kind: 'any', rules: rule.rules } : { kind: 'none', rules: [rule] };
  const [inner] = negated.rules;
  const isConversion = negated.rules.length === 1 && inner?.kind === 'behaviour' && inner.did === 'converted';
  return isConversion && negated.kind === 'any' ? { kind: 'converted' } : { kind: 'rule', rule: negated };
}

const HOURS: Readonly<Record<string, number>> = {
  hour: MINUTES_PER_HOUR,
  day: MINUTES_PER_DAY,
  week: 7 * MINUTES_PER_DAY,
};

/** The criteria, or the longest time that contacts must not have been in the flow. */
function readReEntry({ base, known }: Reading, definition: FlowDefinition): ReEntry {
  const { reentry_criteria: criteria, profile_filter: filter } = definition;
  if (base && known && sameButIds(known.reEntry, criteria ?? null)) return base.settings.reEntry;
  const apart = conditionGroups(filter)
    .flat()
    .filter(isAboutReEntry)
    .map(({ timeframe_filter: timeframe }) =>
      isObject(timeframe) ? apartBy(timeframe['quantity'], timeframe['unit']) : Infinity,
    );
  const own = criteria ? apartBy(criteria.duration, criteria.unit) : apart.length > 0 ? 0 : Infinity;
  const longest = Math.max(own, ...apart);
  if (longest === Infinity) return { mode: 'never' };
  return longest > 0
    ? { mode: 'cooldown', minutes: minutes(Math.min(longest, MAX_MINUTES)), from: 'start' }
    : { mode: 'afterExit' };
}

/** Minutes; of “all time”, 1 means never again and 0 that nothing is in the way. */
function apartBy(quantity: unknown, unit: unknown): number {
  if (unit === 'alltime') return quantity === 0 ? 0 : Infinity;
  const size = typeof unit === 'string' && Object.hasOwn(HOURS, unit) ? HOURS[unit] : undefined;
  return size === undefined ? Infinity : wholeIn(quantity) * size;
}
