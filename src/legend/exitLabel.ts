import type { ExitName } from '../journey/journey.ts';
import { ownExitName } from '../journey/steps/exitWords.ts';
import type { Step } from '../journey/steps/index.ts';
import { exitName } from '../i18n/exitName.ts';
import type { Translate } from '../i18n/i18n.ts';

/** What a step's exit is called: the marketer's words for branches and arms, ours for the rest. */
export function exitLabel(step: Step, exit: ExitName, t: Translate): string {
  return ownExitName(step, exit) ?? exitName(exit, t);
}
