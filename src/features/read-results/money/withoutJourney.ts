import type { Measure, Terms } from '../../../analytics/finance/reportLedgers.ts';
import { CHANNELS } from '../../../journey/channels.ts';
import type { Goal } from '../../../journey/journey.ts';
import { withoutKinds } from '../../../journey/withoutSteps.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { whatIf, type ShownRun } from '../shownRun.ts';

/** The run, and the same contacts with the same luck whom no message reaches and nobody calls. */
export function bothWorldsOf(run: Pick<ShownRun, 'request' | 'report'>): readonly SimulationRequest[] {
  return withAndWithout(whatIf(run));
}

export function withAndWithout(
  request: SimulationRequest,
): readonly [withIt: SimulationRequest, without: SimulationRequest] {
  return [request, { ...request, journey: withoutKinds(request.journey, ['handoff']), muted: CHANNELS }];
}

/** How money is counted when two runs are set side by side. */
export function termsOf({ journey, policies }: SimulationRequest): Terms {
  return {
    margin: policies.economics?.grossMargin ?? 1,
    measure: measureOf(journey.settings.goals[0]),
  };
}

/** Orders are counted whatever caused them; a goal that is no order exists only where there is a journey. */
function measureOf(goal: Goal | undefined): Measure {
  if (goal?.on.kind !== 'conversion') return { kind: 'goal' };
  switch (goal.value.kind) {
    case 'event':
      return { kind: 'orders' };
    case 'fixed':
      return { kind: 'ordersAt', amount: goal.value.amount };
    case 'column':
      return { kind: 'goal' };
  }
}

/** What such a comparison counts: all orders of all contacts, or conversions where the goal is no order. */
export type Counted = 'orders' | 'conversions';

export function countedIn(request: SimulationRequest): Counted {
  return termsOf(request).measure.kind === 'goal' ? 'conversions' : 'orders';
}
