import { Graph, layout } from '@dagrejs/dagre';
import type { Position } from '../../../journey/journey.ts';
import { GAP_X, GAP_Y, type Box } from '../cardLayout.ts';

/** Something that is given a place: a card, or a group as a whole. */
export interface Block extends Box {
  readonly id: string;
}

/** Who leads to whom, by block and in the order of their exits. */
export interface Lead {
  readonly from: string;
  readonly to: string;
}

/** Blocks that stand together, by a name that no block has. */
export type Clusters = ReadonlyMap<string, readonly string[]>;

/**
 * Half of this and half of GAP_Y is what Dagre leaves between a card and the edge of its cluster, and again from there to the next
 * card: together more than a group's frame with its head is larger than its cards, places on the grid included.
 */
const AROUND_CLUSTERS = 32;

/** Blocks in layers from left to right, as few crossings as Dagre finds, each layer after those that lead to it. */
export function inLayers(
  blocks: readonly Block[],
  leads: readonly Lead[],
  clusters: Clusters = new Map(),
): readonly Block[] {
  const graph = new Graph({ multigraph: false, compound: true });
  const spacing = { ranksep: GAP_X, nodesep: GAP_Y, ...(clusters.size > 0 && { edgesep: AROUND_CLUSTERS }) };
  graph.setGraph({ rankdir: 'LR', ...spacing });
  graph.setDefaultEdgeLabel(() => ({}));
  // By place: what stands above stays above where that costs no crossing.
  const ordered = blocks.toSorted((a, b) => a.x - b.x || a.y - b.y);
  for (const { id, width, height } of ordered) graph.setNode(id, { width, height });
  for (const [cluster, members] of clusters) {
    graph.setNode(cluster, {});
    for (const id of members) graph.setParent(id, cluster);
  }
  const depths = depthsOf(
    ordered.map(({ id }) => id),
    leads,
  );
  const deepest = Math.max(...depths.values());
  // Early links pull harder: a step stands soon after the one that leads to it, not just before the one where ways meet.
  for (const { from, to } of leads)
    graph.setEdge(from, to, { weight: 1 + deepest - (depths.get(from) ?? 0) });
  layout(graph);
  const middles = new Map(ordered.map(({ id }) => [id, graph.node(id) as Partial<Position>]));
  const upright = isUpright(leads, middles) ? 1 : -1;
  return ordered.map((block) => {
    const { x = 0, y = 0 } = middles.get(block.id) ?? {};
    return { ...block, x: x - block.width / 2, y: upright * y - block.height / 2 };
  });
}

/** How many links a block is away from where the walk begins, at least. */
function depthsOf(order: readonly string[], leads: readonly Lead[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const start of order) {
    if (depths.has(start)) continue;
    depths.set(start, 0);
    const open = [start];
    for (let id = open.shift(); id !== undefined; id = open.shift())
      for (const { from, to } of leads) {
        if (from !== id || depths.has(to)) continue;
        depths.set(to, (depths.get(id) ?? 0) + 1);
        open.push(to);
      }
  }
  return depths;
}

/** Whether ways out stand rather in the order of their exits than upside down; Dagre finds both equally good. */
function isUpright(leads: readonly Lead[], middles: ReadonlyMap<string, Partial<Position>>): boolean {
  let balance = 0;
  for (const [at, { from, to }] of leads.entries()) {
    // Links come by step and in the order of the exits.
    for (const next of leads.slice(at + 1)) {
      if (next.from !== from) break;
      balance += Math.sign((middles.get(next.to)?.y ?? 0) - (middles.get(to)?.y ?? 0));
    }
  }
  return balance >= 0;
}
