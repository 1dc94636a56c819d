import * as fc from 'fast-check';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey, JourneySettings } from '../../../src/journey/journey.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { RESPONSES } from '../../../src/journey/steps/check.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { WEEKDAYS } from '../../../src/journey/steps/wait.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import { empty, step } from '../draftJourney.ts';
import { randomRule } from '../randomRule.ts';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((said) => said.trim() === said && said !== '');
const clock = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const someMinutes = fc
  .oneof(
    fc.integer({ min: 1, max: 9000 }),
    fc.integer({ min: 1, max: 9 }).map((days) => days * 1440),
  )
  .map(minutes);
const wholeHours = fc.integer({ min: 1, max: 500 }).map(hours);
const date = (column: string) =>
  fc
    .integer({ min: -20_000, max: 20_000 })
    .map((offsetMinutes) => ({ type: 'date' as const, column, offsetMinutes }));

/** Rules that Klaviyo keeps consent for are all; those with more groups than it takes are rare in so small a tree. */
const rule: fc.Arbitrary<Rule> = randomRule;

const entry: fc.Arbitrary<Step> = fc
  .record(
    {
      trigger: fc.oneof(
        fc.constant({ type: 'atOnce' } as const),
        fc.constant({ type: 'events', event: 'cart', perDay: 90 } as const),
        fc.record({
          type: fc.constant('date' as const),
          column: fc.constant('renewal_date'),
          offsetDays: fc.integer({ min: -30, max: 30 }),
          at: clock,
        }),
      ),
      eligible: rule,
    },
    { requiredKeys: ['trigger'] },
  )
  .map((own) => step('entry', own));

const utm = fc.dictionary(fc.constantFrom('utm_source', 'utm_term'), text, { minKeys: 1 });
const caps = { obeysCaps: fc.boolean(), transactional: fc.boolean() };
const optional = { requiredKeys: [] };
const message: fc.Arbitrary<Step> = fc
  .oneof(
    fc.record({
      channel: fc.constant('email' as const),
      content: fc.record({ subject: text, preheader: text, utm }, optional),
      ...caps,
    }),
    fc.record({
      channel: fc.constant('sms' as const),
      content: fc.record({ body: text, utm }, optional),
      ...caps,
    }),
    fc.record({
      channel: fc.constant('push' as const),
      content: fc.record({ subject: text, body: text }, optional),
      obeysCaps: fc.boolean(),
    }),
    fc.record({ channel: fc.constant('whatsapp' as const), ...caps }),
    fc.record({ channel: fc.constant('webhook' as const), content: fc.record({ body: text }, optional) }),
    fc.record({
      channel: fc.constantFrom('direct-mail' as const, 'social-ad' as const, 'call' as const),
      content: fc.record({ subject: text, body: text, utm, couponCode: text }, optional),
      tags: fc.constant(['promo']),
      countsTowardCaps: fc.boolean(),
      ...caps,
    }),
  )
  .map((own) => step('message', own));

const until = (column: string) =>
  fc.oneof(
    fc.record({ type: fc.constant('duration' as const), minutes: someMinutes }),
    fc.record({ type: fc.constant('daysAt' as const), days: fc.nat(5), at: clock }),
    fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
    fc.record(
      { type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS), at: clock },
      { requiredKeys: ['type', 'weekday'] },
    ),
    fc
      .tuple(someMinutes, fc.nat(900))
      .map(([from, more]) => ({ type: 'random' as const, from, to: minutes(from + more) })),
    ...(column === '' ? [] : [date(column)]),
  );

const split: fc.Arbitrary<Step> = fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules) =>
  step('split', {
    branches: rules.map((asked, index) => ({ id: `way-${index}`, name: `Way ${index}`, rule: asked })),
  }),
);

const experiment: fc.Arbitrary<Step> = fc
  .tuple(fc.array(fc.nat(30), { minLength: 0, maxLength: 3 }), fc.nat(9))
  .map(([shares, held]) => {
    const first = 100 - held - shares.reduce((sum, share) => sum + share, 0);
    const arms = [first, ...shares].map((weight, index) => ({
      id: `arm-${index}`,
      name: `Arm ${index}`,
      weight,
    }));
    return step('experiment', { arms, ...(held > 0 && { holdout: { weight: held, goesOn: false } }) });
  });

const check: fc.Arbitrary<Step> = fc
  .record({
    responses: fc.uniqueArray(fc.constantFrom(...RESPONSES)),
    windowMinutes: someMinutes,
    windowFrom: fc.constantFrom('arrival' as const, 'send' as const),
    ranked: fc.boolean(),
  })
  .map((own) => step('check', own));

const change = fc.oneof(
  fc.record({
    type: fc.constant('set' as const),
    column: fc.constantFrom('plan', 'stage'),
    value: fc.constantFrom('pro', 'starter'),
  }),
  fc.record({
    type: fc.constantFrom('addTag' as const, 'removeTag' as const),
    tag: fc.constantFrom('engaged', 'vip'),
  }),
  fc.record({
    type: fc.constant('suppress' as const),
    channel: fc.constantFrom('all' as const, 'email' as const),
  }),
);

const others = (column: string): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 4, arbitrary: message },
    { weight: 3, arbitrary: until(column).map((own) => step('wait', { until: own })) },
    { weight: 2, arbitrary: split },
    experiment,
    { weight: 3, arbitrary: check },
    fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => step('update', { changes })),
    fc
      .record({
        to: fc.constantFrom('sales' as const, 'crm' as const),
        serviceMinutes: fc.nat(900).map(minutes),
      })
      .map((own) => step('handoff', own)),
    fc.constant(step('goal')),
  );

const settings: fc.Arbitrary<Partial<JourneySettings>> = fc.record({
  reEntry: fc.oneof(
    fc.constantFrom({ mode: 'never' } as const, { mode: 'afterExit' } as const),
    wholeHours.map((apart) => ({ mode: 'cooldown', minutes: apart, from: 'start' }) as const),
  ),
  exitRules: fc.array(
    fc.record({
      id: fc.constantFrom('one', 'two'),
      when: fc.oneof(
        fc.constant({ kind: 'converted' } as const),
        fc.record({
          kind: fc.constant('unsubscribed' as const),
          channel: fc.constantFrom('any' as const, 'email' as const),
        }),
        fc.record({ kind: fc.constant('rule' as const), rule }),
      ),
      mode: fc.constantFrom('immediate' as const, 'stepEnd' as const, 'afterWait' as const),
    }),
    { maxLength: 1 },
  ),
});

/** Journeys of what flows can say, one way or another: every step on a way from the entry, no loops, ways that come together. */
export const klaviyoJourney: fc.Arbitrary<Journey> = entry.chain((first) => {
  const column = first.kind === 'entry' && first.trigger.type === 'date' ? first.trigger.column : '';
  return fc
    .record({
      steps: fc.array(others(column), { minLength: 1, maxLength: 8 }),
      draws: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      own: settings,
    })
    .map(({ steps, draws, own }) => assemble([first, ...steps, step('exit')], draws, own));
});

/** The first exit of each step leads to the next; the others to some later one, or nowhere. */
function assemble(steps: readonly Step[], draws: readonly number[], own: Partial<JourneySettings>): Journey {
  const ids = steps.map((content, index) => stepId(`${content.kind}-${index}`));
  const messages = ids.filter((_, index) => steps[index]!.kind === 'message');
  const left = draws.values();
  const draw = () => left.next().value ?? 0;
  const pointed = steps.map((content) => {
    const on = messages[draw() % Math.max(1, messages.length)];
    return content.kind === 'check' && on && draw() % 2 === 0 ? { ...content, on } : content;
  });
  const links = pointed.map((content, index) => {
    const exits = exitsOf(content).filter((exit) => exit !== 'missed');
    const ways = exits.map((exit, place) => {
      const to = place === 0 ? index + 1 : index + 1 + (draw() % (steps.length - index));
      return [exit, ids[to]] as const;
    });
    return [ids[index]!, Object.fromEntries(ways.filter(([, to]) => to !== undefined))] as const;
  });
  return {
    ...empty,
    steps: Object.fromEntries(ids.map((id, index) => [id, pointed[index]!])),
    links: Object.fromEntries(links) as Journey['links'],
    layout: Object.fromEntries(ids.map((id, index) => [id, { x: index * 320, y: 0 }])),
    settings: { ...empty.settings, horizonMinutes: days(12), ...own },
  };
}
