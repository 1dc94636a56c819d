import * as fc from 'fast-check';
import { journeyId, stepId } from '../../../src/journey/ids.ts';
import type { ExitRule, Journey, ReEntry } from '../../../src/journey/journey.ts';
import { createJourney } from '../../../src/journey/createJourney.ts';
import type { Channel } from '../../../src/journey/channels.ts';
import { RESPONSES } from '../../../src/journey/steps/check.ts';
import type { EntryStep } from '../../../src/journey/steps/entry.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import type { WaitUntil } from '../../../src/journey/steps/wait.ts';
import { WEEKDAYS } from '../../../src/journey/steps/wait.ts';
import { minutes, probability } from '../../../src/journey/units.ts';
import { randomRule } from '../randomRule.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const someMinutes = fc.integer({ min: 1, max: 10_000 }).map(minutes);
const clock = fc
  .tuple(fc.nat(23), fc.integer({ min: 1, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

const entry: fc.Arbitrary<EntryStep> = fc.record(
  {
    kind: fc.constant('entry' as const),
    name,
    trigger: fc.oneof(
      fc.constant({ type: 'atOnce' as const }),
      fc.record({
        type: fc.constant('events' as const),
        event: fc.constantFrom('cart', 'sign up', '{{x}}'),
        perDay: fc.integer({ min: 20, max: 200 }),
      }),
      fc.record({
        type: fc.constant('date' as const),
        column: fc.constant('renewal_date'),
        offsetDays: fc.integer({ min: -30, max: 30 }),
        at: clock,
      }),
    ),
    eligible: randomRule,
  },
  { requiredKeys: ['kind', 'name', 'trigger'] },
);

const text = fc.constantFrom(
  'Hello',
  '{{country|your "land"}} & <b>',
  "It's {{plan|it's}}",
  '{% if x %}',
  'https://example.com/a',
);
const content = fc.record(
  {
    subject: text,
    body: text,
    preheader: text,
    couponCode: fc.constant('CODE'),
    utm: fc.constant({ utm_source: 'journey' }),
  },
  { requiredKeys: [] },
);

const message: fc.Arbitrary<Step> = fc
  .tuple(
    name,
    fc.constantFrom<Channel>('email', 'sms', 'push', 'webhook', 'whatsapp', 'in-app', 'social-ad'),
    fc.constantFrom('campaign' as const, 'triggered' as const),
    fc.option(content, { nil: undefined }),
    fc.boolean(),
  )
  .map(([called, channel, occasion, said, free]) => {
    const transactional = free && channel !== 'social-ad' && channel !== 'webhook';
    return {
      kind: 'message',
      name: called,
      channel,
      occasion,
      ...(said && { content: said }),
      obeysCaps: !transactional,
      countsTowardCaps: !transactional,
      transactional,
    };
  });

const until: fc.Arbitrary<WaitUntil> = fc.oneof(
  fc.record({ type: fc.constant('duration' as const), minutes: someMinutes }),
  fc.record({ type: fc.constant('daysAt' as const), days: fc.nat(5), at: clock }),
  fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
  fc.record({
    type: fc.constant('weekday' as const),
    weekday: fc.constantFrom(...WEEKDAYS),
    at: fc.oneof(clock, fc.constant('00:00')),
  }),
  fc.record({
    type: fc.constant('date' as const),
    column: fc.constantFrom('renewal_date', 'signed_up'),
    offsetMinutes: fc.integer({ min: -5000, max: 5000 }),
  }),
);

const others: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: message },
  fc.record({ kind: fc.constant('wait' as const), name, until }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('check' as const),
      name,
      on: fc.constant('latest' as const),
      responses: fc.uniqueArray(fc.constantFrom(...RESPONSES), { minLength: 1 }),
      windowMinutes: someMinutes,
      windowFrom: fc.constantFrom('arrival' as const, 'send' as const),
      ranked: fc.boolean(),
    }),
  },
  fc.tuple(name, fc.array(randomRule, { minLength: 1, maxLength: 3 })).map(([called, rules]) => ({
    kind: 'split' as const,
    name: called,
    branches: rules.map((rule, index) => ({ id: `b-${index}`, name: `Way ${index} · x`, rule })),
  })),
  fc.tuple(name, fc.nat(40), fc.nat(20)).map(([called, second, held]) => ({
    kind: 'experiment' as const,
    name: called,
    arms: [
      { id: 'one', name: 'One', weight: 100 - second - held },
      { id: 'two', name: 'Two', weight: second },
    ],
    ...(held > 0 && { holdout: { weight: held, goesOn: false } }),
  })),
  fc.record({
    kind: fc.constant('update' as const),
    name,
    changes: fc.constantFrom(
      [{ type: 'addTag' as const, tag: 'vip' }],
      [
        { type: 'set' as const, column: 'plan', value: 'pro' },
        { type: 'addScore' as const, points: 20 },
      ],
      [{ type: 'suppress' as const, channel: 'all' as const }],
    ),
  }),
  fc.record({
    kind: fc.constant('handoff' as const),
    name,
    to: fc.constantFrom('sales' as const, 'crm' as const),
    serviceMinutes: someMinutes,
    slaMinutes: someMinutes,
    opportunity: fc.constant({
      winRate: probability(0.2),
      halfLifeMinutes: minutes(1000),
      cycleMinutes: minutes(3000),
      cycleSigma: 0.5,
    }),
  }),
  fc.record({ kind: fc.constant('exit' as const), name, reason: name }),
);

const exitRules: fc.Arbitrary<readonly ExitRule[]> = fc.subarray<ExitRule>([
  { id: 'bought', when: { kind: 'converted' }, mode: 'immediate' },
  { id: 'gone', when: { kind: 'unsubscribed', channel: 'any' }, mode: 'stepEnd' },
  { id: 'vip', when: { kind: 'rule', rule: { kind: 'tag', tag: 'vip' } }, mode: 'afterWait' },
]);

/** Journeys of what Dittofeed has or can be made to do: no loops, every step come to, exits that end or lead on. */
export const dittofeedJourney: fc.Arbitrary<Journey> = fc
  .record({
    entry,
    steps: fc.array(others, { minLength: 1, maxLength: 10 }),
    draws: fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
    exitRules,
    reEntry: fc.constantFrom<ReEntry>({ mode: 'never' }, { mode: 'afterExit' }),
    name,
  })
  .map(({ entry: first, steps, draws, exitRules: rules, reEntry, name: called }) => {
    const all = [first, ...steps];
    const ids = all.map(({ kind }, index) => stepId(`${kind}-${index}`));
    const drawn = draws.values();
    const links: Record<string, Record<string, ReturnType<typeof stepId>>> = {};
    all.forEach((step, index) => {
      const exits = exitsOf(step);
      exits.forEach((exit, place) => {
        const draw = drawn.next().value ?? 0;
        // The first exit leads to the next step, so that every step is come to; the others anywhere ahead, or nowhere.
        const ahead = place === 0 ? index + 1 : index + 1 + (draw % (all.length - index));
        const [from, to] = [ids[index], ids[ahead]];
        if (from && to) links[from] = { ...links[from], [exit]: to };
      });
    });
    const empty = createJourney({
      id: journeyId('native'),
      luckId: 'luck',
      name: called,
      start: '2026-03-02T08:00:00Z',
    });
    return {
      ...empty,
      settings: { ...empty.settings, zone: 'Europe/Stockholm', exitRules: rules, reEntry },
      steps: Object.fromEntries(ids.map((id, index) => [id, all[index] ?? first])),
      links,
      layout: Object.fromEntries(ids.map((id, index) => [id, { x: index * 320, y: 0 }])),
    };
  })
  .map((journey): Journey => withReachedSteps(journey));

/** Behind an exit step nobody comes: what is not come to is taken away. */
function withReachedSteps(journey: Journey): Journey {
  const reached = new Set<string>();
  const open = Object.keys(journey.steps).filter((id) => id.startsWith('entry'));
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...Object.values(journey.links[stepId(id)] ?? {}));
  }
  const keep = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([id]) => reached.has(id)));
  return { ...journey, steps: keep(journey.steps), links: keep(journey.links), layout: keep(journey.layout) };
}
