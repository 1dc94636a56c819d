import * as z from 'zod/mini';
import type { StepId } from './ids.ts';
import type { Position } from './position.ts';
import { list, stepId, text } from './schema/values.ts';
import { MAX_STEPS } from './limits.ts';

/** What notes and groups are painted in: the families' colours by their own names, so that a theme can choose the shade. */
export const TINTS = ['grey', 'violet', 'blue', 'teal', 'amber', 'rose', 'green'] as const;
export type Tint = (typeof TINTS)[number];

export type NoteId = string;
export type GroupId = string;

/** Words on the canvas beside the steps. Nothing but the canvas reads them. */
export interface Note extends Position {
  readonly text: string;
  readonly tint: Tint;
  readonly width: number;
  readonly height: number;
}

/** A named frame around steps; it is as large as they need. A step is in one group at most. */
export interface Group {
  readonly name: string;
  readonly tint: Tint;
  readonly steps: readonly StepId[];
}

export const MAX_ANNOTATIONS = 500;
export const NOTE_SIZE = { width: 240, height: 120 } as const;
const SMALLEST_SIDE = 40;
const LARGEST_SIDE = 4000;

const coordinate = z.number().check(z.gte(-1e6), z.lte(1e6));
const side = z.number().check(z.gte(SMALLEST_SIDE), z.lte(LARGEST_SIDE));

export const noteSchema = z.strictObject({
  text,
  tint: z.enum(TINTS),
  x: coordinate,
  y: coordinate,
  width: side,
  height: side,
});

export const groupSchema = z.strictObject({
  name: text,
  tint: z.enum(TINTS),
  steps: list(stepId, MAX_STEPS),
});
