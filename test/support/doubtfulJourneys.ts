import type { Facts } from '../../src/journey/facts.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Goal, Journey, JourneySettings } from '../../src/journey/journey.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import type { Operator, Rule, RuleValue } from '../../src/journey/rules.ts';
import type { Step, StepOf } from '../../src/journey/steps/index.ts';
import type { WaitUntil } from '../../src/journey/steps/wait.ts';
import { days, hours, minutes } from '../../src/journey/units.ts';
import { CONVERSION_BENCHMARKS } from '../../src/state/conversionBenchmarks.ts';
import { around, branchOf, draft, empty, step } from './draftJourney.ts';

const end = step('exit');
export const mail = step('message');
export const sms = step('message', { channel: 'sms' });

export const waitFor = (until: WaitUntil): StepOf<'wait'> => step('wait', { until });
export const waitDays = (count: number) => waitFor({ type: 'duration', minutes: days(count) });
export const asks = (column: string, operator: Operator, value?: RuleValue): Rule => ({
  kind: 'column',
  column,
  operator,
  ...(value !== undefined && { value }),
});
/** Entry → the steps in their order → exit; all of them have one way on. */
export function chain(
  steps: Readonly<Record<string, Step>>,
  settings: Partial<JourneySettings> = {},
): Journey {
  const ids = ['entry-1', ...Object.keys(steps), 'end'];
  const links = ids.slice(1).map((id, at) => `${ids[at]}.next > ${id}`);
  return draft({ ...steps, end }, links, settings);
}
export const branches = (...rules: readonly Rule[]): Journey => {
  const all = rules.map((rule, at) => branchOf(`b${at}`, rule));
  return around(step('split', { branches: all }), [...all.map(({ id }) => id), 'else']);
};
export const goalOf = (own: Partial<Goal>): Partial<JourneySettings> => ({
  goals: empty.settings.goals.map((usual) => ({ ...usual, ...own })),
});
export const experimentOf = (weights: readonly number[], holdout?: number): Journey => {
  const arms = weights.map((weight, at) => ({ id: `a${at}`, name: `Arm ${at}`, weight }));
  const held = holdout === undefined ? {} : { holdout: { weight: holdout, goesOn: false } };
  const exits = [...arms.map(({ id }) => id), ...(holdout === undefined ? [] : ['holdout'])];
  return around(step('experiment', { arms, ...held }), exits);
};
/** Message → check without a window, with whatever comes between. */
export const checkedAtOnce = (
  between: Readonly<Record<string, Step>>,
  own: Partial<StepOf<'check'>> = {},
) => {
  const ids = ['entry-1', 'm', ...Object.keys(between), 'c'];
  return draft({ m: mail, ...between, c: step('check', { windowMinutes: minutes(0), ...own }), end }, [
    ...ids.slice(1).map((id, at) => `${ids[at]}.next > ${id}`),
    'c.clicked > end',
    'c.noResponse > end',
  ]);
};

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 60_000;

/** An audience of 10 000 that can be e-mailed and nothing else. */
export const someFacts: Facts = {
  schema: {
    rows: 10_000,
    zones: ['Europe/Stockholm', 'America/New_York'],
    reach: { sms: { addressed: 0.5, allowed: 0 }, push: { addressed: 0, allowed: 0 } },
    columns: [
      { name: 'spend', type: 'number' },
      { name: 'lifetime_value', type: 'number' },
      { name: 'plan', type: 'category', values: ['free', 'pro'] },
      { name: 'vip', type: 'boolean' },
      { name: 'first_name', type: 'category', values: ['Ada', 'Bo'] },
      { name: 'renewal', type: 'date', range: { first: day('2026-01-01'), last: day('2026-02-01') } },
      { name: 'birthday', type: 'date', range: { first: day('2027-01-01'), last: day('2027-02-01') } },
    ],
  },
  policies: NO_POLICIES,
  conversions: CONVERSION_BENCHMARKS,
};

const never = { kind: 'rule', rule: { kind: 'any', rules: [] } } as const;

/** An experiment with arms of these names. */
export const named = (...names: readonly string[]): Journey => {
  const arms = names.map((name, at) => ({ id: `a${at}`, name, weight: at === 0 ? 101 - names.length : 1 }));
  return around(
    step('experiment', { arms }),
    arms.map(({ id }) => id),
  );
};

/** A code, and a journey that has it. */
type Doubtful = readonly [code: string, journey: Journey, facts?: Facts];

const mendable: readonly Doubtful[] = [
  ['dangling-exit', draft({ m: mail }, ['entry-1.next > m'])],
  ['dangling-exit', draft({ m: step('check') }, ['entry-1.next > m'])],
  ['unreachable-step', draft({ a: mail, end }, ['entry-1.next > end'])],
  ['no-entry', { ...around(mail), steps: { [stepId('end')]: end }, links: {}, layout: {} }],
  ['several-entries', draft({ e: step('entry'), f: step('entry'), end }, ['e.next > end', 'f.next > end'])],
  ['link-to-nothing', draft({ m: mail }, ['entry-1.next > m', 'm.next > gone'])],
  ['link-into-entry', draft({ m: mail }, ['entry-1.next > m', 'm.next > entry-1'])],
  [
    'loop-without-time',
    draft({ a: mail, b: step('update') }, ['entry-1.next > a', 'a.next > b', 'b.next > a']),
  ],
  ['loop-without-time', draft({ a: mail }, ['entry-1.next > a', 'a.next > a'])],
  [
    'loop-without-time',
    draft(
      {
        s: step('split', { branches: [branchOf('b', asks('spend', 'atLeast', 1))] }),
        t: step('split', { branches: [branchOf('b', asks('spend', 'atLeast', 2))] }),
        u: step('update'),
        end,
      },
      ['entry-1.next > s', 's.b > t', 's.else > end', 't.b > s', 't.else > u', 'u.next > t'],
    ),
  ],
  ['check-without-time', checkedAtOnce({})],
  ['check-without-responses', around(step('check', { responses: [] }), ['noResponse'])],
  ['check-on-no-message', around(step('check', { on: stepId('end') }), ['clicked', 'noResponse'])],
  [
    'check-clicks-behind-opens',
    draft({ m: step('check', { responses: ['clicked', 'opened'] }), a: end, b: end }, [
      'entry-1.next > m',
      'm.clicked > a',
      'm.opened > b',
      'm.noResponse > b',
    ]),
  ],
  ['check-without-timeout', around(step('check', { windowMinutes: days(100) }), ['clicked', 'noResponse'])],
  [
    'check-without-timeout',
    draft({ w: waitDays(89), c: step('check', { windowMinutes: days(5) }), end }, [
      'entry-1.next > w',
      'w.next > c',
      'c.clicked > end',
      'c.noResponse > end',
    ]),
  ],
  [
    'exit-rule-deadens-check',
    around(step('check', { responses: ['converted'] }), ['converted', 'noResponse'], {
      exitRules: [{ id: 'x', when: { kind: 'converted' }, mode: 'immediate' }],
    }),
  ],
  ['two-waits', chain({ a: waitDays(1), b: waitDays(2), m: mail })],
  [
    'two-waits',
    chain({ a: waitDays(1), b: waitFor({ type: 'random', from: hours(1), to: hours(2) }), m: mail }),
  ],
  [
    'two-waits',
    draft(
      {
        s: step('split', { branches: [branchOf('b', asks('spend', 'is', 1))] }),
        a: waitDays(1),
        b: waitDays(2),
      },
      ['entry-1.next > s', 's.b > a', 's.else > b', 'a.next > b'],
    ),
  ],
  ['trailing-wait', chain({ m: mail, w: waitDays(1) })],
  ['trailing-wait', chain({ m: mail, v: waitDays(1), w: waitDays(1) })],
  ['wait-without-time', chain({ w: waitDays(0), m: mail })],
  ['wait-range-backwards', chain({ w: waitFor({ type: 'random', from: hours(2), to: hours(1) }), m: mail })],
  ['wait-beyond-horizon', chain({ w: waitDays(100), m: mail })],
  [
    'wait-date-past',
    chain({ w: waitFor({ type: 'date', column: 'renewal', offsetMinutes: 0 }), m: mail }),
    someFacts,
  ],
  [
    'target-date-past',
    chain({ m: mail }, { target: { metric: 'conversions', atLeast: 5, by: '2026-02-01' } }),
  ],
  [
    'goal-window-short',
    chain({ w: waitDays(10), m: mail }, goalOf({ window: { minutes: days(7), from: 'entry' } })),
  ],
  ['goal-window-zero', chain({ m: mail }, goalOf({ window: { minutes: minutes(0), from: 'send' } }))],
  ['no-goal', chain({ m: mail }, { goals: [] })],
  ['no-horizon', chain({ m: mail }, { horizonMinutes: minutes(0) })],
  ['max-passes-range', chain({ m: { ...mail, maxPasses: 9999 } }, { maxPasses: 0 })],
  [
    're-entry-short',
    chain({ w: waitDays(10), m: mail }, { reEntry: { mode: 'cooldown', minutes: days(2), from: 'start' } }),
  ],
  [
    'schedule-short',
    draft(
      {
        e: step('entry', { trigger: { type: 'schedule', everyDays: 7, at: '09:00' } }),
        w: waitDays(10),
        m: mail,
        end,
      },
      ['e.next > w', 'w.next > m', 'm.next > end'],
      { reEntry: { mode: 'afterExit' } },
    ),
  ],
  [
    'clock-in-gap',
    chain({ w: waitFor({ type: 'timeOfDay', at: '02:30' }), m: mail }, { zone: 'Europe/Stockholm' }),
  ],
  ['clock-in-gap', chain({ w: waitFor({ type: 'daysAt', days: 1, at: '02:59' }), m: mail }), someFacts],
  [
    'clock-in-gap',
    draft(
      { e: step('entry', { trigger: { type: 'schedule', everyDays: 1, at: '02:00' } }), m: mail, end },
      ['e.next > m', 'm.next > end'],
      { zone: 'America/New_York' },
    ),
  ],
  ['weights-not-100', experimentOf([40, 50])],
  ['weights-not-100', experimentOf([0, 0, 0])],
  ['weights-not-100', experimentOf([60, 60], 30)],
  ['holdout-larger-than-treatment', experimentOf([20, 20], 60)],
  ['branch-shadowed', branches(asks('spend', 'atLeast', 50), asks('spend', 'atLeast', 100)), someFacts],
  ['branch-shadowed', branches(asks('plan', 'is', 'pro'), asks('plan', 'is', 'Pro ')), someFacts],
  [
    'branch-shadowed',
    branches(asks('spend', 'atLeast', 50), asks('spend', 'atMost', 10), {
      kind: 'any',
      rules: [asks('spend', 'is', 60), asks('spend', 'is', 5)],
    }),
    someFacts,
  ],
  ['branches-overlap', branches(asks('spend', 'atMost', 100), asks('spend', 'atLeast', 100)), someFacts],
  [
    'branches-overlap',
    branches(
      { kind: 'all', rules: [asks('spend', 'atLeast', 50), asks('spend', 'lessThan', 80)] },
      { kind: 'all', rules: [asks('spend', 'moreThan', 20), asks('spend', 'atMost', 60)] },
    ),
    someFacts,
  ],
  ['column-missing', branches(asks('lifetime value', 'atLeast', 3)), someFacts],
  [
    'column-missing',
    chain({ w: waitFor({ type: 'date', column: 'birthdy', offsetMinutes: 0 }), m: mail }),
    someFacts,
  ],
  ['column-missing', chain({ m: mail }, goalOf({ value: { kind: 'column', column: 'Spend' } })), someFacts],
  [
    'placeholder-without-column',
    chain({ m: { ...mail, content: { subject: 'Dear {{firstname}}' } } }),
    someFacts,
  ],
  [
    'placeholder-without-column',
    chain({
      m: { ...mail, content: { variants: [{ id: 'b', name: 'B', subject: 'Dear {{firstname}}' }] } },
    }),
    someFacts,
  ],
  ['placeholder-unclosed', chain({ m: { ...mail, content: { subject: 'Dear {{first_name, hello {{x|y' } } })],
  ['sms-several-parts', chain({ m: { ...sms, content: { body: `It’s on: ${'a'.repeat(100)}` } } })],
  ['link-without-utm', chain({ m: { ...mail, content: { body: 'See https://example.com/spring' } } })],
  [
    'link-without-utm',
    around(
      step('escalate', {
        rungs: [{ channel: 'sms', occasion: 'campaign', content: { body: 'Go: {{offer_link}}' } }],
      }),
      ['sent', 'exhausted'],
    ),
  ],
  [
    'channel-reaches-nobody',
    around(
      step('escalate', {
        rungs: [
          { channel: 'sms', occasion: 'campaign' },
          { channel: 'email', occasion: 'campaign' },
        ],
      }),
      ['sent', 'exhausted'],
    ),
    someFacts,
  ],
  ['unsubscribe-unheeded', chain({ m: mail, s: sms })],
  ['names-alike', named('A', 'B', 'A')],
  ['names-alike', named('A', ' a', 'A 2')],
  [
    'names-alike',
    around(
      step('split', {
        branches: ['b0', 'b1'].map((id) => ({ ...branchOf(id, asks('spend', 'is', 1)), name: 'Big' })),
      }),
      ['b0', 'b1', 'else'],
    ),
  ],
  ['goal-twice', chain({ m: mail }, { goals: [...empty.settings.goals, ...empty.settings.goals] })],
  [
    'goal-never',
    chain(
      { m: mail },
      {
        goals: [
          ...empty.settings.goals,
          ...empty.settings.goals.map((goal) => ({ ...goal, id: 'never', on: never })),
        ],
      },
    ),
  ],
  ['exit-rule-never', chain({ m: mail }, { exitRules: [{ id: 'x', when: never, mode: 'immediate' }] })],
  [
    'rate-limit-undrained',
    chain({ m: mail }),
    {
      schema: { columns: [], rows: 10_000 },
      policies: { ...NO_POLICIES, rateLimits: [{ channel: 'email', max: 100, perMinutes: days(1) }] },
    },
  ],
  ['preferred-without-fallback', around(step('message', { channel: 'preferred' }))],
  ['escalate-without-rungs', around(step('escalate', { rungs: [] }), ['sent', 'exhausted'])],
  ['sla-shorter-than-service', around(step('handoff', { slaMinutes: minutes(5) }), ['accepted', 'missed'])],
];

/** Doubts that can be mended with one click, one or more journeys for each. */
export const MENDABLE = mendable.map(([code, journey, facts = {}]): [string, Journey, Facts] => [
  code,
  journey,
  facts,
]);
