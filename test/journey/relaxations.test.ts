import { describe, expect, it } from 'vitest';
import { findErrors } from '../../src/journey/errors.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { relaxationsOf } from '../../src/journey/relaxations.ts';
import { minutes, money } from '../../src/journey/units.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';

const policies: Policies = {
  caps: [
    {
      id: 'a',
      max: 3,
      window: { kind: 'calendar', unit: 'week' },
      zone: 'contact',
      scope: 'all',
      onCap: { kind: 'skip' },
    },
  ],
  quietHours: { from: '22:00', until: '07:00', onQuiet: 'hold' },
  budgets: [{ channel: 'sms', amount: money(100) }],
  rateLimits: [{ channel: 'email', max: 10, perMinutes: minutes(60) }],
  weekStart: 'sunday',
};

const experiment = openSample('win-back');
const withHoldout: Journey = {
  ...experiment,
  steps: {
    ...experiment.steps,
    ['trial' as StepId]: {
      kind: 'experiment',
      name: 'Trial',
      arms: [
        { id: 'a', name: 'A', weight: 45 },
        { id: 'b', name: 'B', weight: 45 },
      ],
      holdout: { weight: 10, goesOn: true },
    },
  },
};

describe('rules that can be relaxed', () => {
  it('are each policy that keeps messages back, one at a time; the start of the week is none', () => {
    const found = relaxationsOf(
      { ...experiment, settings: { ...experiment.settings, exitRules: [] } },
      policies,
    );
    const ofPolicies = found.filter(({ change }) => change.policies);
    expect(ofPolicies.map(({ key }) => key)).toEqual(['caps.a', 'quietHours', 'budgets.sms', 'rateLimits.0']);
    expect(ofPolicies[0]?.change.policies?.caps).toEqual([]);
    expect(ofPolicies[0]?.change.policies?.budgets).toEqual(policies.budgets);
    expect(ofPolicies[1]?.change.policies?.quietHours).toBeUndefined();
  });

  it('are holdouts, whose contacts go the way of the last arm while the others keep theirs', () => {
    const found = relaxationsOf(withHoldout, NO_POLICIES).find(({ key }) => key === 'holdout.trial');
    const step = found?.change.journey?.steps['trial' as StepId];
    expect(found?.rule).toMatchObject({ kind: 'holdout', arm: 'B' });
    expect(step).toMatchObject({
      arms: [{ weight: 45 }, { weight: 55 }],
      holdout: { weight: 0, goesOn: true },
    });
  });

  it('are exit rules, and without any of them every template still runs', () => {
    for (const name of SAMPLE_NAMES) {
      const journey = openSample(name);
      const found = relaxationsOf(journey, NO_POLICIES);
      const rules = found.filter(({ key }) => key.startsWith('exitRule'));
      expect(rules).toHaveLength(journey.settings.exitRules.length);
      for (const { change } of found) {
        expect(change.journey).not.toEqual(journey);
        expect(findErrors(change.journey ?? journey, {})).toEqual([]);
      }
    }
  });
});
