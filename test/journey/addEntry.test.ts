import { expect, test } from 'vitest';
import { addEntry } from '../../src/journey/addEntry.ts';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { smallJourney, EMAIL, ENTRY, WAIT, CHECK } from '../support/smallJourney.ts';

const without = (journey: Journey) => applyEdit(journey, { type: 'removeSteps', ids: [ENTRY] }).journey;
const added = (journey: Journey) => {
  const { id, edit } = addEntry(journey);
  return { id, journey: applyEdit(journey, edit).journey };
};

test('leads to the step that no other leads to, left of everything', () => {
  const { id, journey } = added(without(smallJourney()));
  expect(journey.links[id]).toEqual({ next: EMAIL });
  expect(journey.layout[id]).toEqual({ x: 0, y: 0 });
});

test('where all steps are in a loop it leads to the leftmost', () => {
  const loop = applyEdit(without(smallJourney()), {
    type: 'connect',
    from: CHECK,
    exit: 'noResponse',
    to: EMAIL,
  }).journey;
  expect(added(loop).journey.links[ENTRY]).toEqual({ next: EMAIL });
});

test('in a journey without steps it stands alone', () => {
  const bare = applyEdit(smallJourney(), { type: 'removeSteps', ids: [ENTRY, EMAIL, WAIT, CHECK] }).journey;
  expect(added(bare).journey.links).toEqual({});
});

test('is what mends a journey without one: every step can be got to', () => {
  const broken = without(smallJourney());
  const [problem] = findProblems(broken).filter(({ code }) => code === 'no-entry');
  const mended = problem?.fix && applyEdit(broken, problem.fix).journey;
  expect(mended && findProblems(mended).map(({ code }) => code)).not.toContain('unreachable-step');
});
