import { Graph, layout } from '@dagrejs/dagre';
import type { Journey, Position } from '../journey/journey.ts';
import { linksOf, stepEntries } from '../journey/graph.ts';

/** Cards are drawn this large; gaps leave room for link labels. */
const CARD = { width: 240, height: 84 };
const GRID = 10;

/** Places for all steps, layer by layer from left to right; the same journey gets the same places. */
export function place(journey: Journey): Journey['layout'] {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'LR', ranksep: 80, nodesep: 66 });
  graph.setDefaultEdgeLabel(() => ({}));
  const steps = stepEntries(journey);
  const entriesFirst = [
    ...steps.filter(([, { kind }]) => kind === 'entry'),
    ...steps.filter(([, { kind }]) => kind !== 'entry'),
  ];
  for (const [id] of entriesFirst) graph.setNode(id, { ...CARD });
  for (const { from, to } of linksOf(journey)) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  return Object.fromEntries(steps.map(([id]) => [id, topLeft(graph.node(id) as Centre)]));
}

/** What dagre adds to the label of a node. */
interface Centre {
  readonly x?: number;
  readonly y?: number;
}

/** Dagre tells centres; documents hold corners. */
function topLeft({ x = 0, y = 0 }: Centre): Position {
  return { x: onGrid(x - CARD.width / 2), y: onGrid(y - CARD.height / 2) };
}

function onGrid(value: number): number {
  return Math.round(value / GRID) * GRID + 0;
}
