import * as z from 'zod/mini';
import type { Rule } from '../rules.ts';
import type { Minutes } from '../units.ts';
import { rule } from '../schema/rule.ts';
import { clock, minutes, text, wholeNumber } from '../schema/values.ts';
import { NEXT, type StepBase, stepBase, type StepDefinition } from './step.ts';

/** How contacts come in. Clock times are `hh:mm`. */
export type EntryTrigger =
  | { readonly type: 'atOnce' }
  /** Every `everyDays` days from the start, at a clock time of the journey's zone. */
  | { readonly type: 'schedule'; readonly everyDays: number; readonly at: string }
  /** Events over the whole audience arrive at `perDay`, spread over the contact's local hours by 24 weights (absent: even). */
  | {
      readonly type: 'events';
      readonly event: string;
      readonly perDay: number;
      readonly hourProfile?: readonly number[];
    }
  /** On the date in a column, shifted by whole days, at a local clock time. */
  | { readonly type: 'date'; readonly column: string; readonly offsetDays: number; readonly at: string };

/** Who enters and when. A journey has exactly one. */
export interface EntryStep extends StepBase {
  readonly kind: 'entry';
  readonly trigger: EntryTrigger;
  /** Only contacts that match enter; absent: everyone. */
  readonly eligible?: Rule;
  /** Spreads an `atOnce` or `schedule` entry evenly over this long, by a keyed draw; absent: all in one minute. */
  readonly spreadMinutes?: Minutes;
}

const trigger = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('atOnce') }),
  z.strictObject({ type: z.literal('schedule'), everyDays: wholeNumber(1, 36_500), at: clock }),
  z.strictObject({
    type: z.literal('events'),
    event: text,
    perDay: z.number().check(z.gte(0), z.lte(1e7)),
    hourProfile: z.exactOptional(z.array(z.number().check(z.gte(0))).check(z.length(24))),
  }),
  z.strictObject({
    type: z.literal('date'),
    column: text,
    offsetDays: wholeNumber(-36_500, 36_500),
    at: clock,
  }),
]);

export const entrySchema = z.strictObject({
  kind: z.literal('entry'),
  ...stepBase,
  trigger,
  eligible: z.exactOptional(rule),
  spreadMinutes: z.exactOptional(minutes),
});

export const entry: StepDefinition<EntryStep> = {
  defaults: () => ({ kind: 'entry', name: 'Entry', trigger: { type: 'atOnce' } }),
  exits: () => NEXT,
  check(step) {
    const { trigger } = step;
    if (trigger.type !== 'events' || !trigger.hourProfile?.every((weight) => weight === 0)) return [];
    const { hourProfile: _, ...even } = trigger;
    return [
      {
        code: 'hour-profile-empty',
        severity: 'error',
        words:
          'All 24 hours have weight 0, so no event can ever arrive. Give some hour a weight above 0, or leave the profile out.',
        field: 'trigger.hourProfile',
        mended: { ...step, trigger: even },
      },
    ];
  },
};
