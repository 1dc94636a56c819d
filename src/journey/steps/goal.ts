import * as z from 'zod/mini';
import type { Money } from '../units.ts';
import { money } from '../schema/values.ts';
import { NEXT, type StepBase, stepBase, type StepDefinition } from './step.ts';

/** A milestone. With `conversion` it records one, worth `value` (absent: an order of the response model). */
export interface GoalStep extends StepBase {
  readonly kind: 'goal';
  readonly conversion?: { readonly value?: Money };
}

export const goalSchema = z.strictObject({
  kind: z.literal('goal'),
  ...stepBase,
  conversion: z.exactOptional(z.strictObject({ value: z.exactOptional(money) })),
});

export const goal: StepDefinition<GoalStep> = {
  defaults: () => ({ kind: 'goal', name: 'Goal' }),
  exits: () => NEXT,
  check: () => [],
};
