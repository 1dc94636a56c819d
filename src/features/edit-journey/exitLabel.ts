import type { ExitName } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import { exitName } from '../../i18n/exitName.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** What a step's exit is called: the marketer's words for branches and arms, ours for the rest. */
export function exitLabel(step: Step, exit: ExitName, t: Translate): string {
  const own =
    step.kind === 'split'
      ? step.branches.find(({ id }) => id === exit)
      : step.kind === 'experiment'
        ? step.arms.find(({ id }) => id === exit)
        : undefined;
  return own?.name ?? exitName(exit, t);
}
