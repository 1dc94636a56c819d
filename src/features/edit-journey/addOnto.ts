import { linksOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { addAfter, openExit, type Addition, type ExitRef } from './canvasEdits.ts';

/**
 * The exit to which a step goes that is dropped onto a card: the card's first open one, else its first, whose link then runs through
 * the step; before a card that has no exits the one that leads there. Undefined where neither says what is meant.
 */
export function exitFor(journey: Journey, card: StepId, step: Step): ExitRef | undefined {
  const onto = journey.steps[card];
  if (!onto) return undefined;
  const open = openExit(journey, card);
  if (open !== undefined) return { from: card, exit: open };
  // What nobody leaves would cut off all that comes behind it.
  if (exitsOf(step).length === 0) return undefined;
  const [first] = exitsOf(onto);
  return first === undefined ? linksOf(journey).find(({ to }) => to === card) : { from: card, exit: first };
}

/** Adds the step to that exit, beside the card. Undefined where there is none. */
export function addOnto(journey: Journey, step: Step, card: StepId): Addition | undefined {
  const exit = exitFor(journey, card, step);
  return exit && addAfter(journey, step, { from: exit.from, exit: exit.exit });
}
