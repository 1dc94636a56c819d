import type { Edge } from '@xyflow/react';
import { loopsIn, successorsOf } from '../../journey/graph.ts';
import type { ExitName, Journey, Link, StepId } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { placeOf } from './canvasEdits.ts';
import { cardBox, type Box } from './cardLayout.ts';
import { keepSame, keepSameList, type Keep } from './keepSame.ts';
import { aisleAmong, turnsAround } from './ribbonPath.ts';
import type { StepFigures } from './stepFigures.ts';

export const IN_PORT = 'in';

export interface LinkData extends Record<string, unknown> {
  readonly exit: ExitName;
  /** Contacts that take it come to a step where they have been, wherever the cards stand. */
  readonly loops: boolean;
  /** Its two cards as the document has them, for which the aisle was found. */
  readonly source: Box;
  readonly target: Box;
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

export type LinkEdge = Edge<LinkData, 'ribbon'>;

export interface LinkInput {
  readonly journey: Journey;
  readonly figures: ReadonlyMap<StepId, StepFigures | undefined>;
  readonly selectedLink: string | undefined;
  readonly linkLabel: (from: Step, exit: ExitName, to: Step) => string;
}

const THINNEST = 1;
const THICKEST = 28;

export function linkId(from: StepId, exit: ExitName): string {
  return `${from}.${exit}`;
}

/** How a link runs between its two cards where they stand now. `back`: it is drawn as one that goes back. */
export interface Way {
  readonly back: boolean;
  readonly aisle: number;
}

/** As the document has it; while one of its cards is on its way, among the cards where they stand now. */
export function wayNow(data: LinkData, source: Box, target: Box, cards: () => Iterable<Box>): Way {
  const around = turns(source, target);
  const back = around && data.loops;
  if (!around || (isAt(source, data.source) && isAt(target, data.target))) return { back, aisle: data.aisle };
  return { back, aisle: aisleAmong(source, target, cards(), data.lane) };
}

function turns(source: Box, target: Box): boolean {
  return turnsAround({ sourceX: source.x + source.width, targetX: target.x });
}

function isAt(now: Box, then: Box): boolean {
  return now.x === then.x && now.y === then.y;
}

/**
 * The document's links as React Flow's edges. A drag changes none of them: a ribbon whose cards are on their way finds its way by
 * itself, and the others stay until the drop, so that no link far from the hand moves.
 */
export function createLinkEdges(): (input: LinkInput) => LinkEdge[] {
  const keepEdge = keepSame<LinkEdge>();
  const keepWords = keepSame<string>();
  const keepBox = keepSame<Box>();
  const keepIndex = keepSame<Index>();
  const keepWidest = keepSame<number>();
  const keepEdges = keepSameList<LinkEdge>();
  return (input) => {
    const { journey, figures, linkLabel } = input;
    const { links, loops } = keepIndex('', [journey.links], () => indexLinks(journey));
    const widest = keepWidest('', [figures], () => widestOf(figures));
    const boxes = boxesOf(keepBox, journey);
    let lanes = 0;
    const edges = links.flatMap(({ from, exit, to }): LinkEdge[] => {
      const id = linkId(from, exit);
      const [source, target] = [boxes.get(from), boxes.get(to)];
      const [step, next] = [journey.steps[from], journey.steps[to]];
      if (!source || !target || !step || !next) return [];
      const around = turns(source, target);
      const lane = around ? lanes++ : 0;
      const data: LinkData = {
        exit,
        loops: loops.has(from) && loops.get(from) === loops.get(to),
        source,
        target,
        aisle: around ? aisleAmong(source, target, boxes.values(), lane) : 0,
        lane,
        ...flowOf(figures.get(from), exit, widest),
        off: step.disabled === true,
      };
      const selected = input.selectedLink === id;
      const ariaLabel = keepWords(id, [step, next, linkLabel], () => linkLabel(step, exit, next));
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
      return [edge];
    });
    // Links that go back lie on top, so that their arrows are seen.
    return keepEdges(edges.toSorted((a, b) => Number(goesBack(a)) - Number(goesBack(b))));
  };
}

function goesBack({ data }: LinkEdge): boolean {
  return data !== undefined && data.loops && turns(data.source, data.target);
}

interface Index {
  readonly links: readonly Link[];
  /** By step: the loop that it is part of. */
  readonly loops: ReadonlyMap<StepId, number>;
}

function indexLinks(journey: Journey): Index {
  const loops = loopsIn(successorsOf(journey)).flatMap((steps, loop) =>
    steps.map((id) => [id, loop] as const),
  );
  return {
    links: Object.entries(journey.links).flatMap(([from, exits]) =>
      Object.entries(exits).map(([exit, to]) => ({ from: from as StepId, exit, to })),
    ),
    loops: new Map(loops),
  };
}

function widestOf(figures: LinkInput['figures']): number {
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

function boxesOf(keep: Keep<Box>, journey: Journey): ReadonlyMap<StepId, Box> {
  return new Map(
    Object.entries(journey.steps).map(([name, step]) => {
      const id = name as StepId;
      const at = placeOf(journey, id);
      return [id, keep(id, [step, at.x, at.y], () => cardBox(step, at))];
    }),
  );
}
