import type { Edit } from '../../../journey/edits.ts';
import type { Journey, Position, StepId } from '../../../journey/journey.ts';
import { GRID, placeOf } from '../canvasEdits.ts';
import { cardBox, type Box } from '../cardLayout.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'across' | 'down';

/** Lines the cards up along one edge, or along the middle, of what they take up together. */
export function align(journey: Journey, ids: readonly StepId[], edge: Edge): Edit | undefined {
  const boxes = boxesOf(journey, ids);
  const around = bounds(boxes.map(({ box }) => box));
  return moves(
    journey,
    boxes.map(({ id, box }) => [id, aligned(box, around, edge)] as const),
  );
}

function aligned(box: Box, around: Box, edge: Edge): Position {
  switch (edge) {
    case 'left':
      return { x: around.x, y: box.y };
    case 'centre':
      return { x: around.x + (around.width - box.width) / 2, y: box.y };
    case 'right':
      return { x: around.x + around.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: around.y };
    case 'middle':
      return { x: box.x, y: around.y + (around.height - box.height) / 2 };
    case 'bottom':
      return { x: box.x, y: around.y + around.height - box.height };
  }
}

/** Equal gaps between the cards; the outermost two stay where they are. */
export function distribute(journey: Journey, ids: readonly StepId[], axis: Axis): Edit | undefined {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const boxes = boxesOf(journey, ids).toSorted((a, b) => a.box[at] - b.box[at]);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || boxes.length < 3) return undefined;
  const taken = boxes.reduce((sum, { box }) => sum + box[size], 0);
  const gap = (last.box[at] + last.box[size] - first.box[at] - taken) / (boxes.length - 1);
  let next = first.box[at];
  return moves(
    journey,
    boxes.map(({ id, box }) => {
      const place = { x: box.x, y: box.y, [at]: next };
      next += box[size] + gap;
      return [id, place] as const;
    }),
  );
}

/** All of them by the same way, for arrow keys. */
export function nudge(journey: Journey, ids: readonly StepId[], by: Position): Edit | undefined {
  return moves(
    journey,
    ids.map((id) => {
      const { x, y } = placeOf(journey, id);
      return [id, { x: x + by.x * GRID, y: y + by.y * GRID }] as const;
    }),
  );
}

/** One edit for those that really move, to whole pixels; undefined when none does. */
export function moves(
  journey: Journey,
  to: readonly (readonly [StepId, Position])[],
): Extract<Edit, { type: 'moveSteps' }> | undefined {
  const moved = to
    .map(([id, { x, y }]) => [id, { x: Math.round(x), y: Math.round(y) }] as const)
    .filter(([id, { x, y }]) => {
      const before = placeOf(journey, id);
      return before.x !== x || before.y !== y;
    });
  return moved.length > 0 ? { type: 'moveSteps', to: Object.fromEntries(moved) } : undefined;
}

export function boxesOf(
  journey: Journey,
  ids: readonly StepId[],
): readonly { readonly id: StepId; readonly box: Box }[] {
  return ids.flatMap((id) => {
    const step = journey.steps[id];
    return step ? [{ id, box: cardBox(step, placeOf(journey, id)) }] : [];
  });
}

/** What boxes take up together. */
export function bounds(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
