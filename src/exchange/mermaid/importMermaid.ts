import { createJourney, type NewJourney } from '../../journey/createJourney.ts';
import type { FactsSchema } from '../../journey/facts.ts';
import { journeyId, type StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import { STEP_DEFINITIONS, STEP_KINDS, type StepKind } from '../../journey/steps/index.ts';
import { Assembly, type Inferred } from './assembly.ts';
import { buildStep } from './buildStep.ts';
import type { Drawn } from './drawn.ts';
import type { Fault } from './chart/flowchart.ts';
import { parseFlowchart } from './chart/parseFlowchart.ts';
import { withoutFrames } from './chart/withoutFrames.ts';
import { ignoredWarnings } from './ignoredWarnings.ts';
import { place } from '../place.ts';
import { type Node, readNodes } from './readChart.ts';

export type ImportedMermaid =
  | {
      readonly ok: true;
      readonly journey: Journey;
      readonly inferred: readonly Inferred[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ImportOptions extends Partial<NewJourney> {
  /** The audience's columns, so that branches can be matched with values that it has. */
  readonly schema?: FactsSchema | undefined;
  /** Kinds that the person knows better, by the step ids of an earlier import of the same text. */
  readonly kinds?: Readonly<Record<string, StepKind>> | undefined;
}

/**
 * A journey out of a Mermaid flowchart. What kind of step a box means is guessed from its words, its shape and its arrows, and
 * every guess is listed with its reason. The journey has no errors: it can be simulated as it comes.
 */
export function importMermaid(text: string, options: ImportOptions = {}): ImportedMermaid {
  const parsed = parseFlowchart(text);
  if (!parsed.ok) return { ok: false, problems: [unreadable(parsed.fault)] };
  const { length } = parsed.chart.vertices;
  if (length === 0)
    return refuse(
      'mermaid-empty',
      'This flowchart has no boxes. Paste one that has at least a start and a step.',
    );
  // Room for the entry, the end and the choices that may have to be added.
  if (length > MAX_STEPS / 2)
    return refuse(
      'mermaid-too-large',
      `This flowchart has ${length} boxes; at most ${MAX_STEPS / 2} can be read.`,
    );
  const chart = withoutFrames(parsed.chart);
  const nodes = readNodes(chart, options.kinds ?? {});
  const assembly = assemble(nodes, newJourney(options), options.schema);
  const { journey, inferred } = assembly;
  if (Object.keys(journey.steps).length > MAX_STEPS)
    return refuse('mermaid-too-large', 'This flowchart branches into more steps than a journey can have.');
  return {
    ok: true,
    journey: { ...journey, layout: place(journey) },
    inferred,
    warnings: ignoredWarnings(chart),
  };
}

function newJourney({ id, luckId, name, start }: ImportOptions): Journey {
  return createJourney({
    id: id ?? journeyId('imported'),
    luckId: luckId ?? 'imported',
    name: name ?? 'Imported flowchart',
    start: start ?? '2026-03-02T08:00:00Z',
  });
}

function assemble(nodes: readonly Node[], empty: Journey, schema: FactsSchema | undefined): Assembly {
  const assembly = new Assembly(empty);
  const ours = nodes.every(isOurs);
  const entry = entryOf(nodes);
  const names = new Map(nodes.map(({ vertex }) => [vertex.id, vertex.label || (ours ? '' : vertex.id)]));
  const begun = entry
    ? undefined
    : assembly.add(
        { ...STEP_DEFINITIONS.entry.defaults(), name: 'Start' },
        { why: 'added: no box is an entry', alternatives: [] },
      );
  const built = nodes.map((node) => {
    const drawn: Drawn = {
      name: names.get(node.vertex.id) ?? '',
      onward: node.onward,
      nameOf: (id) => names.get(id) ?? '',
      schema,
    };
    const guess =
      node === entry ? entryGuess(node) : node.kind === 'entry' ? { ...node, kind: 'goal' as const } : node;
    const made = buildStep(guess.kind, drawn);
    return {
      node,
      drawn,
      made,
      id: assembly.add(made.step, { why: guess.why, alternatives: guess.alternatives }, node.id),
    };
  });
  const ids = new Map<string, StepId>(built.map(({ node, id }) => [node.vertex.id, id]));
  const start = begun && ids.get(firstOf(nodes)?.vertex.id ?? '');
  if (begun && start) assembly.connect(begun, 'next', start);
  for (const { id, drawn, made } of built) assembly.route(id, made, drawn, (vertex) => ids.get(vertex));
  if (!ours) {
    assembly.closeSplits();
    assembly.closeEnds();
  }
  assembly.slowLoops();
  return assembly;
}

/** Exported by Rehearsal: every box carries its kind, and open ends are meant. */
function isOurs({ vertex }: Node): boolean {
  return STEP_KINDS.some((kind) => vertex.classes.includes(kind));
}

/** The box where people come in: nothing leads to it, and it says so, or at least says nothing else. */
function entryOf(nodes: readonly Node[]): Node | undefined {
  const roots = nodes.filter(
    ({ waysIn, onward, vertex }) => waysIn === 0 && !onward.some(({ to }) => to === vertex.id),
  );
  return (
    roots.find(({ kind }) => kind === 'entry') ??
    roots.find(
      (node) => !isOurs(node) && (node.kind === 'goal' || node.kind === 'exit') && node.onward.length > 0,
    )
  );
}

function entryGuess(node: Node): Pick<Node, 'kind' | 'why' | 'alternatives'> {
  return node.kind === 'entry'
    ? node
    : { kind: 'entry', why: 'nothing leads to it', alternatives: [node.kind, ...node.alternatives] };
}

function firstOf(nodes: readonly Node[]): Node | undefined {
  return nodes.find(({ waysIn }) => waysIn === 0) ?? nodes[0];
}

function unreadable({ line, column, what }: Fault): Problem {
  const words = `This flowchart cannot be read: at line ${line}, column ${column}, ${what}.`;
  return {
    code: 'mermaid-unreadable',
    severity: 'error',
    words,
    values: { line, column, what },
    path: `line ${line}, column ${column}`,
  };
}

function refuse(code: string, words: string): ImportedMermaid {
  return { ok: false, problems: [{ code, severity: 'error', words, values: {} }] };
}
