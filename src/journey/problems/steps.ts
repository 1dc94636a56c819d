import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { definitionOf, type Step } from '../steps/index.ts';
import type { Finding } from '../steps/step.ts';

/** What each kind of step has to say about its own steps. */
export function findStepProblems(journey: Journey): readonly Problem[] {
  return stepEntries(journey).flatMap(([id, step]) =>
    definitionOf(step)
      .check(step, id, journey)
      .map((finding) => problemOf(id, finding)),
  );
}

function problemOf(id: StepId, { code, severity, words, values, field, mended }: Finding<Step>): Problem {
  return {
    code,
    severity,
    words,
    values: values ?? {},
    step: id,
    ...(field !== undefined && { path: `steps.${id}.${field}` }),
    ...(mended && { fix: { type: 'changeStep', id, step: mended } }),
  };
}
