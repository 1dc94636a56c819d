import { stepEntries, stepOf } from './graph.ts';
import type { Journey } from './journey.ts';

export interface SharedSteps {
  /** How many steps of the one are in the other, by id and kind; entries, which every journey has, do not count. */
  readonly count: number;
  /** They are at least half of the journey's that has fewer. */
  readonly areMost: boolean;
}

export const NOTHING_SHARED: SharedSteps = { count: 0, areMost: false };

/** Whether an imported journey was made from this one, as far as its steps tell. */
export function sharedSteps(imported: Journey, base: Journey): SharedSteps {
  const steps = besidesEntry(imported);
  const count = steps.filter(([id, { kind }]) => stepOf(base, id)?.kind === kind).length;
  // A loop that is written out makes many steps of few, and what a platform lacks makes fewer.
  const fewest = Math.min(steps.length, besidesEntry(base).length);
  return { count, areMost: count > 0 && 2 * count >= fewest };
}

function besidesEntry(journey: Journey) {
  return stepEntries(journey).filter(([, { kind }]) => kind !== 'entry');
}
