import { expect, test } from 'vitest';
import { applyEdit } from '../../../src/journey/applyEdit.ts';
import { findWorkingHoursProblems } from '../../../src/journey/problems/workingHours.ts';
import type { WorkingHours } from '../../../src/journey/steps/handoff.ts';
import { minutes } from '../../../src/journey/units.ts';
import { around, step } from '../../support/draftJourney.ts';

const office: WorkingHours = { weekdays: [0, 1, 2, 3, 4], from: '09:00', until: '17:00' };

function journeyWith(hours: Partial<WorkingHours>, disabled = false) {
  const capacity = { agents: 2, handlingMinutes: minutes(30), hours: { ...office, ...hours } };
  return around(step('handoff', { capacity, ...(disabled && { disabled }) }), ['accepted', 'missed']);
}

const cases: readonly [string, Partial<WorkingHours>, readonly string[]][] = [
  ['of an office', {}, []],
  ['of every minute', { weekdays: [0, 1, 2, 3, 4, 5, 6], from: '00:00', until: '24:00' }, []],
  ['on no day', { weekdays: [] }, ['hours-without-days error']],
  ['with a day twice', { weekdays: [4, 0, 4] }, ['hours-day-twice warning']],
  ['over midnight', { from: '22:00', until: '06:00' }, ['hours-backwards error']],
  ['of no time', { from: '09:00', until: '09:00' }, ['hours-backwards error']],
  [
    'of nothing right',
    { weekdays: [], until: '08:59' },
    ['hours-without-days error', 'hours-backwards error'],
  ],
];

test.each(cases)('hours %s', (_, hours, expected) => {
  const journey = journeyWith(hours);
  const problems = findWorkingHoursProblems(journey);
  expect(problems.map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected);
  for (const { code, step: at, path, words, fix } of problems) {
    expect([at, path]).toEqual(['m', 'steps.m.capacity.hours']);
    expect(words).toMatch(/[.]$/);
    const mended = findWorkingHoursProblems(applyEdit(journey, fix!).journey);
    expect(mended.filter((problem) => problem.code === code)).toEqual([]);
  }
});

test('hours of a hand-off that is switched off are nobody’s', () => {
  expect(findWorkingHoursProblems(journeyWith({ weekdays: [] }, true))).toEqual([]);
});

test('agents without hours work always', () => {
  const capacity = { agents: 2, handlingMinutes: minutes(30) };
  expect(findWorkingHoursProblems(around(step('handoff', { capacity }), ['accepted', 'missed']))).toEqual([]);
});
