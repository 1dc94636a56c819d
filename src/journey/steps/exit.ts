import * as z from 'zod/mini';
import { text } from '../schema/values.ts';
import { type StepBase, stepBase, type StepDefinition } from './step.ts';

/** Leaves the journey. */
export interface ExitStep extends StepBase {
  readonly kind: 'exit';
  readonly reason?: string;
}

export const exitSchema = z.strictObject({
  kind: z.literal('exit'),
  ...stepBase,
  reason: z.exactOptional(text),
});

export const exit: StepDefinition<ExitStep> = {
  defaults: () => ({ kind: 'exit', name: 'Exit' }),
  exits: () => [],
  check: () => [],
};
