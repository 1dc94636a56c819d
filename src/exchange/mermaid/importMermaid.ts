import type { FactsSchema } from '../../journey/facts.ts';
import { isId, stepId, type StepId } from '../../journey/ids.ts';
import { MAX_STEPS } from '../../journey/limits.ts';
import type { Problem } from '../../journey/problem.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { STEP_KINDS, type StepKind } from '../../journey/steps/index.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import type { Doubt } from '../doubt.ts';
import { Draft } from '../draft.ts';
import { Assembly, type Inferred } from './assembly.ts';
import { buildStep } from './buildStep.ts';
import { warnOfChanges, warnOfIgnored } from './changes.ts';
import type { Fault, Flowchart } from './chart/flowchart.ts';
import { parseFlowchart } from './chart/parseFlowchart.ts';
import { withoutFrames } from './chart/withoutFrames.ts';
import type { Drawn } from './drawn.ts';
import { mendedSettings, mendedStep, type Present } from './mended.ts';
import { type Node, readNodes } from './readChart.ts';
import { isCutShort, NOTHING_SAID, readRemarks, type Said } from './readRemarks.ts';
import { rebuilt } from './recalled.ts';

export type ImportedMermaid =
  | (Extract<Imported, { ok: true }> & {
      /** Why each step is what it is. */
      readonly inferred: readonly Inferred[];
    })
  | Extract<Imported, { ok: false }>;

/**
 * A journey out of a Mermaid flowchart. Where it is Rehearsal's own, comments in it say what each box is; else the kind of step that a box
 * means is guessed from its words, its shape and its arrows, and every guess is listed with its reason. The journey has no errors: it can
 * be simulated as it comes.
 */
export function importMermaid(text: string, options: ImportOptions = {}): ImportedMermaid {
  const parsed = parseFlowchart(text);
  if (!parsed.ok) return { ok: false, problems: [unreadable(parsed.fault)] };
  if (isCutShort(parsed.chart.remarks)) return refuse('mermaid-cut-short', CUT_SHORT);
  const doubts: Doubt[] = [];
  const said = readRemarks(parsed.chart.remarks, (doubt) => doubts.push(doubt));
  const { vertices } = parsed.chart;
  if (vertices.length === 0)
    return refuse(
      'mermaid-empty',
      'This flowchart has no boxes. Paste one that has at least a start and a step.',
    );
  // Room for the entry, the end and the choices that may have to be added.
  const most = Math.min(MAX_STEPS - 1, MAX_STEPS / 2 + said.steps.size);
  if (vertices.length > most)
    return refuse(
      'mermaid-too-large',
      `This flowchart has ${vertices.length} boxes; at most ${most} can be read.`,
    );
  const chart = withoutFrames(parsed.chart);
  const imported = assemble(chart, said, doubts, options);
  if (imported.ok || said === NOTHING_SAID) return imported;
  return assemble(chart, NOTHING_SAID, [...doubts, unusable(imported.problems)], options);
}

const CUT_SHORT =
  'This flowchart of Rehearsal is cut short: its last line, “%% rehearsal:end”, is missing. Save or copy all of it, or take out the line “%% rehearsal:begin” to read what is left as a drawing.';

/** What the comments say is whole, and yet no journey: then the drawing alone is read. */
function unusable(problems: readonly Problem[]): Doubt {
  const words = `With what the comments of this file say the journey could not run, so the drawing alone was read. ${problems[0]?.words ?? ''}`;
  return { code: 'mermaid-comments-unusable', words };
}

function assemble(
  chart: Flowchart,
  said: Said,
  doubts: readonly Doubt[],
  options: ImportOptions,
): ImportedMermaid {
  const { name = 'Imported flowchart', luckId, brief } = said.journey ?? {};
  const draft = new Draft('mermaid', name, { ...(luckId !== undefined && { luckId }), ...options });
  for (const doubt of doubts) draft.warn(doubt);
  warnOfIgnored(chart, draft);
  const nodes = readNodes(chart, said.steps, options.kinds ?? {});
  warnOfChanges(nodes, said, draft);
  const assembly = build(nodes, draft, options.schema);
  if (said.journey) draft.settle(mendedSettings(said.journey.settings, presentIn(nodes)));
  if (brief !== undefined) draft.describe({ brief });
  const finished = draft.finish();
  return finished.ok ? { ...finished, inferred: assembly.inferred } : finished;
}

function build(nodes: readonly Node[], draft: Draft, schema: FactsSchema | undefined): Assembly {
  const assembly = new Assembly(draft);
  const entry = entryOf(nodes);
  const names = new Map(nodes.map((node) => [node.vertex.id, nameOf(node)]));
  const present = presentIn(nodes);
  const built = nodes.map((node) => {
    const drawn: Drawn = {
      name: nameOf(node),
      onward: node.onward,
      nameOf: (id) => names.get(id) ?? '',
      schema,
    };
    const guess = guessOf(node, entry);
    const said = node.said && guess.kind === node.said.kind ? mendedStep(node.said, present) : undefined;
    if (said && !sameJson(said, node.said)) draft.warn(messageGone(node));
    const made = said ? rebuilt(said, node.vertex, node.onward) : buildStep(guess.kind, drawn);
    return { node, drawn, made, id: assembly.add(made.step, { ...guess, isSaid: isOurs(node) }, node.id) };
  });
  const ids = new Map<string, StepId>(built.map(({ node, id }) => [node.vertex.id, id]));
  for (const { id, drawn, made } of built) assembly.route(id, made, drawn, (vertex) => ids.get(vertex));
  const meant = new Set(built.flatMap(({ node, id }) => (isOurs(node) ? [id] : [])));
  assembly.closeSplits((id) => meant.has(id));
  assembly.closeEnds((id) => meant.has(id));
  return assembly;
}

function messageGone({ id, vertex }: Node): Doubt {
  const words = `“${vertex.label}” asks about a message that is not in the drawing; it asks about any message instead.`;
  return { code: 'mermaid-message-gone', words, ...(isId(id) && { step: stepId(id) }) };
}

function presentIn(nodes: readonly Node[]): Present {
  const kinds = new Map<string, StepKind>(nodes.map(({ id, kind }) => [id, kind]));
  return {
    has: (id) => kinds.has(id),
    sends: (id) => kinds.get(id) === 'message' || kinds.get(id) === 'escalate',
  };
}

/** Exported by Rehearsal: the box carries its kind, and open ends are meant. */
function isOurs({ vertex, said }: Node): boolean {
  return said !== undefined || STEP_KINDS.some((kind) => vertex.classes.includes(kind));
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
    roots.find(({ said }) => said?.kind === 'entry') ??
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
