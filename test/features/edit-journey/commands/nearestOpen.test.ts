import { expect, it } from 'vitest';
import { nearestOpen } from '../../../../src/features/edit-journey/commands/walk.ts';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import type { Journey, StepId } from '../../../../src/journey/journey.ts';
import { STEP_DEFINITIONS } from '../../../../src/journey/steps/index.ts';
import { CHECK, EMAIL, ENTRY, smallJourney } from '../../../support/smallJourney.ts';

const GOAL = 'goal-x' as StepId;
const EXIT = 'exit-x' as StepId;

/** The check’s clicks lead to a goal and on to an exit; its silence leads nowhere. */
function withExit(): Journey {
  const { exit, goal } = STEP_DEFINITIONS;
  const edit = {
    type: 'several',
    edits: [
      { type: 'addStep', id: GOAL, step: goal.defaults(), at: { x: 0, y: 0 } },
      { type: 'addStep', id: EXIT, step: exit.defaults(), at: { x: 0, y: 0 } },
      { type: 'connect', from: CHECK, exit: 'clicked', to: GOAL },
      { type: 'connect', from: GOAL, exit: 'next', to: EXIT },
    ],
  } as const;
  return applyEdit(smallJourney(), edit).journey;
}

it('goes on, behind an exit, at the nearest way out before it that is open', () => {
  expect(nearestOpen(withExit(), EXIT)).toEqual({ from: CHECK, exit: 'noResponse' });
});

it('prefers a way out of the step itself', () => {
  const { journey } = applyEdit(withExit(), { type: 'disconnect', from: GOAL, exit: 'next' });
  expect(nearestOpen(journey, GOAL)).toEqual({ from: GOAL, exit: 'next' });
});

it('finds nothing where every way before leads on, loops included', () => {
  const { journey } = applyEdit(withExit(), { type: 'connect', from: CHECK, exit: 'noResponse', to: EMAIL });
  expect(nearestOpen(journey, EXIT)).toBeUndefined();
  expect(nearestOpen(journey, ENTRY)).toBeUndefined();
});
