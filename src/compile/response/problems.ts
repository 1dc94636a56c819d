import type { Journey, StepId } from '../../journey/journey.ts';
import type { Problem } from '../../journey/problem.ts';
import type { Send } from '../../journey/steps/message.ts';
import { contradiction, type ResponseContext } from './sends.ts';

/** Rates that cannot all be true: more clicks than opens. */
export function rateProblems(journey: Journey, context: ResponseContext): Problem[] {
  return (Object.keys(journey.steps) as StepId[]).flatMap((id) => {
    const step = journey.steps[id]!;
    if (step.disabled === true) return [];
    const sends: readonly Send[] =
      step.kind === 'message' && step.channel !== 'preferred'
        ? [{ ...step, channel: step.channel }]
        : step.kind === 'escalate'
          ? step.rungs
          : [];
    return sends.some((send) => contradiction(send, context) !== undefined)
      ? [clickAboveOpen(id, step.name)]
      : [];
  });
}

function clickAboveOpen(step: StepId, name: string): Problem {
  return {
    code: 'clickAboveOpen',
    severity: 'error',
    step,
    path: `steps.${step}.response.clicked`,
    values: { name },
    words: `"${name}": more people click than open. Lower the click rate or raise the open rate.`,
  };
}
