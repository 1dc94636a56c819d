import type { Journey, StepId } from '../../../journey/journey.ts';
import { exitsOf } from '../../../journey/steps/index.ts';
import { openExit, placeOf, type ExitRef } from '../canvasEdits.ts';
import { CARD_WIDTH } from '../cardLayout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Where an arrow key leads: downstream, upstream, or to the sibling above or below. Undefined: nowhere. */
export function neighbour(journey: Journey, from: StepId, direction: Direction): StepId | undefined {
  switch (direction) {
    case 'right':
      return downstream(journey, from)[0];
    case 'left':
      return nearestFirst(journey, from, upstream(journey, from))[0];
    case 'up':
    case 'down':
      return sibling(journey, from, direction);
  }
}

/** Where the walk begins when nothing is selected. */
export function firstOf(journey: Journey): StepId | undefined {
  const ids = Object.keys(journey.steps) as StepId[];
  return (
    ids.find((id) => journey.steps[id]?.kind === 'entry') ??
    ids.toSorted((a, b) => placeOf(journey, a).x - placeOf(journey, b).x)[0]
  );
}

/** Steps that its exits lead to, in the order of the exits. */
export function downstream(journey: Journey, from: StepId): readonly StepId[] {
  const step = journey.steps[from];
  const targets = step ? exitsOf(step).flatMap((exit) => journey.links[from]?.[exit] ?? []) : [];
  return [...new Set(targets)].filter((id) => id !== from);
}

export function upstream(journey: Journey, to: StepId): readonly StepId[] {
  return (Object.keys(journey.links) as StepId[]).filter(
    (id) => id !== to && Object.values(journey.links[id] ?? {}).includes(to),
  );
}

/** The open way out that is the fewest links before the step. */
export function nearestOpen(journey: Journey, from: StepId): ExitRef | undefined {
  const seen = new Set([from]);
  for (const id of seen) {
    const exit = openExit(journey, id);
    if (exit !== undefined) return { from: id, exit };
    for (const before of upstream(journey, id)) seen.add(before);
  }
  return undefined;
}

/** What the same step leads to, else what stands above or below; the nearest on that side. */
function sibling(journey: Journey, from: StepId, direction: 'up' | 'down'): StepId | undefined {
  const { x, y } = placeOf(journey, from);
  const onThatSide = (id: StepId) => {
    const other = placeOf(journey, id);
    return id !== from && (direction === 'up' ? other.y < y : other.y > y);
  };
  const related = upstream(journey, from).flatMap((parent) => downstream(journey, parent));
  const inColumn = (Object.keys(journey.steps) as StepId[]).filter(
    (id) => Math.abs(placeOf(journey, id).x - x) < CARD_WIDTH,
  );
  for (const candidates of [related, inColumn]) {
    const [best] = candidates
      .filter(onThatSide)
      .toSorted((a, b) => Math.abs(placeOf(journey, a).y - y) - Math.abs(placeOf(journey, b).y - y));
    if (best) return best;
  }
  return undefined;
}

function nearestFirst(journey: Journey, to: StepId, ids: readonly StepId[]): readonly StepId[] {
  const { x, y } = placeOf(journey, to);
  // A link that leads back comes from the right; upstream is to the left where there is anything.
  const distance = (id: StepId) => {
    const other = placeOf(journey, id);
    return Math.hypot(other.x - x, other.y - y) + (other.x >= x ? 1e6 : 0);
  };
  return ids.toSorted((a, b) => distance(a) - distance(b));
}
