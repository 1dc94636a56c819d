import type { FlowLink, FlowNode } from './flow.ts';

/**
 * Which column each node stands in, by its id: the one it asks for, but always after the nodes that lead to it; ends stand at the right.
 * Columns without a node are left out, so the places go from 0 to the last without a gap.
 */
export function flowColumns(
  nodes: readonly FlowNode[],
  links: readonly FlowLink[],
): ReadonlyMap<string, number> {
  const depth = new Map(nodes.map(({ id, column }) => [id, column ?? 0]));
  const push = ({ source, target }: FlowLink) => {
    const next = (depth.get(source) ?? 0) + 1;
    if (next <= (depth.get(target) ?? 0)) return false;
    depth.set(target, next);
    return true;
  };
  // Where nothing leads in a circle, as many rounds as there are nodes are enough.
  for (let round = 0; round < nodes.length; round += 1) if (!links.map(push).some(Boolean)) break;
  const last = Math.max(0, ...depth.values());
  const sources = new Set(links.map(({ source }) => source));
  const targets = new Set(links.map(({ target }) => target));
  for (const { id, column } of nodes)
    if (column === undefined && targets.has(id) && !sources.has(id)) depth.set(id, last);
  const used = [...new Set(depth.values())].sort((a, b) => a - b);
  return new Map([...depth].map(([id, at]) => [id, used.indexOf(at)]));
}

/** How many columns the links alone make: the longest way, in nodes. */
export function longestWay(nodes: readonly FlowNode[], links: readonly FlowLink[]): number {
  const free = nodes.map(({ column: _, ...node }) => node);
  return Math.max(0, ...flowColumns(free, links).values()) + 1;
}
