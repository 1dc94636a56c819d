import { expect, test } from 'vitest';
import {
  describePolicies,
  durationWords,
  NO_POLICIES,
  openMinutes,
  type Policies,
} from '../../src/journey/policies.ts';
import { days, hours, minutes, money } from '../../src/journey/units.ts';

const cap: Policies['caps'][number] = {
  id: 'weekly',
  max: 3,
  window: { kind: 'calendar', unit: 'week' },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
};
const words = (policies: Partial<Policies>) => describePolicies({ ...NO_POLICIES, ...policies }, 'EUR');

test('no policies need no words', () => expect(words({})).toEqual([]));

test.each([
  [{}, 'At most 3 messages a week per contact (calendar week, contact’s clock); more are skipped.'],
  [
    { max: 1, window: { kind: 'calendar', unit: 'day' }, zone: 'UTC', scope: { channels: ['email'] } },
    'At most 1 message on email a day per contact (calendar day, UTC); more are skipped.',
  ],
  [
    { window: { kind: 'rolling', minutes: days(7) }, onCap: { kind: 'retry', minutes: days(2) } },
    'At most 3 messages in any 7 days per contact; more wait for room, at most 2 days.',
  ],
  [
    { zone: 'workspace', scope: { tags: ['promo', 'news', 'sale'] }, onCap: { kind: 'exit' } },
    'At most 3 messages tagged promo, news or sale a week per contact (calendar week, first journey’s clock); whoever would get more leaves the journey.',
  ],
] as const)('a cap: %j', (own, sentence) =>
  expect(words({ caps: [{ ...cap, ...own }] })).toEqual([sentence]),
);

test.each([
  [
    { from: '21:00', until: '08:00', onQuiet: 'hold' },
    'Nothing is sent from 21:00 until 08:00 (contact’s clock); messages are held until the end.',
  ],
  [
    {
      from: '21:00',
      until: '08:00',
      onQuiet: 'hold',
      channels: ['sms', 'push'],
      releaseOverMinutes: hours(2),
    },
    'Nothing is sent on sms or push from 21:00 until 08:00 (contact’s clock); messages are held and go out over 2 hours from the end.',
  ],
  [
    { from: '09:00', until: '09:00', onQuiet: 'skip' },
    'Nothing is sent at any time (contact’s clock); messages are skipped.',
  ],
] as const)('quiet hours: %j', (quietHours, sentence) => expect(words({ quietHours })).toEqual([sentence]));

test('one sentence a policy, in the order of the file', () => {
  expect(
    words({
      caps: [cap],
      quietHours: { from: '22:00', until: '06:30', onQuiet: 'exit' },
      budgets: [{ channel: 'sms', amount: money(1500) }],
      rateLimits: [
        { channel: 'email', max: 1000, perMinutes: hours(1) },
        { channel: 'call', max: 1, perMinutes: minutes(15) },
      ],
    }).slice(1),
  ).toEqual([
    'Nothing is sent from 22:00 until 06:30 (contact’s clock); whoever would get a message leaves the journey.',
    'At most 1,500 EUR is spent on sms; then nothing more that costs money is sent there.',
    'At most 1,000 messages on email each hour to all contacts together; more wait their turn.',
    'At most 1 message on call every 15 minutes to all contacts together; more wait their turn.',
  ]);
});

test.each([
  [0, '0 minutes'],
  [1, '1 minute'],
  [90, '90 minutes'],
  [2160, '36 hours'],
  [1440, '1 day'],
  [1_440_000, '1,000 days'],
])('%d minutes are %s', (n, text) => expect(durationWords(n)).toBe(text));

test.each([
  ['21:00', '08:00', 780],
  ['12:00', '14:00', 1320],
  ['00:00', '00:00', 0],
])('from %s until %s quiet leaves %d minutes of a day', (from, until, open) =>
  expect(openMinutes({ from, until, onQuiet: 'hold' })).toBe(open),
);
