import type { Journey, Position } from './journey.ts';
import { sortedIds } from './ids.ts';

const ROW = 150;

/** A program that writes journeys need not draw them: steps without a position stand in a column below the others. */
export function withPositions(journey: Journey): Journey {
  const missing = sortedIds(journey.steps).filter((id) => !Object.hasOwn(journey.layout, id));
  if (missing.length === 0) return journey;
  const positions: readonly Position[] = Object.values(journey.layout);
  const x = positions.reduce((left, at) => Math.min(left, at.x), Infinity);
  const below = positions.reduce((low, at) => Math.max(low, at.y + ROW), 0);
  const column = missing.map(
    (id, index) => [id, { x: Number.isFinite(x) ? x : 0, y: below + index * ROW }] as const,
  );
  return { ...journey, layout: { ...journey.layout, ...Object.fromEntries(column) } };
}
