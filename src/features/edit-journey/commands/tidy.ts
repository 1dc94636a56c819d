import { Graph, layout } from '@dagrejs/dagre';
import type { Edit } from '../../../journey/edits.ts';
import { linksOf } from '../../../journey/graph.ts';
import type { Journey, Link, Position, StepId } from '../../../journey/journey.ts';
import { placeOf, snap } from '../canvasEdits.ts';
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
  const links = linksOf(journey).filter(({ from, to }) => from !== to && inside.has(from) && inside.has(to));
  const depths = depthsOf(order, links);
  const deepest = Math.max(...depths.values());
  // Early links pull harder: a step stands soon after the one that leads to it, not just before the one where ways meet.
  for (const { from, to } of links)
    graph.setEdge(from, to, { weight: 1 + deepest - (depths.get(from) ?? 0) });
  layout(graph);
  const middles = new Map(order.map((id) => [id, graph.node(id) as Partial<Position>]));
  const upright = isUpright(links, middles) ? 1 : -1;
  const placed = [...boxes].map(([id, { width, height }]) => {
    const { x = 0, y = 0 } = middles.get(id) ?? {};
    return { id, box: { x: x - width / 2, y: upright * y - height / 2, width, height } };
  });
  const [before, after] = [bounds([...boxes.values()]), bounds(placed.map(({ box }) => box))];
  const shift = { x: before.x - after.x, y: before.y - after.y };
  return moves(
    journey,
    placed.map(({ id, box }) => [id, snap({ x: box.x + shift.x, y: box.y + shift.y })] as const),
  );
}

/** How many links a step is away from where the walk begins, at least. */
function depthsOf(order: readonly StepId[], links: readonly Link[]): ReadonlyMap<StepId, number> {
  const depths = new Map<StepId, number>();
  for (const start of order) {
    if (depths.has(start)) continue;
    depths.set(start, 0);
    const open = [start];
    for (let id = open.shift(); id !== undefined; id = open.shift())
      for (const { from, to } of links) {
        if (from !== id || depths.has(to)) continue;
        depths.set(to, (depths.get(id) ?? 0) + 1);
        open.push(to);
      }
  }
  return depths;
}

/** Whether ways out stand rather in the order of their exits than upside down; Dagre finds both equally good. */
function isUpright(links: readonly Link[], middles: ReadonlyMap<StepId, Partial<Position>>): boolean {
  let balance = 0;
  for (const [at, { from, to }] of links.entries()) {
    // Links come by step and in the order of the exits.
    for (const next of links.slice(at + 1)) {
      if (next.from !== from) break;
      balance += Math.sign((middles.get(next.to)?.y ?? 0) - (middles.get(to)?.y ?? 0));
    }
  }
  return balance >= 0;
}
