import { describe, expect, it } from 'vitest';
import '../../../../src/i18n/settingsWords.ts';
import {
  policiesText,
  ratesText,
  readSettingsFile,
} from '../../../../src/features/settings/move/settingsFile.ts';
import { i18n } from '../../../../src/i18n/i18n.ts';
import { BENCHMARKS_ONLY, type Calibration } from '../../../../src/journey/calibration.ts';
import { NO_POLICIES, type Policies } from '../../../../src/journey/policies.ts';
import { parsePolicies } from '../../../../src/journey/readPolicies.ts';
import { days, money, probability } from '../../../../src/journey/units.ts';

const read = (text: string) => readSettingsFile(new File([text], 'settings.json'), i18n.t);

const policies: Policies = {
  caps: [
    {
      id: 'weekly',
      max: 3,
      window: { kind: 'rolling', minutes: days(7) },
      zone: 'contact',
      scope: { tags: ['promo'] },
      onCap: { kind: 'retry', minutes: days(2) },
    },
  ],
  quietHours: { from: '21:00', until: '08:00', onQuiet: 'hold' },
  budgets: [{ channel: 'sms', amount: money(5) }],
  rateLimits: [],
  weekStart: 'sunday',
  economics: { costs: { email: money(0.002) }, grossMargin: probability(0.4) },
};

const rates: Calibration = {
  clicked: probability(0.02),
  channels: { sms: { clicked: probability(0.1) } },
  common: { orderMean: 80 },
};

describe('files of settings', () => {
  it.each([policies, NO_POLICIES])('bring policies back as they were: %j', async (one) => {
    expect(parsePolicies(policiesText(one))).toEqual({ ok: true, policies: one });
    expect(await read(`\uFEFF${policiesText(one)}`)).toEqual({ kind: 'policies', policies: one });
  });

  it('bring rates back as they were', async () => {
    expect(await read(ratesText(rates))).toEqual({ kind: 'rates', calibration: rates });
    // Without any field it is no file of policies, which always has some.
    expect(await read(ratesText(BENCHMARKS_ONLY))).toEqual({ kind: 'rates', calibration: BENCHMARKS_ONLY });
  });

  it.each([
    ['', 'The file is empty'],
    ['\u0089PNG\u0000', 'This is no text file'],
    ['{"format": "rehearsal-journey", "version": 1}', 'This is a journey, not settings'],
    ['{"caps": [', 'at line 1, column 11 the file ends'],
    ['{"opened": 21}', '“opened” is 21; it must be a number from 0 to 1'],
    ['{"channels": {"pigeon": {}}}', '“channels.pigeon” is no channel'],
    ['[1, 2]', 'These are no policies'],
    ['{"caps": [], "hats": 1}', 'has no field “hats”'],
    [' '.repeat(1_100_000), 'larger than 1 MB'],
  ])('that are wrong are refused in words: %.30s', async (text, sentence) => {
    expect(await read(text)).toEqual({
      kind: 'refused',
      words: [expect.stringContaining(sentence)],
    });
  });
});
