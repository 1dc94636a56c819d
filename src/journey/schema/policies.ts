import { MAX_PER_CONTACT } from '../limits.ts';
import * as z from 'zod/mini';
import { CHANNELS } from '../channels.ts';
import { WEEK_STARTS } from '../economics.ts';
import { channel, clock, id, list, minutes, money, probability, wholeNumber } from './values.ts';

/** More caps than anybody can keep in mind; the engine looks at each one for every message. */
const MAX_CAPS = 50;
const MAX_RATE_LIMITS = 50;
const MAX_PER_WINDOW = 1e9;

/** A strict object; where a field is refused, `message` names those that there are. */
function fields<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? Object.keys(shape).join(', ') : undefined),
  });
}

/** No channel or no tag at all would be a policy about nothing. */
const someChannels = list(channel, CHANNELS.length).check(z.minLength(1));
const someMinutes = minutes.check(z.gte(1));

const window = z.discriminatedUnion('kind', [
  fields({ kind: z.literal('rolling'), minutes: someMinutes }),
  fields({ kind: z.literal('calendar'), unit: z.enum(['day', 'week', 'month']) }),
]);

const scope = z.union(
  [
    z.literal('all'),
    fields({ channels: someChannels }),
    fields({ tags: list(id, 20).check(z.minLength(1)) }),
  ],
  { error: 'it must be "all", {"channels": […]} or {"tags": […]}' },
);

const onCap = z.discriminatedUnion('kind', [
  fields({ kind: z.literal('skip') }),
  fields({ kind: z.literal('exit') }),
  fields({ kind: z.literal('retry'), minutes: someMinutes }),
]);

const cap = fields({
  id,
  max: wholeNumber(1, MAX_PER_CONTACT),
  window,
  zone: z._default(z.enum(['contact', 'workspace', 'UTC']), 'contact'),
  scope: z._default(scope, 'all'),
  onCap,
});

const quietHours = fields({
  from: clock,
  until: clock,
  onQuiet: z.enum(['hold', 'skip', 'exit']),
  channels: z.exactOptional(someChannels),
  releaseOverMinutes: z.exactOptional(minutes),
});

const budget = fields({ channel, amount: money });

const rateLimit = fields({
  channel,
  max: wholeNumber(1, MAX_PER_WINDOW),
  perMinutes: someMinutes,
});

const economics = fields({
  costs: z.exactOptional(z.partialRecord(channel, money)),
  grossMargin: z.exactOptional(probability),
  lifetimeValue: z.exactOptional(money),
  fixedCost: z.exactOptional(money),
  agentHour: z.exactOptional(money),
});

/** The policies document. Ids that come twice are found in `readPolicies.ts`. */
export const policiesSchema = fields({
  format: z.exactOptional(z.literal('rehearsal-policies')),
  version: z.exactOptional(z.literal(1)),
  caps: z._default(list(cap, MAX_CAPS), []),
  quietHours: z.exactOptional(quietHours),
  budgets: z._default(list(budget, CHANNELS.length), []),
  rateLimits: z._default(list(rateLimit, MAX_RATE_LIMITS), []),
  weekStart: z.exactOptional(z.enum(WEEK_STARTS)),
  economics: z.exactOptional(economics),
});
