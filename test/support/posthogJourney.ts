import * as fc from 'fast-check';
import type { Journey } from '../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../src/journey/steps/index.ts';
import { WEEKDAYS } from '../../src/journey/steps/wait.ts';
import { days, minutes } from '../../src/journey/units.ts';
import { draft, step } from './draftJourney.ts';
import { randomRule } from './randomRule.ts';

const text = fc.constantFrom(
  '',
  'Hello',
  'Hi {{plan|friend}}',
  '<p>Hi {{ country }}</p>',
  'a { b {{ c',
  "It's “so” & <so>",
  '100 {% off %}',
);
const clock = fc.constantFrom('00:00', '09:30', '23:59');
const some = fc.constantFrom(1, 59, 60, 61, 90, 1440, 2881, 43_200, 50_000).map(minutes);
const name = fc.constantFrom('One', 'Zwei & drei', '<b>Four</b>', '“{{five}}”');

const message = fc
  .record({
    name,
    channel: fc.constantFrom('email', 'sms', 'push', 'whatsapp', 'in-app', 'preferred'),
    content: fc.record(
      {
        body: text,
        couponCode: fc.constantFrom('SAVE10', 'B-4'),
        utm: fc.constant({ utm_source: 'journey' }),
      },
      { requiredKeys: [] },
    ),
    transactional: fc.boolean(),
    obeysCaps: fc.boolean(),
    tags: fc.constantFrom([], ['promo']),
  })
  .map((own): Step => step('message', own));

const wait = fc
  .oneof(
    some.map((waited) => ({ type: 'duration' as const, minutes: waited })),
    fc.record({ type: fc.constant('daysAt' as const), days: fc.constantFrom(0, 1, 2, 40), at: clock }),
    fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
    fc.record({ type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS), at: clock }),
    fc.record({ type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS) }),
    fc.record({
      type: fc.constant('date' as const),
      column: fc.constant('renewal_date'),
      offsetMinutes: fc.constantFrom(-4320, -90, 0, 61),
    }),
    fc.constant({ type: 'random' as const, from: minutes(60), to: minutes(121) }),
  )
  .map((until): Step => step('wait', { name: 'Wait', until }));

const check = fc
  .record({
    responses: fc.uniqueArray(
      fc.constantFrom('converted', 'clicked', 'replied', 'opened', 'unsubscribed', 'bounced'),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    windowMinutes: some,
    windowFrom: fc.constantFrom('arrival', 'send'),
    ranked: fc.boolean(),
  })
  .map((own): Step => step('check', { name: 'Answered?', ...own }));

const split = fc.array(randomRule, { minLength: 1, maxLength: 3 }).map((rules): Step => {
  const branches = rules.map((rule, index) => ({
    id: `b${index}`,
    name: index === 0 ? 'B0' : `Branch no. ${index}`,
    rule,
  }));
  return step('split', { name: 'Who?', branches });
});

const experiment = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(10)).map(([first, held]): Step => {
  const arms = [
    { id: 'a', name: 'A', weight: first },
    { id: 'second', name: 'Another', weight: 100 - first - held },
  ];
  return step('experiment', {
    name: 'Which?',
    arms,
    ...(held > 0 && { holdout: { weight: held, goesOn: false } }),
  });
});

const update = fc.constantFrom<Step>(
  step('update', {
    changes: [
      { type: 'addTag', tag: 'vip' },
      { type: 'addScore', points: -5 },
    ],
  }),
  step('update', {
    changes: [
      { type: 'set', column: 'plan', value: 'pro {x}' },
      { type: 'set', column: 'seats', value: 4 },
    ],
  }),
  step('update', {
    changes: [
      { type: 'suppress', channel: 'sms' },
      { type: 'removeTag', tag: 'vip' },
    ],
  }),
);

const handoff = fc.constantFrom<Step>(
  step('handoff', { slaMinutes: minutes(2880) }),
  step('handoff', { to: 'call-centre' }),
);

const goal = fc.constantFrom<Step>(step('goal', { name: 'Reached' }), step('goal', { conversion: {} }));

const entry = fc
  .record({
    trigger: fc.oneof(
      fc.constant({ type: 'atOnce' as const }),
      fc.constant({ type: 'schedule' as const, everyDays: 7, at: '09:00' }),
      fc.constant({ type: 'events' as const, event: 'signed up', perDay: 40 }),
      fc.constant({ type: 'date' as const, column: 'signed_up', offsetDays: -3, at: '10:00' }),
    ),
    eligible: fc.option(randomRule, { nil: undefined }),
  })
  .map(({ trigger, eligible }): Step => step('entry', { trigger, ...(eligible && { eligible }) }));

const settings = fc.record({
  reEntry: fc.constantFrom(
    { mode: 'never' as const },
    { mode: 'afterExit' as const },
    { mode: 'cooldown' as const, minutes: days(3), from: 'end' as const },
  ),
  exitRules: fc.constantFrom(
    [],
    [{ id: 'bought', when: { kind: 'converted' as const }, mode: 'immediate' as const }],
    [
      { id: 'bought', when: { kind: 'converted' as const }, mode: 'stepEnd' as const },
      {
        id: 'left',
        when: { kind: 'unsubscribed' as const, channel: 'any' as const },
        mode: 'immediate' as const,
      },
    ],
    [
      {
        id: 'tagged',
        when: { kind: 'rule' as const, rule: { kind: 'tag' as const, tag: 'vip' } },
        mode: 'immediate' as const,
      },
    ],
  ),
});

/**
 * Journeys within what PostHog Workflows has or our emulations say in a way that is read again: steps in a row whose exits lead forward,
 * no loops and no ladders.
 */
export const posthogJourney: fc.Arbitrary<Journey> = fc
  .tuple(
    entry,
    fc.array(fc.oneof(message, message, wait, check, split, experiment, update, handoff, goal), {
      minLength: 1,
      maxLength: 7,
    }),
    fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    settings,
  )
  .map(([first, others, draws, chosen]) => {
    const all = [first, ...others];
    const ids = all.map(({ kind }, index) => `${kind}_${index}`);
    const luck = draws.values();
    const links = all.flatMap((one, index) =>
      exitsOf(one).flatMap((exit, at) => {
        const ahead = ids.slice(index + 1);
        const chance = luck.next().value ?? 0;
        // The first exit of each leads on, so that everybody comes to all; a holdout ends, and some exits are open.
        if (at === 0) return [`${ids[index] ?? ''}.${exit} > ${ahead[0] ?? 'end'}`];
        if (exit === 'holdout') return chance % 2 === 0 ? [`${ids[index] ?? ''}.${exit} > end`] : [];
        return chance % 6 === 0
          ? []
          : [`${ids[index] ?? ''}.${exit} > ${ahead[chance % (ahead.length + 1)] ?? 'end'}`];
      }),
    );
    const steps = Object.fromEntries([
      ...all.map((one, index) => [ids[index] ?? '', one] as const),
      ['end', step('exit', { reason: 'Done' })],
    ]);
    return draft(steps, links, chosen);
  });
