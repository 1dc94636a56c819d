import { describe, expect, it } from 'vitest';
import { settingsSince, type MadeWith } from '../../../src/features/read-results/settingsSince.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { money, probability } from '../../../src/journey/units.ts';

const then: MadeWith = {
  audience: { kind: 'sample', rows: 100_000 },
  calibration: { converted: probability(0.05) },
  policies: { ...NO_POLICIES, economics: { grossMargin: probability(0.4) } },
};

describe('what a run was made with that is no longer so', () => {
  it('is nothing where all is the same, whatever the order of keys', () => {
    const { policies } = then;
    const now = { ...then, policies: { economics: policies.economics!, ...NO_POLICIES } };
    expect(settingsSince(then, now)).toEqual([]);
  });

  it('is nothing where an empty place was made or taken away', () => {
    const now = { ...then, calibration: { ...then.calibration, channels: {} } };
    expect(settingsSince(then, now)).toEqual([]);
  });

  it('names each thing that differs, and nothing else', () => {
    const now: MadeWith = {
      audience: { kind: 'imported', id: 'list' },
      calibration: { converted: probability(0.25) },
      policies: {
        ...NO_POLICIES,
        quietHours: { from: '22:00', until: '08:00', onQuiet: 'hold' },
        economics: { grossMargin: probability(0.6), fixedCost: money(10) },
      },
    };
    expect(settingsSince(then, now)).toEqual([
      'audience',
      'converted',
      'quietHours',
      'grossMargin',
      'fixedCost',
    ]);
  });
});
