import type { ExitName } from '../../journey/ids.ts';
import { NO_RESPONSE } from '../../journey/steps/check.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import { ELSE } from '../../journey/steps/split.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import { shownText } from './chart/labelText.ts';

/** Leaves room for the number of a label that is there already. */
const MAX_WORDS = 180;

/** What the arrow of each exit says, no two the same: by it the exit is found again. */
export function exitLabels(step: Step): ReadonlyMap<ExitName, string> {
  const labels = new Map<ExitName, string>();
  const taken = new Set<string>();
  for (const exit of exitsOf(step)) {
    const short = cut(shownText(exitWords(step, exit)));
    let label = short;
    for (let number = 2; taken.has(label); number += 1) label = `${short} (${number})`.trim();
    taken.add(label);
    labels.set(exit, label);
  }
  return labels;
}

/** Not between the halves of a character. */
function cut(words: string): string {
  return words
    .slice(0, MAX_WORDS)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

function exitWords(step: Step, exit: ExitName): string {
  switch (step.kind) {
    case 'split':
      return exit === ELSE ? 'everyone else' : (step.branches.find(({ id }) => id === exit)?.name ?? exit);
    case 'experiment': {
      const arm = step.arms.find(({ id }) => id === exit);
      return exit === HOLDOUT
        ? `holdout · ${step.holdout?.weight ?? 0} %`
        : `${arm?.name ?? exit} · ${arm?.weight ?? 0} %`;
    }
    case 'check':
      return exit === NO_RESPONSE ? `no response ${durationWords(step.windowMinutes)}` : exit;
    case 'escalate':
    case 'handoff':
      return exit;
    case 'entry':
    case 'message':
    case 'wait':
    case 'update':
    case 'goal':
    case 'exit':
      return '';
  }
}

function durationWords(minutes: number): string {
  if (minutes % MINUTES_PER_DAY === 0) return `${minutes / MINUTES_PER_DAY} d`;
  return minutes % MINUTES_PER_HOUR === 0 ? `${minutes / MINUTES_PER_HOUR} h` : `${minutes} min`;
}
