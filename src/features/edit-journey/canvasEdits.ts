import type { Edit } from '../../journey/edits.ts';
import { stepEntries } from '../../journey/graph.ts';
import { freshStepId } from '../../journey/ids.ts';
import type { ExitName, Journey, Position, StepId } from '../../journey/journey.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import {
  CARD_WIDTH,
  cardBox,
  GAP_X,
  GAP_Y,
  HEAD_HEIGHT,
  IN_PORT_Y,
  outPortY,
  overlaps,
  type Box,
} from './cardLayout.ts';

/** An exit of a step. */
export interface ExitRef {
  readonly from: StepId;
  readonly exit: ExitName;
}

/** An edit and the step it makes, to be selected afterwards. */
export interface Addition {
  readonly edit: Edit;
  readonly id: StepId;
}

export function placeOf(journey: Journey, id: StepId): Position {
  return journey.layout[id] ?? { x: 0, y: 0 };
}

/** The first exit that leads nowhere yet. */
export function openExit(journey: Journey, id: StepId): ExitName | undefined {
  const step = journey.steps[id];
  return step && exitsOf(step).find((exit) => journey.links[id]?.[exit] === undefined);
}

/** The journey's only open end, where there is just one: a new step can only be meant to go there. */
export function onlyOpenExit(journey: Journey): ExitRef | undefined {
  const open = stepEntries(journey).flatMap(([from, step]) =>
    exitsOf(step)
      .filter((exit) => journey.links[from]?.[exit] === undefined)
      .map((exit) => ({ from, exit })),
  );
  return open.length === 1 ? open[0] : undefined;
}

/** Adds the step on its own, where there is room. */
export function addAt(journey: Journey, step: Step, at: Position): Addition {
  const id = freshStepId(journey, step.kind);
  return { id, edit: { type: 'addStep', id, step, at: findRoom(journey, step, at) } };
}

/** Adds the step behind an exit; a link that is there runs through the new step from then on. */
export function addAfter(journey: Journey, step: Step, { from, exit }: ExitRef): Addition {
  const to = journey.links[from]?.[exit];
  if (to !== undefined) return splice(journey, step, { from, exit });
  const id = freshStepId(journey, step.kind);
  const at = findRoom(journey, step, besideExit(journey, { from, exit }));
  const edits: readonly Edit[] = [
    { type: 'addStep', id, step, at },
    { type: 'connect', from, exit, to: id },
  ];
  return { id, edit: { type: 'several', edits } };
}

/** Puts the step into a link, where it covers no other card. Steps downstream move right when there is no room for it. */
export function splice(journey: Journey, step: Step, { from, exit }: ExitRef, at?: Position): Addition {
  const id = freshStepId(journey, step.kind);
  const to = journey.links[from]?.[exit];
  const start = placeOf(journey, from);
  const wanted = at ?? besideExit(journey, { from, exit });
  // Between its neighbours a step stands at least a gap behind the one before.
  const place = { x: Math.max(wanted.x, start.x + CARD_WIDTH + GAP_X / 2), y: wanted.y };
  const shift = to === undefined ? 0 : place.x + CARD_WIDTH + GAP_X - placeOf(journey, to).x;
  const goesOn = to !== undefined && placeOf(journey, to).x > start.x;
  const moved = goesOn && shift > 0 ? shifted(journey, { start: to, barrier: from, by: shift }) : {};
  const room = findRoom({ ...journey, layout: { ...journey.layout, ...moved } }, step, place);
  const put: Edit = { type: 'spliceStep', id, step, at: room, from, exit };
  const makesRoom = Object.keys(moved).length > 0;
  return {
    id,
    edit: makesRoom ? { type: 'several', edits: [put, { type: 'moveSteps', to: moved }] } : put,
  };
}

interface Shift {
  readonly start: StepId;
  readonly barrier: StepId;
  readonly by: number;
}

/** What comes after `start` moved right; where that would cover other cards, all that stands right of there. */
function shifted(journey: Journey, { start, barrier, by }: Shift): Readonly<Record<StepId, Position>> {
  const right = (ids: readonly StepId[]) =>
    Object.fromEntries(
      ids.map((id) => {
        const { x, y } = placeOf(journey, id);
        return [id, snap({ x: x + by, y })] as const;
      }),
    );
  const moved = right(downstream(journey, start, barrier));
  const boxes = stepEntries(journey).map(([id, step]) => ({ id, box: cardBox(step, placeOf(journey, id)) }));
  const staying = boxes.filter(({ id }) => !moved[id]);
  const covers = boxes.some(({ id, box }) => {
    const at = moved[id];
    return at && staying.some((other) => overlaps({ ...box, ...at }, other.box));
  });
  if (!covers) return moved;
  const edge = placeOf(journey, start).x;
  return right(boxes.filter(({ box }) => box.x >= edge).map(({ id }) => id));
}

/** Of these steps those that may go: without an entry nobody comes in, so the last one stays. */
export function removable(journey: Journey, ids: readonly StepId[]): readonly StepId[] {
  const entries = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  const [kept] = entries.every((id) => ids.includes(id)) ? entries : [];
  return ids.filter((id) => id !== kept);
}

/** Removes steps and joins what they separated, and links, as one undo step. */
export function removeAll(
  journey: Journey,
  ids: readonly StepId[],
  links: readonly ExitRef[],
): Edit | undefined {
  const gone = links.filter(
    ({ from, exit }) => !ids.includes(from) && journey.links[from]?.[exit] !== undefined,
  );
  const edits: readonly Edit[] = [
    ...gone.map(({ from, exit }): Edit => ({ type: 'disconnect', from, exit })),
    ...(ids.length > 0 ? [{ type: 'removeSteps', ids, heal: true } as const] : []),
  ];
  return edits.length > 0 ? { type: 'several', edits } : undefined;
}

/** Steps on the way from `start`, not walking through `barrier`, that stand right of where the walk began. */
function downstream(journey: Journey, start: StepId, barrier: StepId): readonly StepId[] {
  const seen = new Set<StepId>([start]);
  const edge = placeOf(journey, start).x;
  for (const id of seen) {
    for (const next of Object.values(journey.links[id] ?? {})) {
      if (next !== barrier && placeOf(journey, next).x >= edge) seen.add(next);
    }
  }
  return [...seen];
}

function besideExit(journey: Journey, { from, exit }: ExitRef): Position {
  const step = journey.steps[from];
  const { x, y } = placeOf(journey, from);
  if (!step) return { x, y };
  const exits = exitsOf(step);
  const index = Math.max(0, exits.indexOf(exit));
  // Rows of exits fan out around the middle of the card, so that later siblings find their places free.
  const fan =
    exits.length > 1 ? (index - (exits.length - 1) / 2) * (HEAD_HEIGHT + GAP_Y) + HEAD_HEIGHT / 2 : 0;
  const level = exits.length > 1 ? IN_PORT_Y + fan : outPortY(step, index);
  return snap({ x: x + CARD_WIDTH + GAP_X, y: y + level - IN_PORT_Y });
}

/** The same edit, with every step that it adds where it covers no card: the linter knows steps, not how large their cards are. */
export function inRoom(journey: Journey, edit: Edit): Edit {
  const grown = { ...journey.steps };
  const layout = { ...journey.layout };
  const settle = (part: Edit): Edit => {
    if (part.type === 'several') return { ...part, edits: part.edits.map(settle) };
    if (part.type !== 'addStep' && part.type !== 'spliceStep') return part;
    const at = findRoom({ ...journey, steps: grown, layout }, part.step, part.at);
    grown[part.id] = part.step;
    layout[part.id] = at;
    return { ...part, at };
  };
  return settle(edit);
}

/** For something that is no step: the place itself, or the nearest one below or above it that no card covers. */
export function freePlace(journey: Journey, box: Box): Position {
  const cards = stepEntries(journey).map(([id, step]) => cardBox(step, placeOf(journey, id)));
  const others: readonly Box[] = [...cards, ...Object.values(journey.notes ?? {})];
  return nearestFree(box, others);
}

/** The place itself, or the nearest one below or above it where the card touches no other. */
function findRoom(journey: Journey, step: Step, wanted: Position): Position {
  const others = Object.entries(journey.steps).map(([id, other]) =>
    cardBox(other, placeOf(journey, id as StepId)),
  );
  return nearestFree(cardBox(step, wanted), others);
}

function nearestFree(box: Box, others: readonly Box[]): Position {
  const isFree = (at: Position) => !others.some((other) => overlaps({ ...box, ...at }, other, GAP_Y / 2));
  const stride = (box.height + GAP_Y) / 2;
  for (let n = 0; n <= others.length * 4; n += 1) {
    const at = snap({ x: box.x, y: box.y + (n % 2 === 0 ? 1 : -1) * Math.ceil(n / 2) * stride });
    if (isFree(at)) return at;
  }
  return snap(box);
}

export const GRID = 8;

export function snap({ x, y }: Position): Position {
  return { x: Math.round(x / GRID) * GRID, y: Math.round(y / GRID) * GRID };
}
