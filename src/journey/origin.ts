import * as z from 'zod/mini';
import { stepId, text } from './schema/values.ts';
import type { StepId } from './ids.ts';

/** A step as it stood in the file of another platform. */
export interface KeptStep {
  /** The JSON of that platform's own step, its links included. */
  readonly raw: unknown;
  /** The step that it was read as. While the step is still that, exporting to the platform writes `raw` again. */
  readonly read: unknown;
}

/**
 * Where a journey came from: what the file said, for the way back to the same platform, which has words for things that this document
 * has none for. Nothing else reads it; a run least of all.
 */
export interface Origin {
  /** The platform, as `exchange/platforms.ts` calls it. */
  readonly platform: string;
  /** All of the file that belongs to no step: its name, its own ids, its settings. */
  readonly document?: unknown;
  /** What was kept of steps; those made here have none. */
  readonly steps: Readonly<Record<StepId, KeptStep>>;
}

export const originSchema = z.strictObject({
  platform: text,
  document: z.exactOptional(z.unknown()),
  steps: z.record(stepId, z.strictObject({ raw: z.unknown(), read: z.unknown() })),
});
