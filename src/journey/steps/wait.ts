import * as z from 'zod/mini';
import { days, type Minutes } from '../units.ts';
import { clock, MAX_MINUTES, minutes, text, wholeNumber } from '../schema/values.ts';
import { type Finding, NEXT, type StepBase, stepBase, type StepDefinition } from './step.ts';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Clock times are `hh:mm` in the contact's zone. */
export type WaitUntil =
  | { readonly type: 'duration'; readonly minutes: Minutes }
  /** `days` calendar days on, then that clock time; 0 days: today unless it is past, else tomorrow. */
  | { readonly type: 'daysAt'; readonly days: number; readonly at: string }
  | { readonly type: 'timeOfDay'; readonly at: string }
  /** A strictly later date with that weekday; the same clock time unless one is given. */
  | { readonly type: 'weekday'; readonly weekday: Weekday; readonly at?: string }
  /** A date column moved by an offset that may be negative; past or missing dates go on at once. */
  | { readonly type: 'date'; readonly column: string; readonly offsetMinutes: number }
  /** Evenly between two durations, both included. */
  | { readonly type: 'random'; readonly from: Minutes; readonly to: Minutes };

export interface WaitStep extends StepBase {
  readonly kind: 'wait';
  readonly until: WaitUntil;
}

const until = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('duration'), minutes }),
  z.strictObject({ type: z.literal('daysAt'), days: wholeNumber(0, 36_500), at: clock }),
  z.strictObject({ type: z.literal('timeOfDay'), at: clock }),
  z.strictObject({ type: z.literal('weekday'), weekday: z.enum(WEEKDAYS), at: z.exactOptional(clock) }),
  z.strictObject({
    type: z.literal('date'),
    column: text,
    offsetMinutes: wholeNumber(-MAX_MINUTES, MAX_MINUTES),
  }),
  z.strictObject({ type: z.literal('random'), from: minutes, to: minutes }),
]);

export const waitSchema = z.strictObject({ kind: z.literal('wait'), ...stepBase, until });

export const wait: StepDefinition<WaitStep> = {
  defaults: () => ({ kind: 'wait', name: 'Wait', until: { type: 'duration', minutes: days(1) } }),
  exits: () => NEXT,
  check(step) {
    const { until } = step;
    if (until.type === 'random' && until.from > until.to) return [backwards(step, until.from, until.to)];
    if (longestNothing(until)) return [noTime(step)];
    return [];
  },
};

function noTime(step: WaitStep): Finding<WaitStep> {
  return {
    code: 'wait-without-time',
    severity: 'warning',
    words: 'This wait lasts no time. Give it a duration, for example 1 day, or remove it.',
    field: 'until',
    mended: { ...step, until: { type: 'duration', minutes: days(1) } },
  };
}

function longestNothing(until: WaitUntil): boolean {
  return (until.type === 'duration' && until.minutes === 0) || (until.type === 'random' && until.to === 0);
}

function backwards(step: WaitStep, from: Minutes, to: Minutes): Finding<WaitStep> {
  return {
    code: 'wait-range-backwards',
    severity: 'error',
    words: `The shortest wait (${from} minutes) is longer than the longest (${to} minutes). Swap them.`,
    values: { from, to },
    field: 'until',
    mended: { ...step, until: { type: 'random', from: to, to: from } },
  };
}
