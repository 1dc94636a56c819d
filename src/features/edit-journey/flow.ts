import { Position as Side, type Edge, type Node } from '@xyflow/react';
import type { Note, NoteId } from '../../journey/annotations.ts';
import type { ExitName, Journey, Link, Position, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { placeOf } from './canvasEdits.ts';
import { CARD_WIDTH, cardBox, cardHeight, IN_PORT_Y, outPortY, type Box } from './cardLayout.ts';
import { keepSame, keepSameList, type Keep } from './keepSame.ts';
import { findAisle, turnsAround, type Extent } from './ribbonPath.ts';
import type { StepFigures } from './stepFigures.ts';

export const IN_PORT = 'in';

export interface StepData extends Record<string, unknown> {
  readonly step: Step;
  readonly figures: StepFigures | undefined;
  /** Where each exit leads. */
  readonly links: Readonly<Record<ExitName, StepId>> | undefined;
  readonly problems: readonly Problem[];
}

export interface LinkData extends Record<string, unknown> {
  readonly exit: ExitName;
  /** Contacts that take it come to a step where they have been. */
  readonly back: boolean;
  readonly aisle: number;
  readonly lane: number;
  /** People that took the link; undefined without a forecast. */
  readonly people: number | undefined;
  /** Of those that left the step. */
  readonly share: number | undefined;
  /** 1–28 */
  readonly width: number;
  readonly off: boolean;
}

export interface NoteData extends Record<string, unknown> {
  readonly note: Note;
  readonly editing: boolean;
}

export type StepNode = Node<StepData, 'step'>;
export type NoteNode = Node<NoteData, 'note'>;
export type CanvasNode = StepNode | NoteNode;
export type LinkEdge = Edge<LinkData, 'ribbon'>;

export interface FlowInput {
  readonly journey: Journey;
  readonly places: Readonly<Record<StepId, Position>>;
  readonly figures: ReadonlyMap<StepId, StepFigures | undefined>;
  readonly problems: readonly Problem[];
  readonly selection: readonly StepId[];
  readonly notes: readonly NoteId[];
  readonly editingNote: NoteId | undefined;
  /** Notes that are being moved or stretched. */
  readonly noteBoxes: Readonly<Record<NoteId, Partial<Note>>>;
  readonly selectedLink: string | undefined;
  /** A step's name for screen readers. The same function each time. */
  readonly label: (step: Step) => string;
  readonly noteLabel: string;
  readonly linkLabel: (from: Step, exit: ExitName, to: Step) => string;
}

export interface Flow {
  readonly nodes: CanvasNode[];
  readonly edges: LinkEdge[];
}

const NO_PROBLEMS: readonly Problem[] = [];
const THINNEST = 1;
const THICKEST = 28;

const NOTE_PREFIX = 'note:';

/** Notes stand beside the steps under ids that no step can have. */
function noteNodeId(id: NoteId): string {
  return NOTE_PREFIX + id;
}

export function noteIdOf(nodeId: string): NoteId | undefined {
  return nodeId.startsWith(NOTE_PREFIX) ? nodeId.slice(NOTE_PREFIX.length) : undefined;
}

export function linkId(from: StepId, exit: ExitName): string {
  return `${from}.${exit}`;
}

/**
 * The document as React Flow shows it. A node or edge is the same object as last time while all it depends on is the
 * same, so that React Flow and the memoised cards skip it.
 */
export function createFlow(): (input: FlowInput) => Flow {
  const keepNode = keepSame<StepNode>();
  const keepNote = keepSame<NoteNode>();
  const keepNodes = keepSameList<CanvasNode>();
  const keepIndex = keepSame<Index>();
  const toEdges = createEdges();
  let last: { readonly input: FlowInput; readonly flow: Flow } | undefined;
  const flowOfAll = (input: FlowInput, about: Index): Flow => ({
    nodes: keepNodes([
      ...Object.entries(input.journey.steps).map(([id, step]) =>
        stepNode(keepNode, id as StepId, step, input, about),
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
        return step ? stepNode(keepNode, node.id as StepId, step, input, about) : node;
      }),
    ),
    edges: toEdges(input, moved),
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

function stepNode(keep: Keep<StepNode>, id: StepId, step: Step, input: FlowInput, about: Index): StepNode {
  const at = input.places[id] ?? placeOf(input.journey, id);
  const links = input.journey.links[id];
  const figures = input.figures.get(id);
  const problems = about.problems.get(id) ?? NO_PROBLEMS;
  const selected = about.selected.has(id);
  const tabIndex = about.tabbable === id ? 0 : -1;
  const inputs = [
    step,
    input.label,
    at.x,
    at.y,
    links,
    figures,
    selected,
    tabIndex,
    problems.length,
    ...problems,
  ];
  return keep(id, inputs, () => {
    const size = { width: CARD_WIDTH, height: cardHeight(step) };
    return {
      id,
      type: 'step',
      position: at,
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

/** Links as edges. What only the document decides is worked out once, not with every move of a drag. */
function createEdges(): (input: FlowInput, moved?: ReadonlySet<string>) => LinkEdge[] {
  const keepEdge = keepSame<LinkEdge>();
  const keepWords = keepSame<string>();
  const keepBox = keepSame<Box>();
  const keepAbout = keepSame<LinksIndex>();
  const keepWidest = keepSame<number>();
  const keepEdges = keepSameList<LinkEdge>();
  // Links that run straight depend on their two cards only.
  const straight = new Map<string, LinkEdge>();
  return (input, moved) => {
    const { journey, figures } = input;
    const { links, leadsTo } = keepAbout('', [journey.links], () => indexLinks(journey));
    const widest = keepWidest('', [figures], () => widestOf(figures));
    const boxes = boxesOf(keepBox, input);
    let lanes = 0;
    const edges = links.flatMap(({ from, exit, to }) => {
      const id = linkId(from, exit);
      const kept = moved && !moved.has(from) && !moved.has(to) ? straight.get(id) : undefined;
      if (kept) return [kept];
      const [source, target] = [boxes.get(from), boxes.get(to)];
      const [step, next] = [journey.steps[from], journey.steps[to]];
      if (!source || !target || !step || !next) return [];
      const turns = turnsAround({ sourceX: source.x + CARD_WIDTH, targetX: target.x });
      const lane = turns ? lanes++ : 0;
      const data: LinkData = {
        exit,
        back: turns && leadsTo(to, from),
        aisle: turns
          ? findAisle(extent(source), extent(target), between(boxes, target.x, source.x + CARD_WIDTH), lane)
          : 0,
        lane,
        ...flowOf(figures.get(from), exit, widest),
        off: step.disabled === true,
      };
      const selected = input.selectedLink === id;
      const words = [step, next, input.linkLabel];
      const ariaLabel = keepWords(id, words, () => input.linkLabel(step, exit, next));
      const edge = keepEdge(id, [to, selected, ariaLabel, ...Object.values(data)], () => ({
        id,
        type: 'ribbon',
        source: from,
        sourceHandle: exit,
        target: to,
        targetHandle: IN_PORT,
        selected,
        ariaLabel,
        data,
      }));
      if (turns) straight.delete(id);
      else straight.set(id, edge);
      return [edge];
    });
    // Links that go back lie on top, so that their arrows are seen.
    return keepEdges(edges.toSorted((a, b) => Number(a.data?.back) - Number(b.data?.back)));
  };
}

interface LinksIndex {
  readonly links: readonly Link[];
  /** Whether contacts can get from one step to the other. */
  readonly leadsTo: (from: StepId, to: StepId) => boolean;
}

function indexLinks({ links }: Journey): LinksIndex {
  const reached = new Map<StepId, ReadonlySet<StepId>>();
  return {
    links: Object.entries(links).flatMap(([from, exits]) =>
      Object.entries(exits).map(([exit, to]) => ({ from: from as StepId, exit, to })),
    ),
    leadsTo: (from, to) => {
      const known = reached.get(from) ?? reachedFrom(links, from);
      reached.set(from, known);
      return known.has(to);
    },
  };
}

/** The step itself and all that its contacts can come to. */
function reachedFrom(links: Journey['links'], from: StepId): ReadonlySet<StepId> {
  const seen = new Set([from]);
  for (const id of seen) for (const next of Object.values(links[id] ?? {})) seen.add(next);
  return seen;
}

function widestOf(figures: FlowInput['figures']): number {
  return Math.max(1, ...[...figures.values()].flatMap((known) => (known ? Object.values(known.exits) : [])));
}

/** People on a link, their part of those that left the step, and how wide that is. */
function flowOf(
  figures: StepFigures | undefined,
  exit: ExitName,
  widest: number,
): Pick<LinkData, 'people' | 'share' | 'width'> {
  const people = figures?.exits[exit];
  if (!figures || people === undefined) return { people: undefined, share: undefined, width: 2 };
  const left = Object.values(figures.exits).reduce((total, count) => total + count, 0);
  const width = THINNEST + (THICKEST - THINNEST) * Math.sqrt(people / widest);
  return { people, share: left === 0 ? undefined : people / left, width };
}

/** Where the cards stand, those that are being dragged included. */
function boxesOf(keep: Keep<Box>, { journey, places }: FlowInput): ReadonlyMap<StepId, Box> {
  const boxes = new Map<StepId, Box>();
  for (const [name, step] of Object.entries(journey.steps)) {
    const id = name as StepId;
    const at = places[id] ?? placeOf(journey, id);
    boxes.set(
      id,
      keep(id, [step, at.x, at.y], () => cardBox(step, at)),
    );
  }
  return boxes;
}

function extent({ y, height }: Box): Extent {
  return { top: y, bottom: y + height };
}

/** Top and bottom of the cards that stand between these two x. */
function between(boxes: ReadonlyMap<StepId, Box>, left: number, right: number): Extent {
  let [top, bottom] = [Infinity, -Infinity];
  for (const { x, y, width, height } of boxes.values()) {
    if (x + width < left || x > right) continue;
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + height);
  }
  return { top, bottom };
}
