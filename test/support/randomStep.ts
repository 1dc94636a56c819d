import * as fc from 'fast-check';
import { CHANNELS } from '../../src/journey/channels.ts';
import { RESPONSES } from '../../src/journey/steps/check.ts';
import type { EntryStep } from '../../src/journey/steps/entry.ts';
import type { ExperimentStep } from '../../src/journey/steps/experiment.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import type { Send } from '../../src/journey/steps/message.ts';
import { minutes, money, probability } from '../../src/journey/units.ts';
import { WEEKDAYS } from '../../src/journey/steps/wait.ts';
import { randomRule } from './randomRule.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 20 });
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const someMinutes = fc.integer({ min: 1, max: 10_000 }).map(minutes);
const share = fc.nat(100).map((percent) => probability(percent / 100));
const channel = fc.constantFrom(...CHANNELS);
const base = { name, disabled: fc.boolean(), note: name, maxPasses: fc.integer({ min: 1, max: 4 }) };

/** A step with `kind`, a name, some of the optional common fields, and its own. */
function step<K extends Step['kind'], F extends object, O extends object>(
  kind: K,
  required: { [P in keyof F]: fc.Arbitrary<F[P]> },
  optional: { [P in keyof O]: fc.Arbitrary<O[P]> },
) {
  const { name: _, ...rest } = base;
  const rare = fc.record(rest, { requiredKeys: [] });
  return fc
    .tuple(
      fc.constant(kind),
      name,
      fc.record(required),
      fc.record(optional, { requiredKeys: [] }),
      fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, rare),
    )
    .map(([kindOf, named, own, more, common]) => ({ kind: kindOf, name: named, ...common, ...own, ...more }));
}

const variants = fc.uniqueArray(
  fc.record(
    {
      id: fc.constantFrom('b', 'c', 'd'),
      name,
      share: fc.nat(60),
      subject: name,
      preheader: name,
      body: name,
    },
    { requiredKeys: ['id', 'name'] },
  ),
  { maxLength: 3, selector: ({ id }) => id },
);
const content = fc.record(
  {
    variants,
    subject: name,
    preheader: name,
    body: name,
    utm: fc.dictionary(fc.constantFrom('utm_source', 'utm_term'), name),
    couponCode: name,
  },
  { requiredKeys: [] },
);
const response = fc.record(
  { delivered: share, opened: share, clicked: share, converted: share, replied: share, unsubscribed: share },
  { requiredKeys: [] },
);
const occasion = fc.constantFrom('campaign', 'triggered');
const cost = fc.nat(1000).map((cents) => money(cents / 100));
const send: fc.Arbitrary<Send> = fc.record(
  { channel, occasion, content, cost, response },
  { requiredKeys: ['channel', 'occasion'] },
);

export const randomEntry: fc.Arbitrary<EntryStep> = step(
  'entry',
  {
    trigger: fc.oneof(
      fc.constant({ type: 'atOnce' } as const),
      fc.record({
        type: fc.constant('schedule' as const),
        everyDays: fc.integer({ min: 1, max: 20 }),
        at: clock,
      }),
      fc.record(
        {
          type: fc.constant('events' as const),
          event: name,
          perDay: fc.integer({ min: 1, max: 500 }),
          hourProfile: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 24, maxLength: 24 }),
        },
        { requiredKeys: ['type', 'event', 'perDay'] },
      ),
      fc.record({
        type: fc.constant('date' as const),
        column: fc.constant('renewal_date'),
        offsetDays: fc.integer({ min: -30, max: 30 }),
        at: clock,
      }),
    ),
  },
  { eligible: randomRule, spreadMinutes: someMinutes },
);

const experiment: fc.Arbitrary<ExperimentStep> = step(
  'experiment',
  { shares: fc.array(fc.nat(20), { minLength: 1, maxLength: 3 }), held: fc.nat(10), goesOn: fc.boolean() },
  {},
).map(({ shares, held, goesOn, ...rest }) => {
  const rest100 = 100 - held - shares.reduce((sum, weight) => sum + weight, 0);
  const arms = [rest100, ...shares].map((weight, index) => ({
    id: `arm-${index}`,
    name: `Arm ${index}`,
    weight,
  }));
  return { ...rest, arms, ...(held > 0 && { holdout: { weight: held, goesOn } }) };
});

const until = fc.oneof(
  fc.record({ type: fc.constant('duration' as const), minutes: someMinutes }),
  fc.record({ type: fc.constant('daysAt' as const), days: fc.nat(5), at: clock }),
  fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
  fc.record(
    { type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS), at: clock },
    { requiredKeys: ['type', 'weekday'] },
  ),
  fc.record({
    type: fc.constant('date' as const),
    column: fc.constantFrom('renewal_date', 'signed_up'),
    offsetMinutes: fc.integer({ min: -5000, max: 5000 }),
  }),
  fc
    .tuple(someMinutes, fc.nat(2000))
    .map(([from, more]) => ({ type: 'random' as const, from, to: minutes(from + more) })),
);

const change = fc.oneof(
  fc.record({
    type: fc.constant('set' as const),
    column: fc.constantFrom('plan', 'stage'),
    value: fc.constantFrom('pro', 'starter'),
  }),
  fc.record({ type: fc.constant('addScore' as const), points: fc.integer({ min: -10, max: 30 }) }),
  fc.record({
    type: fc.constantFrom('addTag' as const, 'removeTag' as const),
    tag: fc.constantFrom('engaged', 'vip'),
  }),
  fc.record({
    type: fc.constant('suppress' as const),
    channel: fc.constantFrom('all' as const, 'email' as const, 'sms' as const),
  }),
);

const caps = { obeysCaps: fc.boolean(), countsTowardCaps: fc.boolean() };
/** Those that caps of random policies are about. */
const tags = fc.uniqueArray(fc.constantFrom('promo', 'news'), { minLength: 1 });
const workingHours = fc
  .tuple(fc.uniqueArray(fc.nat(6), { minLength: 1 }), fc.nat(23), fc.nat(23))
  .map(([weekdays, hour, more]) => {
    const at = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
    return { weekdays, from: at(hour), until: at(Math.min(24, hour + 1 + more)) };
  });
const capacity = fc.record(
  {
    agents: fc.integer({ min: 1, max: 3 }),
    handlingMinutes: fc.integer({ min: 1, max: 600 }).map(minutes),
    handlingSpread: fc.constantFrom('exponential', 'constant'),
    hours: workingHours,
  },
  { requiredKeys: ['agents', 'handlingMinutes'] },
);
const branches = fc
  .array(randomRule, { minLength: 1, maxLength: 3 })
  .map((rules) => rules.map((rule, index) => ({ id: `branch-${index}`, name: `Branch ${index}`, rule })));
const opportunity = fc.record(
  {
    winRate: share,
    halfLifeMinutes: someMinutes,
    value: cost,
    cycleMinutes: someMinutes,
    cycleSigma: fc.nat(20).map((tenth) => tenth / 10),
  },
  { requiredKeys: ['winRate', 'halfLifeMinutes', 'cycleMinutes', 'cycleSigma'] },
);

/** Any step but an entry; a check looks at the latest message. */
export const randomStep: fc.Arbitrary<Step> = fc.oneof(
  step('split', { branches }, {}),
  experiment,
  {
    weight: 4,
    arbitrary: step(
      'message',
      {
        channel: fc.constantFrom(...CHANNELS, 'preferred' as const),
        occasion,
        transactional: fc.boolean(),
        ...caps,
      },
      { content, cost, response, fallback: fc.uniqueArray(channel, { minLength: 1, maxLength: 3 }), tags },
    ),
  },
  { weight: 2, arbitrary: step('wait', { until }, {}) },
  {
    weight: 3,
    arbitrary: step(
      'check',
      {
        on: fc.constant('latest' as const),
        responses: fc.uniqueArray(fc.constantFrom(...RESPONSES), { minLength: 1 }),
        windowMinutes: someMinutes,
        windowFrom: fc.constantFrom('arrival', 'send'),
        ranked: fc.boolean(),
      },
      {},
    ),
  },
  step('escalate', { rungs: fc.array(send, { minLength: 1, maxLength: 3 }), ...caps }, { tags }),
  step('update', { changes: fc.array(change, { minLength: 1, maxLength: 2 }) }, {}),
  step(
    'handoff',
    { to: fc.constantFrom('sales', 'crm', 'call-centre'), serviceMinutes: someMinutes, opportunity },
    { slaMinutes: someMinutes, costPerHandoff: cost, capacity },
  ),
  step('goal', {}, { conversion: fc.record({ value: cost }, { requiredKeys: [] }) }),
  step('exit', {}, { reason: name }),
);
