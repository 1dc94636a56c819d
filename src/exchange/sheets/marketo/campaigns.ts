import { linksInto, stepOf } from '../../../journey/graph.ts';
import type { StepId } from '../../../journey/ids.ts';
import type { Journey } from '../../../journey/journey.ts';
import { exitsOf } from '../../../journey/steps/index.ts';

/**
 * Whether a step begins a smart campaign of its own: a flow is a list, so whatever is not simply the next thing after one other step is
 * another campaign that is executed from there.
 */
export function beginsCampaign(journey: Journey, id: StepId): boolean {
  const into = linksInto(journey).get(id) ?? [];
  const [only] = into;
  if (!only || into.length > 1) return true;
  const before = stepOf(journey, only.from);
  return !before || exitsOf(before).length > 1;
}
