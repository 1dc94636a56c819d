import type { Edge, Flowchart } from './flowchart.ts';

/** Subgraphs are frames around steps and mean nothing here; an arrow to one goes to its first step, one from it comes from its last. */
export function withoutFrames(chart: Flowchart): Flowchart {
  const frames = new Map(
    chart.frames.filter(({ id, members }) => !members.has(id)).map(({ id, members }) => [id, members]),
  );
  if (frames.size === 0) return chart;
  const steps = (id: string) => [...(frames.get(id) ?? [])].filter((member) => !frames.has(member));
  const ends = new Map([...frames.keys()].map((id) => [id, { first: steps(id)[0], last: steps(id).at(-1) }]));
  const edges = chart.edges.map((edge): Edge => ({
    ...edge,
    from: ends.get(edge.from)?.last ?? edge.from,
    to: ends.get(edge.to)?.first ?? edge.to,
  }));
  const mentioned = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const atFrames = chart.edges.filter(({ from, to }) => frames.has(from) || frames.has(to));
  return {
    ...chart,
    vertices: chart.vertices.filter(({ id }) => !frames.has(id) || mentioned.has(id)),
    edges,
    ignored: [...chart.ignored, ...atFrames.map(() => ({ line: 0, what: 'arrow at a subgraph' }))],
  };
}
