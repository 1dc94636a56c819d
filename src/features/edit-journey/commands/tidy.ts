import { Graph, layout } from '@dagrejs/dagre';
import type { Edit } from '../../../journey/edits.ts';
import { linksOf } from '../../../journey/graph.ts';
import type { Journey, Position, StepId } from '../../../journey/journey.ts';
import { placeOf } from '../canvasEdits.ts';
import { cardBox, GAP_X, GAP_Y, type Box } from '../cardLayout.ts';
import { bounds, moves } from './arrange.ts';

/**
 * The steps in layers from left to right, as few crossings as Dagre finds, each layer after those that lead to it. What is
 * laid out keeps its top left corner, so that the rest of the canvas need not make room. Loaded when it is first asked for.
 */
export function tidy(journey: Journey, ids: readonly StepId[]): Edit | undefined {
  const inside = new Set(ids);
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', ranksep: GAP_X, nodesep: GAP_Y });
  graph.setDefaultEdgeLabel(() => ({}));
  const boxes = new Map<StepId, Box>();
  // By place: what stands above stays above where that costs no crossing.
  const order = ids.toSorted((a, b) => {
    const [one, other] = [placeOf(journey, a), placeOf(journey, b)];
    return one.x - other.x || one.y - other.y;
  });
  for (const id of order) {
    const step = journey.steps[id];
    if (!step) continue;
    const box = cardBox(step, placeOf(journey, id));
    boxes.set(id, box);
    graph.setNode(id, { width: box.width, height: box.height });
  }
  for (const { from, to } of linksOf(journey))
    if (from !== to && inside.has(from) && inside.has(to)) graph.setEdge(from, to);
  layout(graph);
  const placed = [...boxes].map(([id, { width, height }]) => {
    const { x = 0, y = 0 } = graph.node(id) as Partial<Position>;
    return { id, box: { x: x - width / 2, y: y - height / 2, width, height } };
  });
  const [before, after] = [bounds([...boxes.values()]), bounds(placed.map(({ box }) => box))];
  const shift = { x: before.x - after.x, y: before.y - after.y };
  return moves(
    journey,
    placed.map(({ id, box }) => [id, { x: box.x + shift.x, y: box.y + shift.y }] as const),
  );
}
