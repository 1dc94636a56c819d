import { reachedSteps, stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { StepKind, StepOf } from '../steps/index.ts';

/** Steps of a kind that contacts can get to and that are switched on: changing another one changes nothing. */
export function reachedEntries<K extends StepKind>(
  journey: Journey,
  kind: K,
): readonly (readonly [StepId, StepOf<K>])[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]) =>
    isOf(step, kind) && !step.disabled && reached.has(id) ? [[id, step] as const] : [],
  );
}

function isOf<K extends StepKind>(step: { readonly kind: StepKind }, kind: K): step is StepOf<K> {
  return step.kind === kind;
}
