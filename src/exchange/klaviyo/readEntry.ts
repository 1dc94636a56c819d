import { stepEntries } from '../../journey/graph.ts';
import type { ExitRule, ReEntry } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import { MAX_MINUTES } from '../../journey/schema/values.ts';
import type { EntryStep } from '../../journey/steps/entry.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, minutes } from '../../journey/units.ts';
import { isObject } from '../kept.ts';
import type { Graph } from './graph.ts';
import { sameButIds } from './knownFilters.ts';
import { metricOf, placeholderOf } from './metrics.ts';
import { isAboutReEntry, type Reader } from './readCondition.ts';
import { allOf, conditionGroups, readGroup } from './readFilter.ts';
import type { Reading } from './reading.ts';
import { readStart, readTrigger, type Started } from './readTrigger.ts';
import { wholeIn } from './readWait.ts';
import type { FlowDefinition } from './shape.ts';
import type { Json } from './types.ts';

const PLACE = 'data.attributes.definition';

interface ReadEntry extends Started {
  readonly step: EntryStep;
  readonly trigger: Json | undefined;
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

function entryIn({ base }: Reading): EntryStep | undefined {
  const found = base && stepEntries(base).find(([, { kind }]) => kind === 'entry');
  return found?.[1].kind === 'entry' ? found[1] : undefined;
}

interface Filters {
  readonly eligible?: Rule;
  readonly exitRules: readonly ExitRule[];
}

/** What must not have happened since the start takes contacts out; the rest says who comes in. */
function readProfileFilter(
  reading: Reading,
  { profile_filter: filter }: FlowDefinition,
  entry: EntryStep | undefined,
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
