import { expect, it } from 'vitest';
import { policyPlaceOf } from '../../../src/features/edit-journey/policyPlace.ts';
import { findPolicyProblems } from '../../../src/journey/problems/policies.ts';
import { minutes, money } from '../../../src/journey/units.ts';
import { openSample } from '../../support/samples.ts';

it('knows the place of every problem that policies make', () => {
  const found = findPolicyProblems(openSample('welcome'), {
    policies: {
      caps: [],
      quietHours: { from: '08:00', until: '08:00', onQuiet: 'hold' },
      budgets: [{ channel: 'email', amount: money(0) }],
      rateLimits: [{ channel: 'email', max: 1, perMinutes: minutes(1440) }],
    },
    schema: { columns: [], rows: 1_000_000 },
  });
  expect(found.map((problem) => policyPlaceOf(problem))).toEqual(
    found.map(({ code }) =>
      code.startsWith('quiet') ? 'quietHours' : code === 'budget-empty' ? 'budgets' : 'rateLimits',
    ),
  );
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['quiet-all-day', 'budget-empty']));
  expect(policyPlaceOf({ code: 'no-goal', severity: 'error', words: '', values: {} })).toBeUndefined();
});
