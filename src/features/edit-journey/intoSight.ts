import type { Viewport } from '@xyflow/react';
import type { Box } from './cardLayout.ts';

/** Between a card that was slid into sight and the edge of the canvas. */
const EDGE = 24;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The view slid just far enough to show the box; its beginning, where it is larger than the canvas. */
export function intoSight({ x, y, zoom }: Viewport, box: Box, { width, height }: Size): Viewport {
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
