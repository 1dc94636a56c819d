import { loopsIn, stepOf, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { takesTime } from '../times.ts';

export function findLoopProblems(journey: Journey): readonly Problem[] {
  return instantLoops(journey).map((loop) => loopProblem(journey, loop));
}

/** Loops that a contact would run through again and again in one minute. */
export function instantLoops(journey: Journey): readonly (readonly StepId[])[] {
  const instant = new Map<StepId, readonly StepId[]>();
  const isInstant = (id: StepId) => {
    const step = stepOf(journey, id);
    return step !== undefined && !takesTime(step);
  };
  for (const [id, targets] of successorsOf(journey))
    if (isInstant(id)) instant.set(id, targets.filter(isInstant));
  return loopsIn(instant);
}

function loopProblem(journey: Journey, loop: readonly StepId[]): Problem {
  const names = loop.map((id) => stepOf(journey, id)?.name ?? id).join('”, “');
  const [first] = loop;
  return {
    code: 'loop-without-time',
    severity: 'error',
    words: `No time passes in the loop of “${names}”. Put a wait or a check with a window into it.`,
    values: { steps: names },
    ...(first && { step: first }),
  };
}
