import { expect, it } from 'vitest';
import '../../../../src/i18n/settingsWords.ts';
import {
  budgetSentence,
  capSentence,
  quietSentence,
  rateSentence,
} from '../../../../src/features/settings/policies/policyWords.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { formatsFor } from '../../../../src/i18n/useFormat.ts';
import type { FrequencyCap } from '../../../../src/journey/policies.ts';
import { days, hours, minutes, money } from '../../../../src/journey/units.ts';

const tongue = { t: i18n.t, format: formatsFor('en') };
const weekly: FrequencyCap = {
  id: 'weekly',
  max: 3,
  window: { kind: 'rolling', minutes: days(7) },
  zone: 'contact',
  scope: 'all',
  onCap: { kind: 'skip' },
};

it.each<[Partial<FrequencyCap>, string]>([
  [{}, 'At most 3 messages in any 7 days per contact; more are skipped.'],
  [
    {
      max: 1,
      window: { kind: 'calendar', unit: 'day' },
      zone: 'UTC',
      scope: { channels: ['email', 'sms', 'push'] },
    },
    'At most 1 message on Email, SMS or Push a calendar day (UTC) per contact; more are skipped.',
  ],
  [
    { window: { kind: 'rolling', minutes: hours(1) }, scope: { tags: ['promo'] }, onCap: { kind: 'exit' } },
    'At most 3 messages tagged promo in any hour per contact; whoever would get more leaves the journey.',
  ],
  [
    { onCap: { kind: 'retry', minutes: hours(36) } },
    'At most 3 messages in any 7 days per contact; more wait for room, at most 36 hours.',
  ],
])('says a cap of %j', (more, sentence) => {
  expect(capSentence({ ...weekly, ...more }, tongue)).toBe(sentence);
});

it('says quiet hours', () => {
  const quiet = { from: '21:00', until: '08:00', onQuiet: 'hold' } as const;
  expect(quietSentence(quiet, tongue)).toBe(
    'Nothing is sent from 21:00 until 08:00 on the contact’s clock; messages are held until the end.',
  );
  expect(quietSentence({ ...quiet, channels: ['sms'], releaseOverMinutes: hours(2) }, tongue)).toBe(
    'Nothing is sent on SMS from 21:00 until 08:00 on the contact’s clock; messages are held and go out over 2 hours from the end.',
  );
  expect(quietSentence({ ...quiet, until: '21:00', onQuiet: 'skip' }, tongue)).toContain(
    'at any time of the day',
  );
});

it('promises no end of quiet hours that never end', () => {
  const always = { from: '21:00', until: '21:00', onQuiet: 'hold', releaseOverMinutes: hours(2) } as const;
  expect(quietSentence(always, tongue)).toBe(
    'Nothing is sent at any time of the day on the contact’s clock.',
  );
});

it('says budgets and rate limits', () => {
  expect(budgetSentence({ channel: 'sms', amount: money(500) }, 'EUR', tongue)).toBe(
    'At most €500 is spent on SMS; then nothing more that costs money is sent there.',
  );
  expect(budgetSentence({ channel: 'sms', amount: money(0) }, 'EUR', tongue)).toBe(
    'Nothing that costs money is sent on SMS.',
  );
  expect(rateSentence({ channel: 'email', max: 1, perMinutes: minutes(1) }, tongue)).toBe(
    'At most 1 message on Email every minute to all contacts together; more wait their turn.',
  );
});
