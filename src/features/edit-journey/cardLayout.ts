import type { Position } from '../../journey/journey.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';

/** Sizes of a step card in pixels at zoom 1. StepCard.module.css draws to the same figures. */
export const CARD_WIDTH = 240;
export const HEAD_HEIGHT = 88;
const EXIT_HEIGHT = 26;
const FOOT_HEIGHT = 6;
/** Where contacts come in, from the top of the card. */
export const IN_PORT_Y = HEAD_HEIGHT / 2;
export const GAP_X = 80;
export const GAP_Y = 32;

/** One exit leaves from the middle of the head; several stand below it as labelled rows. */
function hasRows(exits: readonly unknown[]): boolean {
  return exits.length > 1;
}

export function cardHeight(step: Step): number {
  const exits = exitsOf(step);
  return hasRows(exits) ? HEAD_HEIGHT + exits.length * EXIT_HEIGHT + FOOT_HEIGHT : HEAD_HEIGHT;
}

/** The port of the exit at this index, from the top of the card. */
export function outPortY(step: Step, index: number): number {
  return hasRows(exitsOf(step)) ? HEAD_HEIGHT + (index + 0.5) * EXIT_HEIGHT : IN_PORT_Y;
}

export interface Box extends Position {
  readonly width: number;
  readonly height: number;
}

export function cardBox(step: Step, at: Position): Box {
  return { x: at.x, y: at.y, width: CARD_WIDTH, height: cardHeight(step) };
}

const FRAME_PADDING = 20;
const FRAME_HEAD = 28;

/** The frame of a group whose cards take up this together: some room around them, and a line for its name above. */
export function frameAround({ x, y, width, height }: Box): Box {
  return {
    x: x - FRAME_PADDING,
    y: y - FRAME_PADDING - FRAME_HEAD,
    width: width + 2 * FRAME_PADDING,
    height: height + 2 * FRAME_PADDING + FRAME_HEAD,
  };
}

/** Closer than a breath apart. */
export function overlaps(a: Box, b: Box, margin = 8): boolean {
  return (
    a.x < b.x + b.width + margin &&
    b.x < a.x + a.width + margin &&
    a.y < b.y + b.height + margin &&
    b.y < a.y + a.height + margin
  );
}
