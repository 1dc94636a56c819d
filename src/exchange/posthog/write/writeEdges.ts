import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import { type Action, type Edge, OPEN_END, type Outlet, outletKey } from '../format.ts';
import type { Origin } from './keptParts.ts';
import type { Parts } from './parts.ts';

interface Wired {
  readonly edges: readonly unknown[];
  /** The exit of open ends, where there are any. */
  readonly openEnd: Action | undefined;
}

/** Where the ways out of all actions lead. What the journey has no exit for stays as it was in the file that it came from. */
export function writeEdges(
  journey: Journey,
  { parts, unchanged, actionOf, freeId }: Parts,
  origin: Origin,
): Wired {
  const ours = new Map<string, Edge>();
  let openEnd: string | undefined;
  const known = new Set(origin.edges.map(outletKey));
  const end = (outlet: Outlet) => {
    // An action that led nowhere before leads nowhere now.
    if (unchanged.has(outlet.from) && !known.has(outletKey(outlet))) return;
    openEnd ??= freeId('exit_node');
    ours.set(outletKey(outlet), edgeOf(outlet, openEnd));
  };
  for (const [step, { inner = [], ways, ended = [] }] of parts) {
    for (const edge of inner) ours.set(outletKey(edge), edge);
    for (const way of ways) {
      const to = targetOf(journey, step, way.exit);
      if (to === undefined) end(way);
      else ours.set(outletKey(way), edgeOf(way, actionOf(to)));
    }
    for (const outlet of ended) end(outlet);
  }
  const there = new Set([...parts.values()].flatMap(({ actions }) => actions.map(({ id }) => id)));
  if (openEnd !== undefined) there.add(openEnd);
  return {
    edges: inKeptOrder(ours, { origin, there, unchanged }),
    openEnd: openEnd === undefined ? undefined : openExit(openEnd),
  };
}

function targetOf(journey: Journey, step: StepId, exit: string): StepId | undefined {
  const exits = journey.links[step];
  return exits && Object.hasOwn(exits, exit) ? exits[exit] : undefined;
}

function edgeOf({ from, type, index }: Outlet, to: string): Edge {
  return { from, to, type, ...(type === 'branch' && { index: index ?? 0 }) };
}

function inKeptOrder(
  ours: ReadonlyMap<string, Edge>,
  {
    origin,
    there,
    unchanged,
  }: {
    readonly origin: Origin;
    readonly there: ReadonlySet<string>;
    readonly unchanged: ReadonlySet<string>;
  },
): readonly unknown[] {
  const done = new Set<string>();
  const kept = origin.edges.flatMap((edge): unknown[] => {
    const key = outletKey(edge);
    if (done.has(key)) return [];
    done.add(key);
    const own = ours.get(key);
    if (own) return [{ ...edge.raw, to: own.to }];
    return unchanged.has(edge.from) && there.has(edge.to) ? [edge.raw] : [];
  });
  return [...kept, ...[...ours].flatMap(([key, edge]) => (done.has(key) ? [] : [edge]))];
}

function openExit(id: string): Action {
  return {
    id,
    name: 'Exit',
    description: '',
    filters: null,
    created_at: 0,
    updated_at: 0,
    type: 'exit',
    config: { reason: OPEN_END },
  };
}
