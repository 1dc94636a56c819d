import { Position as Side, type Edge, type Node } from '@xyflow/react';
import type { ExitName, Journey, Position, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { placeOf } from './canvasEdits.ts';
import { CARD_WIDTH, cardHeight, IN_PORT_Y, outPortY } from './cardLayout.ts';
import { goesBack } from './ribbonPath.ts';
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
  readonly back: boolean;
  readonly lane: number;
  /** For a link going back: top and bottom of all the cards on its way. */
  readonly top: number;
  readonly bottom: number;
  /** People that took the link; undefined without a forecast. */
  readonly people: number | undefined;
  /** Of those that left the step. */
  readonly share: number | undefined;
  /** 1–28 */
  readonly width: number;
  readonly off: boolean;
}

export type StepNode = Node<StepData, 'step'>;
export type LinkEdge = Edge<LinkData, 'ribbon'>;

export interface FlowInput {
  readonly journey: Journey;
  readonly places: Readonly<Record<StepId, Position>>;
  readonly figures: ReadonlyMap<StepId, StepFigures | undefined>;
  readonly problems: readonly Problem[];
  readonly selection: readonly StepId[];
  readonly selectedLink: string | undefined;
  /** A step's name for screen readers. The same function each time. */
  readonly label: (step: Step) => string;
}

export interface Flow {
  readonly nodes: StepNode[];
  readonly edges: LinkEdge[];
}

const NO_PROBLEMS: readonly Problem[] = [];
const THINNEST = 1;
const THICKEST = 28;

export function linkId(from: StepId, exit: ExitName): string {
  return `${from}.${exit}`;
}

/**
 * The document as React Flow shows it. A node or edge is the same object as last time while all it depends on is the
 * same, so that React Flow and the memoised cards skip it.
 */
export function createFlow(): (input: FlowInput) => Flow {
  const keepNode = keepSame<StepNode>();
  const keepEdge = keepSame<LinkEdge>();
  return (input) => ({
    nodes: Object.entries(input.journey.steps).map(([id, step]) => stepNode(keepNode, id as StepId, step, input)),
    edges: linkEdges(keepEdge, input),
  });
}

type Keep<T> = (id: string, inputs: readonly unknown[], make: () => T) => T;

function keepSame<T>(): Keep<T> {
  const kept = new Map<string, { readonly inputs: readonly unknown[]; readonly value: T }>();
  return (id, inputs, make) => {
    const known = kept.get(id);
    if (known && known.inputs.every((input, at) => Object.is(input, inputs[at]))) return known.value;
    const value = make();
    kept.set(id, { inputs, value });
    return value;
  };
}

function stepNode(keep: Keep<StepNode>, id: StepId, step: Step, input: FlowInput): StepNode {
  const at = input.places[id] ?? placeOf(input.journey, id);
  const links = input.journey.links[id];
  const figures = input.figures.get(id);
  const own = input.problems.filter((problem) => problem.step === id);
  const problems = own.length > 0 ? own : NO_PROBLEMS;
  const selected = input.selection.includes(id);
  const inputs = [step, input.label, at.x, at.y, links, figures, selected, problems.length, ...problems];
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
      handles: handlesOf(step),
      data: { step, figures, links, problems },
    };
  });
}

function handlesOf(step: Step): NonNullable<StepNode['handles']> {
  const into = { id: IN_PORT, type: 'target' as const, position: Side.Left, x: 0, y: IN_PORT_Y, width: 0, height: 0 };
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

function linkEdges(keep: Keep<LinkEdge>, input: FlowInput): LinkEdge[] {
  const widest = Math.max(1, ...[...input.figures.values()].flatMap((figures) => (figures ? Object.values(figures.exits) : [])));
  let lanes = 0;
  const edges = Object.entries(input.journey.links).flatMap(([source, exits]) => {
    const from = source as StepId;
    const step = input.journey.steps[from];
    if (!step) return [];
    const figures = input.figures.get(from);
    const left = Object.values(figures?.exits ?? {}).reduce((total, people) => total + people, 0);
    return Object.entries(exits).flatMap(([exit, to]) => {
      const target = input.journey.steps[to];
      if (!target) return [];
      const sourceX = (input.places[from] ?? placeOf(input.journey, from)).x + CARD_WIDTH;
      const targetX = (input.places[to] ?? placeOf(input.journey, to)).x;
      const isBack = goesBack({ sourceX, targetX });
      const lane = isBack ? lanes++ : 0;
      const people = figures?.exits[exit];
      const data: LinkData = {
        exit,
        back: isBack,
        lane,
        ...(isBack ? between(input, targetX, sourceX) : { top: 0, bottom: 0 }),
        people,
        share: people === undefined || left === 0 ? undefined : people / left,
        width: people === undefined ? 2 : THINNEST + (THICKEST - THINNEST) * Math.sqrt(people / widest),
        off: step.disabled === true,
      };
      const id = linkId(from, exit);
      const selected = input.selectedLink === id;
      return [
        keep(id, [to, selected, ...Object.values(data)], () => ({
          id,
          type: 'ribbon',
          source: from,
          sourceHandle: exit,
          target: to,
          targetHandle: IN_PORT,
          selected,
          data,
        })),
      ];
    });
  });
  // Links that go back lie on top, so that their arrows are seen.
  return edges.toSorted((a, b) => Number(isBackEdge(a)) - Number(isBackEdge(b)));
}

function isBackEdge({ data }: LinkEdge): boolean {
  return data?.back === true;
}

/** Top and bottom of the cards that stand between these two x. */
function between({ journey, places }: FlowInput, left: number, right: number): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [Infinity, -Infinity];
  for (const [id, step] of Object.entries(journey.steps)) {
    const { x, y } = places[id as StepId] ?? placeOf(journey, id as StepId);
    if (x + CARD_WIDTH < left || x > right) continue;
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + cardHeight(step));
  }
  return { top, bottom };
}
