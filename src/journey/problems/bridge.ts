import type { Edit } from '../edits.ts';
import { linksInto } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import { referredSteps } from './referredSteps.ts';

/**
 * Takes a step out and joins every way into it with what comes after; with nothing after it, those ways end there. Undefined
 * when something asks about the step by name.
 */
export function bridge(journey: Journey, id: StepId, to: StepId | undefined): Edit | undefined {
  if (referredSteps(journey).has(id)) return undefined;
  const past = to === undefined || to === id ? [] : (linksInto(journey).get(id) ?? []);
  const joins = past.flatMap(({ from, exit }) =>
    from === id || to === undefined ? [] : [{ type: 'connect', from, exit, to } as const],
  );
  return { type: 'several', edits: [...joins, { type: 'removeSteps', ids: [id] }] };
}
