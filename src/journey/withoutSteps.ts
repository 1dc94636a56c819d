import { stepOf } from './graph.ts';
import type { Journey, StepId } from './journey.ts';
import type { StepKind } from './steps/index.ts';

/** The journey with all steps of these kinds passed through; everybody's luck at the others stays. */
export function withoutKinds(journey: Journey, kinds: readonly StepKind[]): Journey {
  const steps = Object.entries(journey.steps).map(
    ([id, step]) => [id, kinds.includes(step.kind) ? { ...step, disabled: true } : step] as const,
  );
  return { ...journey, steps: Object.fromEntries(steps) };
}

/** The same without one step; undefined: it has no such step. */
export function withoutStep(journey: Journey, id: StepId): Journey | undefined {
  const step = stepOf(journey, id);
  return step && { ...journey, steps: { ...journey.steps, [id]: { ...step, disabled: true } } };
}
