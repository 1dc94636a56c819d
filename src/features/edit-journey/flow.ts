import { Position as Side, type Node } from '@xyflow/react';
import type { Note, NoteId } from '../../journey/annotations.ts';
import type { ExitName, Position, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { placeOf } from './canvasEdits.ts';
import { CARD_WIDTH, cardHeight, IN_PORT_Y, outPortY } from './cardLayout.ts';
import { keepSame, keepSameList, type Keep } from './keepSame.ts';
import { createLinkEdges, IN_PORT, type LinkEdge, type LinkInput } from './linkEdges.ts';
import type { StepFigures } from './stepFigures.ts';

export interface StepData extends Record<string, unknown> {
  readonly step: Step;
  readonly figures: StepFigures | undefined;
  /** Where each exit leads. */
  readonly links: Readonly<Record<ExitName, StepId>> | undefined;
  readonly problems: readonly Problem[];
}

export interface NoteData extends Record<string, unknown> {
  readonly note: Note;
  readonly editing: boolean;
}

export type StepNode = Node<StepData, 'step'>;
export type NoteNode = Node<NoteData, 'note'>;
export type CanvasNode = StepNode | NoteNode;

export interface FlowInput extends LinkInput {
  /** Of steps that are on their way, over those of the document. */
  readonly places: Readonly<Record<StepId, Position>>;
  readonly problems: readonly Problem[];
  readonly selection: readonly StepId[];
  readonly notes: readonly NoteId[];
  readonly editingNote: NoteId | undefined;
  /** Notes that are being moved or stretched. */
  readonly noteBoxes: Readonly<Record<NoteId, Partial<Note>>>;
  /** A step's name for screen readers. The same function each time. */
  readonly label: (step: Step) => string;
  readonly noteLabel: string;
}

export interface Flow {
  readonly nodes: CanvasNode[];
  readonly edges: LinkEdge[];
}

const NO_PROBLEMS: readonly Problem[] = [];
const NOTE_PREFIX = 'note:';

/** Notes stand beside the steps under ids that no step can have. */
export function noteNodeId(id: NoteId): string {
  return NOTE_PREFIX + id;
}

export function noteIdOf(nodeId: string): NoteId | undefined {
  return nodeId.startsWith(NOTE_PREFIX) ? nodeId.slice(NOTE_PREFIX.length) : undefined;
}

/**
 * The document as React Flow shows it. A node or edge is the same object as last time while all it depends on is the
 * same, so that React Flow and the memoised cards skip it.
 */
export function createFlow(): (input: FlowInput) => Flow {
  const keepStep: KeepSteps = { node: keepSame(), card: keepSame() };
  const keepNote = keepSame<NoteNode>();
  const keepNodes = keepSameList<CanvasNode>();
  const keepIndex = keepSame<Index>();
  const toEdges = createLinkEdges();
  let last: { readonly input: FlowInput; readonly flow: Flow } | undefined;
  const flowOfAll = (input: FlowInput, about: Index): Flow => ({
    nodes: keepNodes([
      ...Object.entries(input.journey.steps).map(([id, step]) =>
        stepNode(keepStep, id as StepId, step, input, about),
      ),
      ...Object.entries(input.journey.notes ?? {}).map(([id, note]) => noteNode(keepNote, id, note, input)),
    ]),
    edges: toEdges(input),
  });
  const flowOfMoved = (input: FlowInput, about: Index, before: Flow, moved: ReadonlySet<string>): Flow => ({
    nodes: keepNodes(
      before.nodes.map((node) => {
        const step =
          node.type === 'step' && moved.has(node.id) ? input.journey.steps[node.id as StepId] : undefined;
        return step ? stepNode(keepStep, node.id as StepId, step, input, about) : node;
      }),
    ),
    edges: before.edges,
  });
  return (input) => {
    const { journey, problems, selection } = input;
    const about = keepIndex('', [journey, problems, selection], () => indexed(input));
    const moved = last && movedSince(last.input, input);
    const flow = last && moved ? flowOfMoved(input, about, last.flow, moved) : flowOfAll(input, about);
    last = { input, flow };
    return flow;
  };
}

/** The steps whose places alone differ, which is all that a drag changes; undefined when anything else does. */
function movedSince(before: FlowInput, { places, ...rest }: FlowInput): ReadonlySet<string> | undefined {
  const same = Object.entries(rest).every(([key, value]) => before[key as keyof FlowInput] === value);
  return same ? new Set([...Object.keys(before.places), ...Object.keys(places)]) : undefined;
}

interface Index {
  readonly selected: ReadonlySet<StepId>;
  readonly problems: ReadonlyMap<StepId, readonly Problem[]>;
  /** The one step that Tab reaches; from there arrows walk. */
  readonly tabbable: StepId | undefined;
}

function indexed({ journey, problems, selection }: FlowInput): Index {
  const byStep = new Map<StepId, Problem[]>();
  for (const problem of problems) {
    if (problem.step === undefined) continue;
    const known = byStep.get(problem.step);
    if (known) known.push(problem);
    else byStep.set(problem.step, [problem]);
  }
  const ids = Object.keys(journey.steps) as StepId[];
  const entry = ids.find((id) => journey.steps[id]?.kind === 'entry');
  return { selected: new Set(selection), problems: byStep, tabbable: selection.at(-1) ?? entry ?? ids[0] };
}

interface KeepSteps {
  readonly node: Keep<StepNode>;
  readonly card: Keep<Omit<StepNode, 'position'>>;
}

/** What a drag changes is its place; all else of the card stays the same object. */
function stepNode(keep: KeepSteps, id: StepId, step: Step, input: FlowInput, about: Index): StepNode {
  const at = input.places[id] ?? placeOf(input.journey, id);
  const links = input.journey.links[id];
  const figures = input.figures.get(id);
  const problems = about.problems.get(id) ?? NO_PROBLEMS;
  const selected = about.selected.has(id);
  const tabIndex = about.tabbable === id ? 0 : -1;
  const inputs = [step, input.label, links, figures, selected, tabIndex, problems.length, ...problems];
  const card = keep.card(id, inputs, () => {
    const size = { width: CARD_WIDTH, height: cardHeight(step) };
    return {
      id,
      type: 'step',
      selected,
      ...size,
      // Sizes and ports are known, so that nothing waits for measuring and links stand at the first paint.
      measured: size,
      ariaLabel: input.label(step),
      ariaRole: 'group',
      domAttributes: { tabIndex },
      handles: handlesOf(step),
      data: { step, figures, links, problems },
    };
  });
  return keep.node(id, [card, at.x, at.y], () => ({ ...card, position: at }));
}

function noteNode(keep: Keep<NoteNode>, id: NoteId, note: Note, input: FlowInput): NoteNode {
  const selected = input.notes.includes(id);
  const editing = input.editingNote === id;
  const box = input.noteBoxes[id];
  return keep(id, [note, box, selected, editing, input.noteLabel], () => {
    const { x, y, width, height } = { ...note, ...box };
    return {
      id: noteNodeId(id),
      type: 'note',
      position: { x, y },
      width,
      height,
      measured: { width, height },
      selected,
      ariaLabel: input.noteLabel,
      ariaRole: 'note',
      domAttributes: { tabIndex: -1 },
      // Beside the steps, never over them.
      zIndex: -1,
      data: { note, editing },
    };
  });
}

function handlesOf(step: Step): NonNullable<StepNode['handles']> {
  const into = {
    id: IN_PORT,
    type: 'target' as const,
    position: Side.Left,
    x: 0,
    y: IN_PORT_Y,
    width: 0,
    height: 0,
  };
  const out = exitsOf(step).map((exit, index) => ({
    id: exit,
    type: 'source' as const,
    position: Side.Right,
    x: CARD_WIDTH,
    y: outPortY(step, index),
    width: 0,
    height: 0,
  }));
  return step.kind === 'entry' ? out : [into, ...out];
}
