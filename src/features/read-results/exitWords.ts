import type { Journey, StepId } from '../../journey/journey.ts';
import { exitName } from '../../i18n/exitName.ts';
import type { Translate } from '../../i18n/i18n.ts';

/** An exit of a step of the journey that was run: branches and arms by the marketer's names. */
export function exitWords(journey: Journey, id: string, exit: string, t: Translate): string {
  const step = journey.steps[id as StepId];
  const own =
    step?.kind === 'split'
      ? step.branches.find((branch) => branch.id === exit)
      : step?.kind === 'experiment'
        ? step.arms.find((arm) => arm.id === exit)
        : undefined;
  return own?.name ?? exitName(exit, t);
}
