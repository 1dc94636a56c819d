import type { StepId } from '../../journey/ids.ts';
import type { EntryTrigger } from '../../journey/steps/entry.ts';
import type { StepOf } from '../../journey/steps/index.ts';
import { clockOf } from './dates.ts';
import { clip, type Graph, type Node } from './graph.ts';
import { conditionGroups } from './readFilter.ts';
import { dataOf, type Reading } from './reading.ts';
import { wholeIn } from './readWait.ts';
import type { Json } from './types.ts';
import { part, type UnitPart } from './unit.ts';
import { OFFSET, TARGET } from './writeEntry.ts';

const PATH = 'data.attributes.definition.triggers.0';
/** Events a day, where nobody has said how many there are. */
const ASSUMED_PER_DAY = 100;

/** How the flow begins. */
export interface Started {
  /** Actions that are a part of coming in. */
  readonly parts: readonly UnitPart[];
  readonly nodes: readonly Node[];
  readonly own: StepId | undefined;
  /** The action that contacts come to first; null: none. */
  readonly first: string | null;
  /** A wait for days after the date. */
  readonly offset: Node | undefined;
}

/** A flow that a date starts begins with a wait for the hour of that day; ours may wait for days after it. */
export function readStart(
  trigger: Json | undefined,
  { nodes, entry }: Extract<Graph, { ok: true }>,
): Started {
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

export function readTrigger(
  reading: Reading,
  trigger: Json | undefined,
  { base, started }: StartedBy,
): EntryTrigger {
  const doubt = (code: string, words: string) => reading.draft.warn({ code, words, path: PATH });
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
