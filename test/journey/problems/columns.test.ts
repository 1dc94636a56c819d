import { expect, test } from 'vitest';
import type { Facts } from '../../../src/journey/facts.ts';
import type { Journey, Goal, JourneySettings } from '../../../src/journey/journey.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { around, branchOf, draft, empty, step } from '../../support/draftJourney.ts';
import { problemCodes } from '../../support/problemCodes.ts';

const end = step('exit');
const mail = step('message');
const column = (name: string, operator: 'is' | 'atLeast', value: string | number): Rule => ({
  kind: 'column',
  column: name,
  operator,
  value,
});
const split = (rule: Rule) => around(step('split', { branches: [branchOf('b', rule)] }), ['b', 'else']);
const goal = (own: Partial<Goal>): Partial<JourneySettings> => ({
  goals: empty.settings.goals.map((usual) => ({ ...usual, ...own })),
});

const facts: Facts = {
  schema: {
    columns: [
      { name: 'intent', type: 'category', values: ['high', 'low'] },
      { name: 'orders', type: 'number' },
      { name: 'renewal', type: 'date' },
    ],
  },
};

const cases: readonly [string, Journey, readonly string[]][] = [
  ['a missing column', split(column('age', 'is', 3)), ['column-missing@m']],
  [
    'a column that an update writes',
    draft(
      {
        u: step('update', { changes: [{ type: 'set', column: 'stage', value: 'new' }] }),
        m: step('split', { branches: [branchOf('b', column('stage', 'is', 'new'))] }),
        end,
      },
      ['entry-1.next > u', 'u.next > m', 'm.b > end', 'm.else > end'],
    ),
    [],
  ],
  ['an order of names', split(column('intent', 'atLeast', 3)), ['operator-misfit@m?']],
  ['a value that nobody has', split(column('intent', 'is', 'huge')), ['value-unknown@m?']],
  ['a value in other letters', split(column('intent', 'is', 'HIGH')), []],
  [
    'a wait for a number',
    draft(
      { w: step('wait', { until: { type: 'date', column: 'orders', offsetMinutes: 0 } }), m: mail, end },
      ['entry-1.next > w', 'w.next > m', 'm.next > end'],
    ),
    ['column-type@w'],
  ],
  [
    'an entry on no date',
    draft(
      {
        e: step('entry', { trigger: { type: 'date', column: 'birthday', offsetDays: 0, at: '09:00' } }),
        end,
      },
      ['e.next > end'],
    ),
    ['column-missing@e'],
  ],
  [
    'a value of dates',
    around(mail, ['next'], goal({ value: { kind: 'column', column: 'renewal' } })),
    ['column-type'],
  ],
];

test.each(cases)('%s', (_, journey, expected) => {
  expect(problemCodes(journey, facts)).toEqual(expected);
});

test('without facts about the audience, columns are not doubted', () => {
  expect(problemCodes(split(column('age', 'is', 3)))).toEqual([]);
});
