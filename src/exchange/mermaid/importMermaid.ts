import type { StepId } from '../../journey/ids.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import type { Problem } from '../../journey/problem.ts';
import { STEP_KINDS } from '../../journey/steps/index.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { Draft } from '../draft.ts';
import { Assembly, type Inferred } from './assembly.ts';
import { buildStep } from './buildStep.ts';
import type { Fault, Flowchart } from './chart/flowchart.ts';
import { parseFlowchart } from './chart/parseFlowchart.ts';
import { withoutFrames } from './chart/withoutFrames.ts';
import type { Drawn } from './drawn.ts';
import { warnOfIgnored } from './ignored.ts';
import { type Node, readNodes } from './readChart.ts';

export type ImportedMermaid =
  | (Extract<Imported, { ok: true }> & {
      /** Why each step is what it is. */
      readonly inferred: readonly Inferred[];
    })
  | Extract<Imported, { ok: false }>;

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
  return assemble(withoutFrames(parsed.chart), options);
}

function assemble(chart: Flowchart, options: ImportOptions): ImportedMermaid {
  const draft = new Draft('mermaid', 'Imported flowchart', options);
  warnOfIgnored(chart, draft);
  const assembly = new Assembly(draft);
  const nodes = readNodes(chart, options.kinds ?? {});
  const entry = entryOf(nodes);
  const names = new Map(nodes.map((node) => [node.vertex.id, nameOf(node)]));
  const built = nodes.map((node) => {
    const drawn: Drawn = {
      name: nameOf(node),
      onward: node.onward,
      nameOf: (id) => names.get(id) ?? '',
      schema: options.schema,
    };
    const guess = guessOf(node, entry);
    const made = buildStep(guess.kind, drawn);
    return { node, drawn, made, id: assembly.add(made.step, guess, node.id) };
  });
  const ids = new Map<string, StepId>(built.map(({ node, id }) => [node.vertex.id, id]));
  for (const { id, drawn, made } of built) assembly.route(id, made, drawn, (vertex) => ids.get(vertex));
  const meant = new Set(built.flatMap(({ node, id }) => (isOurs(node) ? [id] : [])));
  assembly.closeSplits((id) => meant.has(id));
  assembly.closeEnds((id) => meant.has(id));
  const finished = draft.finish();
  return finished.ok ? { ...finished, inferred: assembly.inferred } : finished;
}

/** Exported by Rehearsal: the box carries its kind, and open ends are meant. */
function isOurs({ vertex }: Node): boolean {
  return STEP_KINDS.some((kind) => vertex.classes.includes(kind));
}

function nameOf(node: Node): string {
  const { id, label } = node.vertex;
  return label || (isOurs(node) ? '' : id);
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

/** A journey has one entry: what else looks like one is come by. */
function guessOf(node: Node, entry: Node | undefined): Pick<Node, 'kind' | 'why' | 'alternatives'> {
  const { kind, why, alternatives } = node;
  if (node !== entry) return { kind: kind === 'entry' ? 'goal' : kind, why, alternatives };
  if (kind === 'entry') return { kind, why, alternatives };
  return { kind: 'entry', why: 'nothing leads to it', alternatives: [kind, ...alternatives] };
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
