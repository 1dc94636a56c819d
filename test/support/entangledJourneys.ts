import * as fc from 'fast-check';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../src/journey/journey.ts';
import type { Rule } from '../../src/journey/rules.ts';
import { exitsOf, type Step } from '../../src/journey/steps/index.ts';
import { days, hours, minutes, money, probability } from '../../src/journey/units.ts';
import { draft, step } from './draftJourney.ts';

/**
 * Two or three journeys of one run that act in the same minutes and change what the others ask about: tags, the score, orders,
 * suppressions, room under caps. What a minute's order can matter to, it does here.
 */
export const entangledJourneys: fc.Arbitrary<readonly Journey[]> = fc
  .tuple(fc.constantFrom(2, 3), fc.boolean())
  .chain(([size, answer]) =>
    fc.array(
      fc.record({
        steps: fc.array(someStep(answer), { minLength: 3, maxLength: 9 }),
        settings: someSettings,
        entry: fc.constantFrom<Step>(
          step('entry'),
          step('entry', { trigger: { type: 'schedule', everyDays: 1, at: '12:00' } }),
          step('entry', { trigger: { type: 'schedule', everyDays: 2, at: '00:00' } }),
        ),
        luck: fc.nat(50),
      }),
      { minLength: size, maxLength: size },
    ),
  )
  .map((parts) =>
    parts.map(({ steps, settings, entry, luck }, place) => ({
      ...inARow([entry, ...steps], settings),
      id: journeyId(`entangled-${place}`),
      luckId: `${luck} ${place}`,
    })),
  );

const tag = fc.constantFrom('engaged', 'vip');
const someRule: fc.Arbitrary<Rule> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tag' as const), tag }) },
  fc.record({ kind: fc.constant('score' as const), atLeast: fc.constantFrom(5, 15) }),
  fc.record({ kind: fc.constant('consent' as const), channel: fc.constantFrom('email', 'sms') }),
  fc.record({
    kind: fc.constant('behaviour' as const),
    did: fc.constantFrom('received', 'clicked', 'converted'),
  }),
  fc.record({
    kind: fc.constant('none' as const),
    rules: fc.tuple(fc.record({ kind: fc.constant('tag' as const), tag })),
  }),
);
const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constantFrom('addTag' as const, 'removeTag' as const), tag }),
  },
  fc.record({ type: fc.constant('addScore' as const), points: fc.constantFrom(-10, 10) }),
  fc.record({
    type: fc.constant('suppress' as const),
    channel: fc.constantFrom('email' as const, 'sms' as const),
  }),
);
const halfDays = fc.constantFrom(hours(12), hours(12), days(1));

function someStep(answer: boolean): fc.Arbitrary<Step> {
  const rate = probability(answer ? 0.6 : 0);
  const response = {
    delivered: probability(0.95),
    opened: rate,
    clicked: rate,
    converted: rate,
    unsubscribed: rate,
  };
  const message = fc
    .record({ channel: fc.constantFrom('email', 'sms'), tags: fc.constantFrom(['promo'], ['news']) })
    .map((own) => step('message', { ...own, response }));
  return fc.oneof(
    {
      weight: 4,
      arbitrary: halfDays.map((some) => step('wait', { until: { type: 'duration', minutes: some } })),
    },
    { weight: 4, arbitrary: message },
    {
      weight: 4,
      arbitrary: fc
        .array(change, { minLength: 1, maxLength: 2 })
        .map((changes) => step('update', { changes })),
    },
    { weight: 2, arbitrary: fc.constant(step('goal', { conversion: { value: money(5) } })) },
    someRule.map((rule) => step('split', { branches: [{ id: 'one', name: 'One', rule }] })),
    fc
      .record({
        responses: fc.uniqueArray(fc.constantFrom('converted', 'clicked', 'unsubscribed'), { minLength: 1 }),
        windowMinutes: halfDays,
        ranked: fc.boolean(),
      })
      .map((own) => step('check', own)),
    fc
      .record({ serviceMinutes: fc.constantFrom(minutes(0), hours(12)), agents: fc.constantFrom(0, 1, 30) })
      .map(({ serviceMinutes, agents }) =>
        step('handoff', {
          serviceMinutes,
          slaMinutes: hours(24),
          ...(agents > 0 && { capacity: { agents, handlingMinutes: minutes(20) } }),
        }),
      ),
  );
}

const someGoal = fc
  .record({
    on: fc.oneof(
      fc.constant({ kind: 'conversion' } as const),
      someRule.map((rule) => ({ kind: 'rule', rule }) as const),
    ),
    count: fc.constantFrom('oncePerEntry', 'every'),
    window: fc.record({
      minutes: fc.constantFrom(hours(12), days(10)),
      from: fc.constantFrom('entry', 'send', 'click'),
    }),
  })
  .map((own) => ({ id: 'goal', name: 'Goal', value: { kind: 'event' } as const, ...own }));

const someSettings: fc.Arbitrary<Partial<JourneySettings>> = fc.record({
  start: fc.constantFrom('2026-03-02T12:00:00Z', '2026-03-02T12:00:00Z', '2026-03-04T00:00:00Z'),
  horizonMinutes: fc.constantFrom(days(6), days(9)),
  goals: fc.tuple(someGoal),
  priority: fc.constantFrom(20, 50, 50),
  maxPasses: fc.constant(3),
  reEntry: fc.constantFrom({ mode: 'never' } as const, { mode: 'afterExit' } as const),
  exitRules: fc.array(
    fc
      .record({
        when: fc.oneof(
          someRule.map((rule) => ({ kind: 'rule', rule }) as const),
          fc.constant({ kind: 'converted' } as const),
          fc.constant({ kind: 'unsubscribed', channel: 'any' } as const),
        ),
        mode: fc.constantFrom('immediate', 'immediate', 'stepEnd', 'afterWait'),
      })
      .map((rule) => ({ id: 'rule', ...rule })),
    { maxLength: 1 },
  ),
});

/** Every exit leads to the next step; but the first, those of a check lead back. */
function inARow(steps: readonly Step[], settings: Partial<JourneySettings>): Journey {
  const ids = steps.map((_, index) => (index === 0 ? 'entry-1' : `s${index}`));
  const named = Object.fromEntries(steps.map((one, index) => [ids[index]!, one]));
  const journey = draft(named, [], settings);
  const links: Record<string, Record<string, ReturnType<typeof stepId>>> = {};
  steps.forEach((one, index) => {
    const next = ids[index + 1];
    exitsOf(one).forEach((exit, k) => {
      const isBack = one.kind === 'check' && k > 0;
      const to = isBack ? ids[Math.max(1, index - 2)] : next;
      if (to) links[ids[index]!] = { ...links[ids[index]!], [exit]: stepId(to) };
    });
  });
  return { ...journey, links };
}
