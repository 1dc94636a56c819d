import { expect, test } from 'vitest';
import { byTouched, touchedContacts } from '../../../src/features/edit-journey/touchedContacts.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Problem } from '../../../src/journey/problem.ts';
import { reportOf } from '../../support/fakePorts.ts';

const report = reportOf(10, {
  steps: [
    { id: 'in', kind: 'entry', name: 'In', entered: 90_000, inFlight: 0, exits: { next: 90_000 } },
    { id: 'c', kind: 'check', name: 'C', entered: 12_400, inFlight: 0, exits: { clicked: 400 } },
    { id: 'round', kind: 'message', name: 'Round', entered: 250_000, inFlight: 0, exits: {} },
  ],
});
const problem = (code: string, own: Partial<Problem> = {}): Problem => ({
  code,
  severity: 'warning',
  words: `${code}.`,
  values: {},
  ...own,
});

test('a problem of a step touches who comes to it', () => {
  const touched = touchedContacts(problem('x', { step: stepId('c') }), report);
  expect(touched).toEqual({ people: 12_400, of: 100_000, times: 12_400, by: 'step' });
});

test('a problem of an exit touches who leaves by it, nobody where nobody does', () => {
  const at = (exit: string) =>
    touchedContacts(problem('x', { step: stepId('c'), values: { exit } }), report)?.people;
  expect([at('clicked'), at('opened'), at('toString')]).toEqual([400, 0, 0]);
});

test('a problem of the journey touches who enters', () => {
  expect(touchedContacts(problem('x'), report)).toMatchObject({ people: 90_000, by: 'entry' });
});

test('in a loop no more contacts are touched than there are', () => {
  const touched = touchedContacts(problem('x', { step: stepId('round') }), report);
  expect(touched).toMatchObject({ people: 100_000, times: 250_000 });
});

test('nothing is known of new steps, or without a forecast', () => {
  expect(touchedContacts(problem('x', { step: stepId('new') }), report)).toBeUndefined();
  expect(touchedContacts(problem('x'), undefined)).toBeUndefined();
});

test('errors stand first, then who touches most, and what is not known last', () => {
  const list = [
    problem('new', { step: stepId('new') }),
    problem('check', { step: stepId('c') }),
    problem('journey'),
    problem('error', { step: stepId('new'), severity: 'error' }),
  ];
  expect(byTouched(list, report).map((one) => one.problem.code)).toEqual([
    'error',
    'journey',
    'check',
    'new',
  ]);
});
