import type { ExitName } from '../ids.ts';
import type { Step } from './index.ts';

/** English words of the exits that have fixed names; `words.exit` of the catalogue says the same on screen. */
const FIXED: ReadonlyMap<ExitName, string> = new Map([
  ['next', 'Next'],
  ['else', 'Everyone else'],
  ['holdout', 'Holdout'],
  ['converted', 'Converted'],
  ['clicked', 'Clicked'],
  ['replied', 'Replied'],
  ['opened', 'Opened'],
  ['unsubscribed', 'Unsubscribed'],
  ['bounced', 'Bounced'],
  ['noResponse', 'No response'],
  ['sent', 'Sent'],
  ['exhausted', 'No channel left'],
  ['accepted', 'Accepted'],
  ['missed', 'Missed'],
]);

/** What the marketer calls an exit: branches and arms have names of their own. */
export function ownExitName(step: Step | undefined, exit: ExitName): string | undefined {
  if (step?.kind === 'split') return step.branches.find(({ id }) => id === exit)?.name;
  return step?.kind === 'experiment' ? step.arms.find(({ id }) => id === exit)?.name : undefined;
}

export function fixedExitWords(exit: ExitName): string {
  return FIXED.get(exit) ?? exit;
}

/** What a sentence calls an exit: the words that its card shows, never the id. */
export function exitWords(step: Step, exit: ExitName): string {
  return ownExitName(step, exit) ?? fixedExitWords(exit);
}
