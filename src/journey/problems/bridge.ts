import type { Edit } from '../edits.ts';
import { linksOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';

/** Takes a step out and joins every way into it with what comes after; with nothing after it, those ways end there. */
export function bridge(journey: Journey, id: StepId, to: StepId | undefined): Edit {
  const past = to === undefined || to === id ? [] : linksOf(journey).filter((link) => link.to === id);
  const joins = past.flatMap(({ from, exit }) =>
    from === id || to === undefined ? [] : [{ type: 'connect', from, exit, to } as const],
  );
  return { type: 'several', edits: [...joins, { type: 'removeSteps', ids: [id] }] };
}
