import type { Edge, Flowchart, Vertex } from './chart/flowchart.ts';
import { channelsIn } from './channelWords.ts';
import { type Guess, guessKind } from './guessKind.ts';
import { freshId } from '../../journey/ids.ts';
import { canBeStepId } from '../draft.ts';
import type { Step, StepKind } from '../../journey/steps/index.ts';
import type { Said, SaidStep } from './readRemarks.ts';
import { isStill } from './recalled.ts';

/** A vertex that becomes a step. */
export interface Node extends Guess {
  /** Of the step to be: the vertex's own where that can be one. Never hangs on the kind, so that kinds can be changed. */
  readonly id: string;
  readonly vertex: Vertex;
  readonly onward: readonly Edge[];
  readonly waysIn: number;
  /** What a comment of ours says it is, as far as the drawing still says so. */
  readonly said?: Step;
  /** The line of a comment that the drawing has left behind. */
  readonly outdated?: number;
}

type Kinds = Readonly<Record<string, StepKind>>;

/** Vertices with their kinds, guessed unless `said` or `kinds` name them; ladders drawn as several boxes made one. */
export function readNodes(chart: Flowchart, said: Said['steps'], kinds: Kinds): readonly Node[] {
  const reserved = new Set<string>([...said].flatMap(([box, { id }]) => (box === id ? [] : [id])));
  const taken: string[] = [...chart.vertices.map(({ id }) => id), ...reserved];
  const edges = chart.edges.filter(({ invisible }) => !invisible);
  const nodes = chart.vertices.map((vertex): Node => {
    const onward = edges.filter(
      (edge, index) => edge.from === vertex.id && edges.findIndex((other) => sameEdge(other, edge)) === index,
    );
    const waysIn = edges.filter(({ from, to }) => to === vertex.id && from !== vertex.id).length;
    const known = said.get(vertex.id);
    const free = canBeStepId(vertex.id) && !reserved.has(vertex.id);
    const id = known?.id ?? (free ? vertex.id : freshId(taken, 'box'));
    taken.push(id);
    const guess = guessKind({ vertex, waysIn, onward: onward.map(({ label }) => label) });
    const kind = Object.hasOwn(kinds, id) ? kinds[id] : undefined;
    const node = { id, vertex, onward, waysIn, ...corrected(guess, kind) };
    return known ? recalled(node, known, kind) : node;
  });
  return absorbLadders(nodes);
}

/** The node as a comment of ours says it, unless the drawing says otherwise. Nothing leads to an entry. */
function recalled(node: Node, { step, line }: SaidStep, kind: StepKind | undefined): Node {
  const isEntered = step.kind === 'entry' && node.waysIn > 0;
  if (isEntered || !isStill(step, node.vertex, node.onward, kind)) return { ...node, outdated: line };
  return { ...node, kind: step.kind, said: step, why: 'its comment in the file says so', alternatives: [] };
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

function isOpenLadder({ kind, vertex, said }: Node): boolean {
  return !said && kind === 'escalate' && vertex.classes.length === 0 && channelsIn(vertex.label).length === 0;
}

function isRung({ kind, vertex, waysIn, said }: Node, ladder: Node): boolean {
  const sends = !said && (kind === 'message' || kind === 'escalate');
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
