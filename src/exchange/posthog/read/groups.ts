import { isObject } from '../../kept.ts';
import { numberOf, readDescription } from '../slip.ts';
import { OPEN_END } from '../format.ts';
import type { RawAction, ReadContext, Reading } from './context.ts';
import type { FlowGraph } from './graph.ts';
import { readAlone, readTogether } from './readAction.ts';
import type { FlowShape } from './shape.ts';

/** Actions that are one step, the one that contacts come to first, and what they are read as. */
export interface Group {
  readonly actions: readonly RawAction[];
  readonly reading: Reading;
}

export function rawActions({ actions }: Pick<FlowShape, 'actions'>): readonly RawAction[] {
  return actions.map((action, index) => {
    const { note, slip } = readDescription(action['description']);
    return {
      id: action.id,
      type: action.type,
      name: typeof action['name'] === 'string' ? action['name'].slice(0, 10_000) : '',
      note: note.slice(0, 10_000),
      slip,
      config: isObject(action.config) ? action.config : {},
      path: `actions.${index}`,
    };
  });
}

/** The exit that stands for “leads nowhere”. */
function isOpenEnd({ type, config }: RawAction): boolean {
  return type === 'exit' && config['reason'] === OPEN_END;
}

export function groupsOf(
  actions: readonly RawAction[],
  graph: FlowGraph,
  context: ReadContext,
): readonly Group[] {
  const byId = new Map(actions.map((action) => [action.id, action]));
  const together = new Map<string, readonly RawAction[]>();
  const later = new Set<string>();
  for (const action of actions) {
    const members = membersOf(action, byId);
    if (!members || !holdTogether(members, graph, context)) continue;
    together.set(action.id, members);
    for (const { id } of members.slice(1)) later.add(id);
  }
  return actions.flatMap((action): Group[] => {
    if (isOpenEnd(action) || later.has(action.id)) return [];
    const members = together.get(action.id);
    const reading = members && readTogether(members, context);
    return [
      members && reading
        ? { actions: members, reading }
        : { actions: [action], reading: alone(action, graph, context) },
    ];
  });
}

const MOST_TOGETHER = 40;

/** `wait`, `wait--2`, `wait--3`, where the first says that they are three. */
function membersOf(
  action: RawAction,
  byId: ReadonlyMap<string, RawAction>,
): readonly RawAction[] | undefined {
  const count = numberOf(action.slip, 'actions') ?? 1;
  if (count < 2 || count > MOST_TOGETHER) return undefined;
  const others = Array.from({ length: count - 1 }, (_, index) => byId.get(`${action.id}--${index + 2}`));
  const members = [action, ...others.filter((other) => other !== undefined)];
  return members.length === count ? members : undefined;
}

/** Whether nothing was changed about how they are joined, and nothing else leads into the midst of them. */
function holdTogether(members: readonly RawAction[], graph: FlowGraph, context: ReadContext): boolean {
  const silent = { ...context, warn: () => undefined };
  const reading = readTogether(members, silent);
  if (!reading?.inner) return false;
  const { inner } = reading;
  const entered = members.slice(1).every(({ id }) => {
    const into = graph.into(id);
    return into.length > 0 && into.length === inner.filter(({ to }) => to === id).length;
  });
  return entered && inner.every((edge) => graph.target(edge) === edge.to) && agree(reading, graph);
}

/** Several ways that are one exit must lead to one place. */
function agree({ ways }: Reading, graph: FlowGraph): boolean {
  const targets = new Map<string, string | undefined>();
  return ways.every((way) => {
    const target = graph.target(way);
    if (targets.has(way.exit)) return targets.get(way.exit) === target;
    targets.set(way.exit, target);
    return true;
  });
}

function alone(action: RawAction, graph: FlowGraph, context: ReadContext): Reading {
  const silent = { ...context, warn: () => undefined };
  const trusted = agree(readAlone(action, silent), graph);
  return readAlone(trusted ? action : { ...action, slip: {} }, context);
}
