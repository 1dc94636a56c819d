import { loopsIn, stepOf, successorsOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { exitsOf } from '../steps/index.ts';
import { takesTime } from '../times.ts';

export function findLoopProblems(journey: Journey): readonly Problem[] {
  const instant = instantLoops(journey);
  if (instant.length > 0) return instant.map((loop) => loopProblem(journey, loop));
  return endlessLoops(journey).map((loop) => endlessProblem(journey, loop));
}

/** Loops that no exit leads out of: everyone goes round until the loop bound cuts them off. */
function endlessLoops(journey: Journey): readonly (readonly StepId[])[] {
  return loopsIn(successorsOf(journey)).filter((loop) =>
    loop.every((id) => {
      const step = stepOf(journey, id);
      const exits = step ? exitsOf(step) : [];
      return exits.every((exit) => {
        const to = journey.links[id]?.[exit];
        return to !== undefined && loop.includes(to);
      });
    }),
  );
}

function endlessProblem(journey: Journey, loop: readonly StepId[]): Problem {
  const names = loop.map((id) => stepOf(journey, id)?.name ?? id).join('”, “');
  const [first] = loop;
  return {
    code: 'loop-without-end',
    severity: 'warning',
    words: `Nothing leads out of the loop of “${names}”: everyone goes round until the loop’s bound cuts them off. Add a check or a split with a way out.`,
    values: { steps: names },
    ...(first && { step: first }),
  };
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
