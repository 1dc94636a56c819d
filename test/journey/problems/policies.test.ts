import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { type FrequencyCap, NO_POLICIES, type Policies } from '../../../src/journey/policies.ts';
import { findPolicyProblems } from '../../../src/journey/problems/policies.ts';
import type { Step } from '../../../src/journey/steps/index.ts';
import { days, hours, money } from '../../../src/journey/units.ts';
import { around, draft, step } from '../../support/draftJourney.ts';

const end = step('exit');
const mail = step('message');
const sms = step('message', { channel: 'sms' });
const receipt = step('message', { transactional: true });

const codes = (journey: Journey, policies: Partial<Policies>) =>
  findPolicyProblems(journey, { policies: { ...NO_POLICIES, ...policies } }).map(
    ({ code, severity, step: at }) => `${code}@${at ?? ''}${severity === 'warning' ? '?' : ''}`,
  );

test('a journey without policies, or with none, has no problems with them', () => {
  expect(findPolicyProblems(around(mail), {})).toEqual([]);
  expect(codes(around(mail), {})).toEqual([]);
});

describe('quiet hours', () => {
  const quiet = (own: Partial<NonNullable<Policies['quietHours']>>): Partial<Policies> => ({
    quietHours: { from: '09:00', until: '09:00', onQuiet: 'hold', ...own },
  });
  const cases: readonly [string, Journey, Partial<Policies>, readonly string[]][] = [
    ['that never open', around(mail), quiet({}), ['quiet-all-day@m?']],
    ['that never open and skip', around(mail), quiet({ onQuiet: 'skip' }), ['quiet-all-day@m?']],
    ['that never open on another channel', around(mail), quiet({ channels: ['sms'] }), []],
    [
      'that never open on a fallback',
      around(step('message', { channel: 'preferred', fallback: ['sms'] })),
      quiet({ channels: ['sms'] }),
      ['quiet-all-day@m?'],
    ],
    [
      'that never open on a rung',
      around(step('escalate'), ['sent', 'exhausted']),
      quiet({ channels: ['push'] }),
      ['quiet-all-day@m?'],
    ],
    ['for receipts', around(receipt), quiet({}), []],
    ['for a transactional journey', around(mail, ['next'], { transactional: true }), quiet({}), []],
    ['for a message that is switched off', around({ ...mail, disabled: true }), quiet({}), []],
    ['for a message that nothing leads to', draft({ a: mail, end }, ['entry-1.next > end']), quiet({}), []],
    ['in the night', around(mail), quiet({ from: '21:00', until: '08:00' }), []],
    [
      'with a release as long as the day',
      around(mail),
      quiet({ from: '21:00', until: '08:00', releaseOverMinutes: hours(13) }),
      [],
    ],
    [
      'with a release into the next night',
      around(mail),
      quiet({ from: '21:00', until: '08:00', releaseOverMinutes: hours(14) }),
      ['quiet-release-long@m?'],
    ],
  ];
  test.each(cases)('%s', (_, journey, policies, expected) =>
    expect(codes(journey, policies)).toEqual(expected),
  );
});

describe('budgets', () => {
  const empty: Partial<Policies> = { budgets: [{ channel: 'email', amount: money(0) }] };
  test.each<[string, Step, readonly string[]]>([
    ['of 0', mail, ['budget-empty@m?']],
    ['of 0 for receipts as well', receipt, ['budget-empty@m?']],
    ['of 0 for what costs nothing', { ...mail, cost: money(0) }, []],
    ['of 0 on another channel', sms, []],
  ])('%s', (_, message, expected) => expect(codes(around(message), empty)).toEqual(expected));
  test('with money', () =>
    expect(codes(around(mail), { budgets: [{ channel: 'email', amount: money(0.5) }] })).toEqual([]));
});

describe('rate limits', () => {
  const arriving = (perDay: number, own: object = {}) =>
    step('entry', { trigger: { type: 'events', event: 'cart', perDay }, ...own });
  const line = (entry: Step, settings = {}) =>
    draft(
      { e: entry, a: mail, w: step('wait'), b: mail, c: step('check'), d: mail, end },
      [
        'e.next > a',
        'a.next > w',
        'w.next > b',
        'b.next > c',
        'c.clicked > d',
        'c.noResponse > end',
        'd.next > end',
      ],
      settings,
    );
  const hourly = (max: number): Partial<Policies> => ({
    rateLimits: [{ channel: 'email', max, perMinutes: hours(1) }],
  });

  test.each<[string, Journey, Partial<Policies>, readonly string[]]>([
    ['below two messages a contact', line(arriving(121)), hourly(10), ['rate-limit-slow@a?']],
    ['of two messages a contact', line(arriving(120)), hourly(10), []],
    [
      'the lowest of several counts',
      line(arriving(121)),
      { rateLimits: [...hourly(100).rateLimits!, ...hourly(10).rateLimits!] },
      ['rate-limit-slow@a?'],
    ],
    [
      'on another channel',
      line(arriving(121)),
      { rateLimits: [{ channel: 'sms', max: 1, perMinutes: days(1) }] },
      [],
    ],
    [
      'where the second message comes after the end',
      line(arriving(121), { horizonMinutes: days(1) }),
      hourly(10),
      [],
    ],
    [
      'where not everyone is let in',
      line(arriving(121, { eligible: { kind: 'tag', tag: 'a' } })),
      hourly(10),
      [],
    ],
    ['where so many come and no more', line(arriving(121), { entryCap: 5 }), hourly(10), []],
    ['where all come at once', line(step('entry')), hourly(1), []],
  ])('%s', (_, journey, policies, expected) => expect(codes(journey, policies)).toEqual(expected));
});

const cap = (own: Partial<FrequencyCap> = {}): FrequencyCap => ({
  id: 'cap',
  max: 1,
  window: { kind: 'calendar', unit: 'day' },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
  ...own,
});

describe('retries', () => {
  const retry = (own: Partial<FrequencyCap> = {}): Partial<Policies> => ({
    caps: [
      cap({
        window: { kind: 'calendar', unit: 'week' },
        onCap: { kind: 'retry', minutes: days(30) },
        ...own,
      }),
    ],
  });
  const short = { horizonMinutes: days(7) };
  test.each<[string, Journey, Partial<Policies>, readonly string[]]>([
    ['as long as the journey', around(mail, ['next'], short), retry(), ['retry-beyond-horizon@m?']],
    ['that have room within the journey', around(mail, ['next'], { horizonMinutes: days(8) }), retry(), []],
    [
      'that end within the journey',
      around(mail, ['next'], short),
      retry({ onCap: { kind: 'retry', minutes: days(6) } }),
      [],
    ],
    ['of a rung, which never waits', around(step('escalate'), ['sent', 'exhausted'], short), retry(), []],
    ['of a message that does not obey', around({ ...mail, obeysCaps: false }, ['next'], short), retry(), []],
    ['of a receipt', around(receipt, ['next'], short), retry(), []],
    ['of another channel', around(mail, ['next'], short), retry({ scope: { channels: ['sms'] } }), []],
    ['of a cap that skips', around(mail, ['next'], short), retry({ onCap: { kind: 'skip' } }), []],
  ])('%s', (_, journey, policies, expected) => expect(codes(journey, policies)).toEqual(expected));
});

test('every fix applies and mends, and every sentence ends', () => {
  const journeys = [
    draft({ a: mail, b: mail, end }, ['entry-1.next > a', 'a.next > b', 'b.next > end']),
    around(mail, ['next'], { horizonMinutes: days(1) }),
  ];
  const policies: Policies = {
    ...NO_POLICIES,
    caps: [
      cap(),
      cap({ id: 'rolling', window: { kind: 'rolling', minutes: days(3) }, scope: { channels: ['sms'] } }),
    ],
  };
  const retrying = { ...NO_POLICIES, caps: [cap({ onCap: { kind: 'retry', minutes: days(3) } })] };
  let mendedSome = 0;
  for (const journey of journeys) {
    for (const given of [policies, retrying]) {
      for (const { code, words, fix } of findPolicyProblems(journey, { policies: given })) {
        expect(words).toMatch(/[.]$/);
        if (!fix) continue;
        const mended = findPolicyProblems(applyEdit(journey, fix).journey, { policies: given });
        expect(mended.filter((problem) => problem.code === code)).toEqual([]);
        mendedSome += 1;
      }
    }
  }
  expect(mendedSome).toBe(2);
});
