import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../src/journey/facts.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { days, hours, minutes } from '../../../src/journey/units.ts';
import {
  asks,
  branches,
  chain,
  checkedAtOnce,
  experimentOf,
  goalOf,
  mail,
  named,
  sms,
  someFacts,
  waitDays,
  waitFor,
} from '../../support/doubtfulJourneys.ts';
import { around, draft, step } from '../../support/draftJourney.ts';

const codes = (journey: Journey, facts: Facts = {}) => findProblems(journey, facts).map(({ code }) => code);
const withText = (body: string, utm?: Record<string, string>) =>
  chain({ m: { ...mail, content: { body, ...(utm && { utm }) } } });
const cooldown = (count: number, from: 'start' | 'end') => ({
  reEntry: { mode: 'cooldown', minutes: days(count), from } as const,
});
const rows = (count: number): Facts => ({ ...someFacts, schema: { ...someFacts.schema!, rows: count } });
const limited = (max: number, count: number): Facts => ({
  schema: { columns: [], rows: count },
  policies: { ...NO_POLICIES, rateLimits: [{ channel: 'email', max, perMinutes: days(1) }] },
});
const unsubscribedRule = {
  id: 'x',
  when: { kind: 'unsubscribed', channel: 'any' },
  mode: 'immediate',
} as const;
const heeding = (responses: readonly 'unsubscribed'[]) =>
  draft({ m: mail, c: step('check', { responses }), s: sms, end: step('exit') }, [
    'entry-1.next > m',
    'm.next > c',
    ...responses.map((exit) => `c.${exit} > end`),
    'c.noResponse > s',
    's.next > end',
  ]);

/** Where a doubt is in place, and the nearest journey where it would be a false alarm. */
const pairs: readonly [
  code: string,
  why: string,
  doubtful: Journey,
  fine: Journey,
  facts?: Facts,
  fineFacts?: Facts,
][] = [
  [
    'check-without-time',
    'time passed since the message',
    checkedAtOnce({}),
    checkedAtOnce({ w: waitDays(2) }),
  ],
  [
    'check-without-time',
    'a wait that is switched off is none',
    checkedAtOnce({ w: { ...waitDays(2), disabled: true } }),
    checkedAtOnce({ w: waitDays(2) }),
  ],
  [
    'check-without-time',
    'it looks at the first of two messages',
    checkedAtOnce({ w: waitDays(2), n: mail }),
    checkedAtOnce({ w: waitDays(2), n: mail }, { on: stepId('m') }),
  ],
  [
    'two-waits',
    'no one wait can stand for them',
    chain({ a: waitDays(1), b: waitDays(2), m: mail }),
    chain({ a: waitDays(1), b: waitFor({ type: 'weekday', weekday: 'tuesday' }), m: mail }),
  ],
  [
    'two-waits',
    'two even spreads are not one',
    chain({ a: waitDays(1), b: waitFor({ type: 'random', from: hours(1), to: hours(2) }), m: mail }),
    chain({
      a: waitFor({ type: 'random', from: hours(1), to: hours(2) }),
      b: waitFor({ type: 'random', from: hours(1), to: hours(2) }),
      m: mail,
    }),
  ],
  [
    'trailing-wait',
    'it keeps two entries apart',
    chain({ m: mail, w: waitDays(1) }),
    chain({ m: mail, w: waitDays(1) }, { reEntry: { mode: 'afterExit' } }),
  ],
  [
    'wait-beyond-horizon',
    'it ends in time',
    chain({ w: waitDays(90), m: mail }),
    chain({ w: waitDays(89), m: mail }),
  ],
  [
    'wait-date-past',
    'the last date is ahead',
    chain({ w: waitFor({ type: 'date', column: 'renewal', offsetMinutes: 0 }), m: mail }),
    chain({ w: waitFor({ type: 'date', column: 'birthday', offsetMinutes: 0 }), m: mail }),
    someFacts,
  ],
  [
    'wait-date-past',
    'an earlier wait is over before it',
    chain({
      v: waitDays(40),
      n: mail,
      w: waitFor({ type: 'date', column: 'renewal', offsetMinutes: days(60) }),
      m: mail,
    }),
    chain({
      v: waitDays(10),
      n: mail,
      w: waitFor({ type: 'date', column: 'renewal', offsetMinutes: days(60) }),
      m: mail,
    }),
    someFacts,
  ],
  [
    'target-date-past',
    'the day is not over',
    chain({ m: mail }, { target: { metric: 'conversions', atLeast: 5, by: '2026-02-28' } }),
    chain({ m: mail }, { target: { metric: 'conversions', atLeast: 5, by: '2026-03-02' } }),
  ],
  [
    'goal-window-short',
    'messages that are switched off do not come',
    chain({ w: waitDays(10), m: mail }, goalOf({ window: { minutes: days(7), from: 'entry' } })),
    chain(
      { w: waitDays(10), m: { ...mail, disabled: true } },
      goalOf({ window: { minutes: days(7), from: 'entry' } }),
    ),
  ],
  [
    're-entry-short',
    'it counts from the exit',
    chain({ w: waitDays(10), m: mail }, cooldown(2, 'start')),
    chain({ w: waitDays(10), m: mail }, cooldown(2, 'end')),
  ],
  [
    're-entry-short',
    'it is as long as the journey',
    chain({ w: waitDays(10), m: mail }, cooldown(9, 'start')),
    chain({ w: waitDays(10), m: mail }, cooldown(10, 'start')),
  ],
  [
    'clock-in-gap',
    'the hour is there',
    chain({ w: waitFor({ type: 'timeOfDay', at: '02:30' }), m: mail }, { zone: 'Europe/Stockholm' }),
    chain({ w: waitFor({ type: 'timeOfDay', at: '03:00' }), m: mail }, { zone: 'Europe/Stockholm' }),
  ],
  [
    'clock-in-gap',
    'clocks change on Sundays',
    chain(
      { w: waitFor({ type: 'weekday', weekday: 'sunday', at: '02:30' }), m: mail },
      { zone: 'Europe/Stockholm' },
    ),
    chain(
      { w: waitFor({ type: 'weekday', weekday: 'monday', at: '02:30' }), m: mail },
      { zone: 'Europe/Stockholm' },
    ),
  ],
  [
    'clock-in-gap',
    'no clock changes before the end',
    chain({ w: waitFor({ type: 'timeOfDay', at: '02:30' }), m: mail }, { zone: 'Europe/Stockholm' }),
    chain(
      { w: waitFor({ type: 'timeOfDay', at: '02:30' }), m: mail },
      { zone: 'Europe/Stockholm', horizonMinutes: days(20) },
    ),
  ],
  [
    'column-missing',
    'the audience has it',
    branches(asks('spendings', 'atLeast', 1)),
    branches(asks('spend', 'atLeast', 1)),
    someFacts,
  ],
  [
    'placeholder-without-column',
    'there is a default',
    withText('Hello {{nickname}}'),
    withText('Hello {{nickname|friend}}'),
    someFacts,
  ],
  [
    'placeholder-without-column',
    'links are filled in by whoever sends',
    withText('Hello {{nickname}}'),
    withText('{{unsubscribe_link}}'),
    someFacts,
  ],
  [
    'link-without-utm',
    'it has tags',
    withText('https://example.com'),
    withText('https://example.com', { utm_source: 'x' }),
  ],
  [
    'link-without-utm',
    'an unsubscribe link is not counted',
    withText('{{offer_link}}'),
    withText('{{unsubscribe_link}}'),
  ],
  ['link-without-utm', 'there is no link', withText('See HTTP://example.com'), withText('See you')],
  ['channel-reaches-nobody', 'some may be written to', chain({ s: sms }), chain({ m: mail }), someFacts],
  [
    'channel-reaches-nobody',
    'a receipt asks for no consent',
    chain({ s: sms }),
    chain({ s: { ...sms, transactional: true } }),
    someFacts,
  ],
  ['unsubscribe-unheeded', 'a check sees them', heeding([]), heeding(['unsubscribed'])],
  [
    'unsubscribe-unheeded',
    'an exit rule takes them out',
    chain({ m: mail, s: sms }),
    chain({ m: mail, s: sms }, { exitRules: [unsubscribedRule] }),
  ],
  [
    'unsubscribe-unheeded',
    'consent stops the rest on one channel',
    chain({ m: mail, s: sms }),
    chain({ m: mail, w: waitDays(1), n: mail }),
  ],
  [
    'unsubscribe-unheeded',
    'an ad needs no consent',
    chain({ m: mail, s: sms }),
    chain({ m: mail, a: step('message', { channel: 'display-ad' }) }),
  ],
  [
    'experiment-underpowered',
    'there are more contacts',
    experimentOf([50, 50]),
    experimentOf([50, 50]),
    rows(10_000),
    rows(100_000),
  ],
  [
    'experiment-underpowered',
    'nothing is known of the audience',
    experimentOf([50, 50]),
    experimentOf([50, 50]),
    rows(10_000),
    {},
  ],
  [
    'rate-limit-undrained',
    'it drains in time',
    chain({ m: mail }),
    chain({ m: mail }),
    limited(100, 10_000),
    limited(112, 10_000),
  ],
  ['names-alike', 'they differ by a number', named('A', 'A'), named('A', 'A 2')],
  ['names-alike', 'they differ', named('Short', 'Long', 'short '), named('Short', 'Long')],
  ['holdout-larger-than-treatment', 'they are equal', experimentOf([49], 51), experimentOf([50], 50)],
  [
    'entry-date-outside',
    'the dates are in the simulated time',
    draft(
      {
        e: step('entry', { trigger: { type: 'date', column: 'renewal', offsetDays: 0, at: '09:00' } }),
        end: step('exit'),
      },
      ['e.next > end'],
    ),
    draft(
      {
        e: step('entry', { trigger: { type: 'date', column: 'renewal', offsetDays: 40, at: '09:00' } }),
        end: step('exit'),
      },
      ['e.next > end'],
    ),
    someFacts,
  ],
  [
    'check-without-timeout',
    'it gives up in time',
    around(step('check', { windowMinutes: days(90) }), ['clicked', 'noResponse']),
    around(step('check', { windowMinutes: days(89) }), ['clicked', 'noResponse']),
  ],
  [
    'wait-without-time',
    'a minute is some',
    chain({ w: waitDays(0), m: mail }),
    chain({ w: waitFor({ type: 'duration', minutes: minutes(1) }), m: mail }),
  ],
];

describe('is found, and is not found where', () => {
  test.each(pairs)('%s: %s', (code, _, doubtful, fine, facts = {}, fineFacts = facts) => {
    expect(codes(doubtful, facts)).toContain(code);
    expect(codes(fine, fineFacts)).not.toContain(code);
  });
});

test('an experiment says what it can show: 5 000 a side at 3.6 % find 31 % and no less', () => {
  const [problem] = findProblems(experimentOf([50, 50]), rows(10_000)).filter(
    ({ code }) => code === 'experiment-underpowered',
  );
  expect(problem?.values).toMatchObject({ rate: 3.6 });
  expect(problem?.words).toContain(`a lift of ${problem?.values['lift']} % or more`);
});

test('names that are alike are numbered past those that are taken', () => {
  const journey = named('A', 'B', 'A', 'a 2', ' A ');
  const fix = findProblems(journey).find(({ code }) => code === 'names-alike')?.fix;
  const names =
    fix?.type === 'changeStep' && fix.step.kind === 'experiment' && fix.step.arms.map(({ name }) => name);
  expect(names).toEqual(['A', 'B', 'A 3', 'a 2', 'A 4']);
});
