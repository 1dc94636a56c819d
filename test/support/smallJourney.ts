import { createJourney } from '../../src/journey/createJourney.ts';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import { journeyId, stepId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { STEP_DEFINITIONS } from '../../src/journey/steps/index.ts';

export const ENTRY = stepId('entry-1');
export const EMAIL = stepId('message-1');
export const WAIT = stepId('wait-1');
export const CHECK = stepId('check-1');

/** Entry → email → wait → check, left to right; the check's exits are open. */
export function smallJourney(id = 'j-small'): Journey {
  const empty = createJourney({
    id: journeyId(id),
    luckId: 'luck',
    name: 'Small',
    start: '2026-03-02T08:00:00Z',
  });
  return applyEdit(empty, {
    type: 'several',
    edits: [
      { type: 'addStep', id: EMAIL, step: STEP_DEFINITIONS.message.defaults(), at: { x: 320, y: 0 } },
      { type: 'addStep', id: WAIT, step: STEP_DEFINITIONS.wait.defaults(), at: { x: 640, y: 0 } },
      { type: 'addStep', id: CHECK, step: STEP_DEFINITIONS.check.defaults(), at: { x: 960, y: 0 } },
      { type: 'connect', from: ENTRY, exit: 'next', to: EMAIL },
      { type: 'connect', from: EMAIL, exit: 'next', to: WAIT },
      { type: 'connect', from: WAIT, exit: 'next', to: CHECK },
    ],
  }).journey;
}
