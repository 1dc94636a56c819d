import type { Journey, StepId } from '../../journey/journey.ts';
import { ownExitName } from '../../journey/steps/exitWords.ts';
import { exitName } from '../../i18n/exitName.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** An exit of a step of the journey that was run: branches and arms by the marketer's names. */
export function exitWords(journey: Journey, id: string, exit: string, t: Translate): string {
  return ownExitName(journey.steps[id as StepId], exit) ?? exitName(exit, t);
}
