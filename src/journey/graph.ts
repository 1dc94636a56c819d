import { sortedIds } from './ids.ts';
import type { Journey, Link, StepId } from './journey.ts';
import { remembered } from './remembered.ts';
import { exitsOf, type Step } from './steps/index.ts';

/** A step that is there: ids from documents must not find what every object inherits. */
export function stepOf(journey: Journey, id: StepId): Step | undefined {
  const step = journey.steps[id];
  // What objects inherit is functions, and the prototype itself. Asking this is much faster than asking for an own key.
  return typeof step === 'object' && step !== Object.prototype ? step : undefined;
}

/** Steps with their ids, sorted by id. */
export const stepEntries = remembered((journey): readonly (readonly [StepId, Step])[] => {
  return sortedIds(journey.steps).flatMap((id) => {
    const step = stepOf(journey, id);
    return step ? [[id, step] as const] : [];
  });
});

/** Every link, by step id and then in the order of the step's exits; links of exits that do not exist come last. */
export const linksOf = remembered((journey): readonly Link[] => {
  return sortedIds(journey.links).flatMap((from) => {
    const step = stepOf(journey, from);
    const links = journey.links[from] ?? {};
    const order = step ? exitsOf(step) : [];
    const known = order.filter((exit) => Object.hasOwn(links, exit));
    const strays = Object.keys(links)
      .filter((exit) => !order.includes(exit))
      .sort();
    return [...known, ...strays].flatMap((exit) => {
      const to = links[exit];
      return to === undefined ? [] : [{ from, exit, to }];
    });
  });
});

/** Step → steps that its links lead to, existing ones only. */
export const successorsOf = remembered((journey): ReadonlyMap<StepId, readonly StepId[]> => {
  const successors = new Map<StepId, StepId[]>(stepEntries(journey).map(([id]) => [id, []]));
  for (const { from, to } of linksOf(journey)) if (successors.has(to)) successors.get(from)?.push(to);
  return successors;
});

/** Step → links that lead to it. */
export const linksInto = remembered((journey): ReadonlyMap<StepId, readonly Link[]> => {
  const into = new Map<StepId, Link[]>();
  for (const link of linksOf(journey)) {
    const known = into.get(link.to);
    if (known) known.push(link);
    else into.set(link.to, [link]);
  }
  return into;
});

/** What contacts can get to at all: everything that some way leads to from an entry. */
export const reachedSteps = remembered((journey): ReadonlySet<StepId> => {
  const entries = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  return reachableFrom(entries, successorsOf(journey));
});

/** All steps that can be got to from the given ones, these included, without passing `walls`. */
export function reachableFrom<Node extends string = StepId>(
  starts: readonly Node[],
  successors: ReadonlyMap<Node, readonly Node[]>,
  walls: ReadonlySet<Node> = new Set(),
): ReadonlySet<Node> {
  const seen = new Set<Node>(starts);
  const open = [...starts];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const next of successors.get(id) ?? []) {
      if (seen.has(next) || walls.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}

/** Groups of steps that lead to each other: the loops. A step alone is a group when it leads to itself. */
export function loopsIn(successors: ReadonlyMap<StepId, readonly StepId[]>): readonly (readonly StepId[])[] {
  const predecessors = new Map<StepId, StepId[]>([...successors.keys()].map((id) => [id, []]));
  for (const [from, targets] of successors) for (const to of targets) predecessors.get(to)?.push(from);
  const placed = new Set<StepId>();
  const loops: StepId[][] = [];
  for (const id of finishOrder(successors).reverse()) {
    if (placed.has(id)) continue;
    const group = [...reachableFrom([id], predecessors, placed)];
    for (const member of group) placed.add(member);
    if (group.length > 1 || successors.get(id)?.includes(id)) loops.push(group.sort());
  }
  return loops;
}

/** Depth-first order in which steps are left for good; on its own stack, since a journey may be a thousand steps long. */
export function finishOrder(successors: ReadonlyMap<StepId, readonly StepId[]>): StepId[] {
  const seen = new Set<StepId>();
  const finished: StepId[] = [];
  for (const start of successors.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const stack = [{ id: start, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const target = successors.get(top.id)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        finished.push(top.id);
        stack.pop();
      } else if (!seen.has(target)) {
        seen.add(target);
        stack.push({ id: target, next: 0 });
      }
    }
  }
  return finished;
}

/** Steps as somebody walks them who comes in: each way to its end before the next. What nobody comes to is left out. */
export const wayOrder = remembered((journey): readonly StepId[] => {
  const order = new Set<StepId>();
  const open = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (order.has(id)) continue;
    order.add(id);
    open.push(...(successorsOf(journey).get(id) ?? []).toReversed());
  }
  return [...order];
});
