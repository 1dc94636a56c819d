import type { Edge, Flowchart, Vertex } from './chart/flowchart.ts';
import { channelsIn } from './channelWords.ts';
import { type Guess, guessKind } from './guessKind.ts';
import { freshId, isId } from '../../journey/ids.ts';
import type { StepKind } from '../../journey/steps/index.ts';

/** A vertex that becomes a step. */
export interface Node extends Guess {
  /** Of the step to be: the vertex's own where that can be one. Never hangs on the kind, so that kinds can be changed. */
  readonly id: string;
  readonly vertex: Vertex;
  readonly onward: readonly Edge[];
  readonly waysIn: number;
}

/** Vertices with their kinds, guessed unless `kinds` names them by step; ladders drawn as several boxes made one. */
export function readNodes(chart: Flowchart, kinds: Readonly<Record<string, StepKind>>): readonly Node[] {
  const taken = chart.vertices.map(({ id }) => id);
  const edges = chart.edges.filter(({ invisible }) => !invisible);
  const nodes = chart.vertices.map((vertex): Node => {
    const onward = edges.filter(
      (edge, index) => edge.from === vertex.id && edges.findIndex((other) => sameEdge(other, edge)) === index,
    );
    const waysIn = edges.filter(({ from, to }) => to === vertex.id && from !== vertex.id).length;
    const id = isId(vertex.id) ? vertex.id : freshId(taken, 'box');
    taken.push(id);
    const guess = guessKind({ vertex, waysIn, onward: onward.map(({ label }) => label) });
    return {
      id,
      vertex,
      onward,
      waysIn,
      ...corrected(guess, Object.hasOwn(kinds, id) ? kinds[id] : undefined),
    };
  });
  return absorbLadders(nodes);
}

/** What the guess was stays on offer. */
function corrected(guess: Guess, kind: StepKind | undefined): Guess {
  if (kind === undefined || kind === guess.kind) return guess;
  return {
    kind,
    why: 'you said so',
    alternatives: [guess.kind, ...guess.alternatives.filter((other) => other !== kind)],
  };
}

function sameEdge(a: Edge, b: Edge): boolean {
  return a.from === b.from && a.to === b.to && a.label === b.label;
}

/**
 * “Channel escalation → SMS / push” and “Escalate → SMS, Escalate → Push” are one ladder each: an escalation that names no
 * channel takes in the messages that follow it, when nothing else leads to them and they all go on to the same place.
 */
function absorbLadders(nodes: readonly Node[]): readonly Node[] {
  const byId = new Map(nodes.map((node) => [node.vertex.id, node]));
  const gone = new Set<string>();
  const ladders = nodes.map((node) => {
    const rungs = node.onward.flatMap(({ to }) => byId.get(to) ?? []);
    if (
      !isOpenLadder(node) ||
      rungs.length === 0 ||
      !rungs.every((rung) => isRung(rung, node) && !gone.has(rung.vertex.id))
    )
      return node;
    if (
      new Set(rungs.map(({ onward }) => JSON.stringify(onward.map(({ to, label }) => [to, label]).sort())))
        .size > 1
    )
      return node;
    for (const rung of rungs) gone.add(rung.vertex.id);
    return joined(node, rungs);
  });
  return ladders.filter(({ vertex }) => !gone.has(vertex.id));
}

function isOpenLadder({ kind, vertex }: Node): boolean {
  return kind === 'escalate' && vertex.classes.length === 0 && channelsIn(vertex.label).length === 0;
}

function isRung({ kind, vertex, waysIn }: Node, ladder: Node): boolean {
  const sends = kind === 'message' || kind === 'escalate';
  return (
    sends &&
    vertex !== ladder.vertex &&
    vertex.classes.length === 0 &&
    waysIn === 1 &&
    channelsIn(vertex.label).length > 0
  );
}

function joined(ladder: Node, rungs: readonly Node[]): Node {
  const names = rungs.map(({ vertex }) => vertex.label).join(', ');
  return {
    ...ladder,
    vertex: { ...ladder.vertex, label: `${ladder.vertex.label}: ${names}` },
    onward: (rungs[0]?.onward ?? []).map((edge) => ({ ...edge, from: ladder.vertex.id })),
    why: `${ladder.why}, and it took in “${names}”`,
  };
}
