import type { Viewport } from '@xyflow/react';
import type { Journey, StepId } from '../../journey/journey.ts';
import { placeOf } from './canvasEdits.ts';
import { cardBox, type Box } from './cardLayout.ts';

const PADDING = 40;
/** Between a card that was slid into sight and the edge of the canvas. */
const EDGE = 24;
/** Smaller than this the words on the cards are hard to read, so a wide journey starts at its entry instead. */
const READABLE = 0.72;

/** The whole journey where it can be read, else its beginning, with the entry's height in the middle. */
export function showStart(journey: Journey, width: number, height: number): Viewport {
  const boxes = Object.entries(journey.steps).map(([id, step]) =>
    cardBox(step, placeOf(journey, id as StepId)),
  );
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  const fit = Math.min((width - 2 * PADDING) / (right - left), (height - 2 * PADDING) / (bottom - top));
  const zoom = Math.max(READABLE, Math.min(1, fit));
  const fits = { x: (right - left) * zoom <= width, y: (bottom - top) * zoom <= height };
  const entry = boxes.find(({ x }) => x === left);
  const middle = fits.y || !entry ? (top + bottom) / 2 : entry.y + entry.height / 2;
  return {
    x: fits.x ? (width - (right - left) * zoom) / 2 - left * zoom : PADDING - left * zoom,
    y: height / 2 - middle * zoom,
    zoom,
  };
}

/** The view slid just far enough to show the box; its beginning, where it is larger than the canvas. */
export function intoSight(
  { x, y, zoom }: Viewport,
  box: Box,
  { width, height }: { readonly width: number; readonly height: number },
): Viewport {
  return {
    x: x + slide(box.x * zoom + x, box.width * zoom, width),
    y: y + slide(box.y * zoom + y, box.height * zoom, height),
    zoom,
  };
}

function slide(start: number, size: number, room: number): number {
  const edge = Math.min(EDGE, Math.max(0, (room - size) / 2));
  return Math.max(edge, Math.min(start, room - size - edge)) - start;
}
