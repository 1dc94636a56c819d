import * as fc from 'fast-check';
import { CHANNELS } from '../../src/journey/channels.ts';
import { WEEK_STARTS } from '../../src/journey/economics.ts';
import type { FrequencyCap, Policies, QuietHours } from '../../src/journey/policies.ts';
import { days, minutes, money } from '../../src/journey/units.ts';

const clock = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '30', '47'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
/** The more usual ones, so that something is about them. */
const channel = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('email', 'sms', 'push') },
  fc.constantFrom(...CHANNELS),
);
const channels = fc.uniqueArray(channel, { minLength: 1, maxLength: 4 });
const somewhile = fc.oneof(
  fc.integer({ min: 1, max: 20_000 }).map(minutes),
  fc.integer({ min: 1, max: 10 }).map(days),
);

const cap: fc.Arbitrary<FrequencyCap> = fc.record({
  id: fc.constantFrom('one', 'two', 'three'),
  max: fc.constantFrom(1, 1, 2, 3),
  window: fc.oneof(
    fc.record({ kind: fc.constant('rolling' as const), minutes: somewhile }),
    fc.record({ kind: fc.constant('calendar' as const), unit: fc.constantFrom('day', 'week', 'month') }),
  ),
  zone: fc.constantFrom('contact', 'workspace', 'UTC'),
  scope: fc.oneof(
    { weight: 2, arbitrary: fc.constant('all' as const) },
    fc.record({ channels }),
    fc.record({ tags: fc.uniqueArray(fc.constantFrom('promo', 'news'), { minLength: 1 }) }),
  ),
  onCap: fc.oneof(fc.constantFrom({ kind: 'skip' } as const, { kind: 'exit' } as const), {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('retry' as const), minutes: somewhile }),
  }),
});

const quietHours: fc.Arbitrary<QuietHours> = fc
  .record(
    {
      from: clock,
      until: clock,
      onQuiet: fc.constantFrom('hold', 'hold', 'skip', 'exit'),
      channels,
      releaseOverMinutes: fc.oneof(fc.nat(300), fc.nat(12_000)).map(minutes),
    },
    { requiredKeys: ['from', 'until', 'onQuiet'] },
  )
  .chain((hours) => fc.constantFrom(hours, hours, hours, { ...hours, until: hours.from }));

const caps = fc.uniqueArray(cap, { maxLength: 3, selector: ({ id }) => id });

/** Policies under which contacts do not interact. */
export const randomPolicies: fc.Arbitrary<Policies> = fc.record(
  {
    caps,
    quietHours,
    budgets: fc.constant([]),
    rateLimits: fc.constant([]),
    weekStart: fc.constantFrom(...WEEK_STARTS),
  },
  { requiredKeys: ['caps', 'budgets', 'rateLimits'] },
);

/** Policies with money and places that contacts share; two limits on one channel are one more than people have. */
export const sharedPolicies: fc.Arbitrary<Policies> = fc
  .tuple(
    randomPolicies,
    fc.uniqueArray(fc.record({ channel, amount: fc.nat(600).map(money) }), {
      maxLength: 3,
      selector: (budget) => budget.channel,
    }),
    fc.array(
      fc.record({
        channel,
        max: fc.integer({ min: 1, max: 40 }),
        perMinutes: fc.integer({ min: 1, max: 2000 }).map(minutes),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([policies, budgets, rateLimits]) => ({ ...policies, budgets, rateLimits }));
