import type { Journey } from '../../journey/journey.ts';
import type { Step } from '../../journey/steps/index.ts';

/** Whether all conversions of the journey are organic: nothing in it sends, hands over or counts as one. */
export function isOrganic({ steps, settings }: Journey): boolean {
  const [goal] = settings.goals;
  return goal?.on.kind === 'conversion' && !Object.values(steps).some(doesSomething);
}

function doesSomething(step: Step): boolean {
  if (step.disabled) return false;
  switch (step.kind) {
    case 'message':
    case 'handoff':
      return true;
    case 'escalate':
      return step.rungs.length > 0;
    case 'goal':
      return step.conversion !== undefined;
    case 'entry':
    case 'split':
    case 'experiment':
    case 'wait':
    case 'check':
    case 'update':
    case 'exit':
      return false;
  }
}
