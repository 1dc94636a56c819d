import * as z from 'zod/mini';
import { CHANNELS } from '../channels.ts';
import { TARGET_METRICS } from '../journey.ts';
import { rule } from './rule.ts';
import { id, isoDate, isoInstant, list, minutes, money, stepId, text, wholeNumber, zone } from './values.ts';

const reEntry = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('never') }),
  z.strictObject({ mode: z.literal('afterExit') }),
  z.strictObject({ mode: z.literal('cooldown'), minutes, from: z.enum(['start', 'end']) }),
]);

const exitRule = z.strictObject({
  id,
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('converted') }),
    z.strictObject({ kind: z.literal('unsubscribed'), channel: z.enum([...CHANNELS, 'any']) }),
    z.strictObject({ kind: z.literal('rule'), rule }),
  ]),
  mode: z.enum(['immediate', 'stepEnd', 'afterWait']),
});

const goal = z.strictObject({
  id,
  name: text,
  on: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('conversion') }),
    z.strictObject({ kind: z.literal('step'), step: stepId }),
    z.strictObject({ kind: z.literal('rule'), rule }),
  ]),
  value: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('event') }),
    z.strictObject({ kind: z.literal('fixed'), amount: money }),
    z.strictObject({ kind: z.literal('column'), column: text }),
  ]),
  count: z.enum(['oncePerEntry', 'every']),
  window: z.strictObject({ minutes, from: z.enum(['entry', 'send', 'open', 'click']) }),
});

const target = z.strictObject({
  metric: z.enum(TARGET_METRICS),
  atLeast: z.number().check(z.gte(0)),
  by: z.exactOptional(isoDate),
});

export const settings = z.strictObject({
  start: isoInstant,
  horizonMinutes: minutes,
  zone,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  entryCap: z.exactOptional(wholeNumber(1, 1e9)),
  reEntry,
  exitRules: list(exitRule, 100),
  goals: list(goal, 100).check(z.minLength(1)),
  target: z.exactOptional(target),
  priority: z.number().check(z.gte(0), z.lte(100)),
  transactional: z.exactOptional(z.boolean()),
  // The engine's bound of 1 to 4095 is a problem to mend on the canvas, not a reason to refuse the file.
  maxPasses: wholeNumber(0, 1e6),
  heterogeneity: z.enum(['on', 'off']),
});
