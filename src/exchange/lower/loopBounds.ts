import {
  finishOrder,
  linksOf,
  loopsIn,
  reachableFrom,
  stepEntries,
  stepOf,
  successorsOf,
} from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';

/** The loops of a journey, and where it is enough to count arrivals to know when a contact may not come again. */
export interface LoopBounds {
  readonly loopOf: (id: StepId) => ReadonlySet<StepId> | undefined;
  readonly isCounted: (id: StepId) => boolean;
  /** Arrivals in one entry that are let in. */
  readonly boundOf: (id: StepId) => number;
}

export function loopBounds(journey: Journey): LoopBounds {
  const successors = successorsOf(journey);
  const loops = new Map<StepId, ReadonlySet<StepId>>();
  for (const loop of loopsIn(successors)) {
    const members = new Set(loop);
    for (const id of loop) loops.set(id, members);
  }
  const heads = new Set([...backTargets(journey), ...waysIn(journey, loops)]);
  const isCounted = (id: StepId) => {
    const loop = loops.get(id);
    if (!loop) return false;
    if (heads.has(id) || stepOf(journey, id)?.maxPasses !== undefined) return true;
    // A step that some counted step stands before on every round cannot come more often than that one.
    return ![...loop].some((head) => heads.has(head) && !isOnLoop(id, head, loop, successors));
  };
  const counted = new Set([...loops.keys()].filter(isCounted));
  return {
    loopOf: (id) => loops.get(id),
    isCounted: (id) => counted.has(id),
    boundOf: (id) => stepOf(journey, id)?.maxPasses ?? journey.settings.maxPasses,
  };
}

/** Whether a round through `id` is left when `without` is taken away. */
function isOnLoop(
  id: StepId,
  without: StepId,
  loop: ReadonlySet<StepId>,
  successors: ReadonlyMap<StepId, readonly StepId[]>,
): boolean {
  const walls = new Set([...successors.keys()].filter((other) => !loop.has(other) || other === without));
  const onward = (successors.get(id) ?? []).filter((next) => !walls.has(next));
  return reachableFrom(onward, successors, walls).has(id);
}

/** Where links lead back to in a depth-first walk from the entry: every round passes one of them. */
function backTargets(journey: Journey): readonly StepId[] {
  const successors = successorsOf(journey);
  const entries = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  const fromEntry = new Map([...entries, ...successors.keys()].map((id) => [id, successors.get(id) ?? []]));
  const rank = new Map(finishOrder(fromEntry).map((id, index) => [id, index]));
  return linksOf(journey)
    .filter(({ from, to }) => (rank.get(from) ?? 0) <= (rank.get(to) ?? 0))
    .map(({ to }) => to);
}

/** Steps of loops that links from outside lead to. */
function waysIn(journey: Journey, loops: ReadonlyMap<StepId, ReadonlySet<StepId>>): readonly StepId[] {
  return linksOf(journey).flatMap(({ from, to }) => {
    const loop = loops.get(to);
    return loop && !loop.has(from) ? [to] : [];
  });
}
