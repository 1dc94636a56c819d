import type { ExitName } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Translate } from '../../i18n/i18n.ts';

const KNOWN = [
  'next',
  'else',
  'holdout',
  'converted',
  'clicked',
  'replied',
  'opened',
  'unsubscribed',
  'bounced',
  'noResponse',
  'sent',
  'exhausted',
  'accepted',
  'missed',
  '$exitRule',
  '$loopBound',
  '$end',
] as const;

/** What a step's exit is called: the marketer's words for branches and arms, ours for the rest. */
export function exitLabel(step: Step, exit: ExitName, t: Translate): string {
  const own =
    step.kind === 'split'
      ? step.branches.find(({ id }) => id === exit)
      : step.kind === 'experiment'
        ? step.arms.find(({ id }) => id === exit)
        : undefined;
  if (own) return own.name;
  const known = KNOWN.find((name) => name === exit);
  return known ? t(`words.exit.${known}`) : exit;
}
