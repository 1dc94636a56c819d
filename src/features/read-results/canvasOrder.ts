import { stepEntries, successorsOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { remembered } from '../../journey/remembered.ts';

/** Rows about steps as the canvas reads: from left to right, from top to bottom. Several of a step stay in their order. */
export function inCanvasOrder<Row>(
  rows: readonly Row[],
  journey: Journey,
  stepOf: (row: Row) => string,
): readonly Row[] {
  const place = placesOf(journey);
  return rows.toSorted((a, b) => place(stepOf(a)) - place(stepOf(b)));
}

/** Several tables of a page ask for the same journey, each time they are drawn. */
const placesOf = remembered((journey): ((step: string) => number) => {
  const { layout } = journey;
  const steps = inReach(journey);
  // Where somebody wrote a journey without places, what comes first on the way comes first.
  const isLaidOut = steps.every((id) => layout[id] !== undefined);
  const at = (id: StepId) => layout[id] ?? { x: 0, y: 0 };
  const ordered = isLaidOut ? steps.toSorted((a, b) => at(a).x - at(b).x || at(a).y - at(b).y) : steps;
  const places = new Map<string, number>(ordered.map((id, place) => [id, place]));
  return (step) => places.get(step) ?? ordered.length;
});

/** From the entry on, nearest first; what nothing leads to comes last. */
function inReach(journey: Journey): readonly StepId[] {
  const all = stepEntries(journey);
  const successors = successorsOf(journey);
  const seen = new Set<StepId>(all.flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : [])));
  // A set goes on through what is added while it is gone through.
  for (const id of seen) for (const next of successors.get(id) ?? []) seen.add(next);
  return [...seen, ...all.map(([id]) => id).filter((id) => !seen.has(id))];
}
