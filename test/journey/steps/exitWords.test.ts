import { expect, test } from 'vitest';
import { exitLabel } from '../../../src/legend/exitLabel.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { RESPONSES } from '../../../src/journey/steps/check.ts';
import { exitWords } from '../../../src/journey/steps/exitWords.ts';
import { exitsOf, STEP_DEFINITIONS, STEP_KINDS, type Step } from '../../../src/journey/steps/index.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';

const split = step('split', {
  branches: [{ ...branchOf('branch-1', { kind: 'all', rules: [] }), name: 'Big spenders' }],
});
const experiment = step('experiment', {
  arms: [{ id: 'arm-x', name: 'Short subject', weight: 90 }],
  holdout: { weight: 10, goesOn: false },
});
const check = step('check', { responses: RESPONSES });

test('are those that the canvas shows, for every exit there is', () => {
  const steps: readonly Step[] = [
    ...STEP_KINDS.map((kind) => STEP_DEFINITIONS[kind].defaults()),
    split,
    experiment,
    check,
  ];
  for (const one of steps)
    for (const exit of exitsOf(one)) expect(exitWords(one, exit)).toBe(exitLabel(one, exit, i18n.t));
});

const words = (journey: Journey, code: string) =>
  findProblems(journey).flatMap((problem) => (problem.code === code ? [problem.words] : []));

test('stand in problems, where a step has several exits', () => {
  const journey = draft({ a: check, b: split, c: experiment, d: step('handoff') }, [
    'entry-1.next > a',
    'a.clicked > b',
    'a.opened > c',
    'a.replied > d',
  ]);
  const dangling = words(journey, 'dangling-exit').join('\n');
  for (const shown of ['No response', 'Big spenders', 'Everyone else', 'Short subject', 'Holdout', 'Missed'])
    expect(dangling).toContain(`“${shown}” leads nowhere`);
  expect(dangling).not.toMatch(/noResponse|branch-1|arm-x|“else”|“missed”/);
});

test('are left out where a step has one exit, which shows no name', () => {
  expect(words(draft({ w: step('wait') }, ['entry-1.next > w']), 'dangling-exit')).toEqual([
    'This step leads nowhere: contacts fall off the journey after it. Connect it to a step, or to an exit.',
  ]);
  const back = draft({ a: check, e: step('entry') }, ['e.next > a', 'a.noResponse > e']);
  expect(words(back, 'link-into-entry')[0]).toMatch(/^The exit “No response” leads back to the entry/);
});

test('name both branches of one id', () => {
  const twice = step('split', {
    branches: ['Big', 'Small'].map((name) => ({ ...branchOf('b', { kind: 'all', rules: [] }), name })),
  });
  expect(words(draft({ s: twice }, ['entry-1.next > s']), 'exit-named-twice')[0]).toMatch(
    /^The exits “Big” and “Small” of this step have one id/,
  );
});
