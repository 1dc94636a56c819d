import * as z from 'zod/mini';
import { type Channel, CHANNELS } from '../channels.ts';
import type { RuleValue } from '../rules.ts';
import { ruleValue } from '../schema/rule.ts';
import { list, text } from '../schema/values.ts';
import { NEXT, type StepBase, stepBase, type StepDefinition } from './step.ts';

export type Change =
  | { readonly type: 'set'; readonly column: string; readonly value: RuleValue }
  | { readonly type: 'addScore'; readonly points: number }
  | { readonly type: 'addTag'; readonly tag: string }
  | { readonly type: 'removeTag'; readonly tag: string }
  /** `all`: nothing more on any channel. */
  | { readonly type: 'suppress'; readonly channel: Channel | 'all' };

export interface UpdateStep extends StepBase {
  readonly kind: 'update';
  readonly changes: readonly Change[];
}

const change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('set'), column: text, value: ruleValue }),
  z.strictObject({ type: z.literal('addScore'), points: z.number() }),
  z.strictObject({ type: z.literal('addTag'), tag: text }),
  z.strictObject({ type: z.literal('removeTag'), tag: text }),
  z.strictObject({ type: z.literal('suppress'), channel: z.enum([...CHANNELS, 'all']) }),
]);

export const updateSchema = z.strictObject({
  kind: z.literal('update'),
  ...stepBase,
  changes: list(change, 100),
});

export const update: StepDefinition<UpdateStep> = {
  defaults: () => ({ kind: 'update', name: 'Update', changes: [{ type: 'addTag', tag: 'follow-up' }] }),
  exits: () => NEXT,
  check(step) {
    if (step.changes.length > 0) return [];
    return [
      {
        code: 'update-without-changes',
        severity: 'warning',
        words: 'This update changes nothing. Add a change or remove the step.',
        field: 'changes',
      },
    ];
  },
};
