import * as z from 'zod/mini';
import { CAUSED_METRICS, FUNNEL_STAGES, PAIRED_METRICS, SHARED } from '../../analytics/report.ts';

const MOST_STEPS = 5000;
const GROUPS = 128;

const figure = z.number();
const count = z.number().check(z.gte(0));
const text = z.string().check(z.maxLength(500));
const estimate = z.strictObject({ value: figure, low: figure, high: figure });
const counts = z.record(text, count);

const step = z.strictObject({
  id: text,
  kind: text,
  name: text,
  entered: count,
  inFlight: count,
  exits: counts,
});

const message = z.strictObject({
  step: text,
  channel: text,
  rung: z.exactOptional(z.int().check(z.gte(1))),
  sent: count,
  delivered: count,
  opened: count,
  openedTrue: count,
  clicked: count,
  converted: count,
  unsubscribed: count,
  cost: count,
  unsent: counts,
});

const totals = z.strictObject({
  conversions: estimate,
  conversionsAudience: estimate,
  revenue: estimate,
  cost: estimate,
  profit: estimate,
  unsubscribed: estimate,
});

const group = z.array(figure).check(z.length(GROUPS));
const GROUPED = ['contacts', 'sent', ...PAIRED_METRICS, ...CAUSED_METRICS] as const;
const groups = z.record(z.enum(GROUPED), group);

const target = z.strictObject({
  metric: z.enum(['conversions', 'revenue', 'profit']),
  atLeast: figure,
  expected: estimate,
  chance: figure,
});

/** What a run came to, as a file may say it. */
export const reportSchema = z.strictObject({
  journey: text,
  journeyId: text,
  seed: figure,
  contacts: count,
  scaledTo: z.exactOptional(count),
  approximate: z.exactOptional(z.array(z.enum(SHARED))),
  seconds: count,
  stepsPerSecond: count,
  stepsExecuted: count,
  steps: z.array(step).check(z.maxLength(MOST_STEPS)),
  messages: z.array(message).check(z.maxLength(MOST_STEPS)),
  totals,
  funnel: z.array(z.strictObject({ stage: z.enum(FUNNEL_STAGES), people: estimate })),
  entries: z.strictObject({ dropped: count, notEligible: count, overCap: count }),
  target: z.exactOptional(target),
  groups,
  fixedCost: z.exactOptional(figure),
});
