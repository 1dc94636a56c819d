import type { Journey } from '../../../journey/journey.ts';
import type { StepKind } from '../../../journey/steps/index.ts';

const TOUCHES: ReadonlySet<StepKind> = new Set(['message', 'escalate', 'handoff']);

/** The journey with everything switched off by which it reaches people: what they do of their own accord stays. */
export function withoutTouch(journey: Journey): Journey {
  const steps = Object.entries(journey.steps).map(([id, step]) => [
    id,
    TOUCHES.has(step.kind) ? { ...step, disabled: true } : step,
  ]);
  return { ...journey, steps: Object.fromEntries(steps) as Journey['steps'] };
}
