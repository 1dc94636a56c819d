import type { Viewport } from '@xyflow/react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { placeOf } from './canvasEdits.ts';
import { cardBox, type Box } from './cardLayout.ts';
import { bounds } from './commands/arrange.ts';

const PADDING = 40;
/** Smaller than this the words on the cards are hard to read, so a wide journey starts at its entry instead. */
const READABLE = 0.72;
/** What of a card is seen where the canvas cuts it: enough to be seen as a card, and to be seen as cut. */
const CUT = { least: 0.25, most: 0.75 };
const CUT_TRIES = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The whole journey where it can be read, else its beginning, with the entry's height in the middle and, where a slightly larger
 * zoom does that, a card cut by the right edge: so one sees that the journey goes on there.
 */
export function showStart(journey: Journey, width: number, height: number): Viewport {
  const boxes = Object.entries(journey.steps).map(([id, step]) =>
    cardBox(step, placeOf(journey, id as StepId)),
  );
  const all = bounds(boxes);
  const fit = Math.min((width - 2 * PADDING) / all.width, (height - 2 * PADDING) / all.height);
  const zoom = Math.max(READABLE, Math.min(1, fit));
  const start = startAt(boxes, { width, height }, zoom);
  if (all.width * zoom <= width) return start;
  const larger = Array.from({ length: CUT_TRIES }, (_, n) =>
    startAt(boxes, { width, height }, zoom * (1 + n / 100)),
  );
  return larger.find((view) => boxes.some((box) => isCut(box, view, { width, height }))) ?? start;
}

function startAt(boxes: readonly Box[], { width, height }: Size, zoom: number): Viewport {
  const all = bounds(boxes);
  const fits = { x: all.width * zoom <= width, y: all.height * zoom <= height };
  const entry = boxes.find(({ x }) => x === all.x);
  const middle = fits.y || !entry ? all.y + all.height / 2 : entry.y + entry.height / 2;
  return {
    x: fits.x ? (width - all.width * zoom) / 2 - all.x * zoom : PADDING - all.x * zoom,
    y: height / 2 - middle * zoom,
    zoom,
  };
}

/** Whether the right edge leaves a good part of the card to be seen, and not all of it. */
function isCut(box: Box, { x, y, zoom }: Viewport, { width, height }: Size): boolean {
  const seen = (width - (box.x * zoom + x)) / (box.width * zoom);
  const middle = (box.y + box.height / 2) * zoom + y;
  return seen >= CUT.least && seen <= CUT.most && middle > 0 && middle < height;
}
