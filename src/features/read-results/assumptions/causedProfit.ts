import type { Figure } from '../../../analytics/breakEven.ts';
import { liftOf } from '../../../analytics/incrementality/lift.ts';
import type { Report } from '../../../analytics/report.ts';
import type { Assumption } from '../../../compile/response/assumption.ts';
import { changeAssumption, withAssumption } from '../../../compile/response/changeAssumption.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { worldsOf } from '../money/useBothWorlds.ts';
import { termsOf, withAndWithout } from '../money/withoutJourney.ts';

export interface CausedProfitAsked {
  readonly request: SimulationRequest;
  readonly assumption: Assumption;
  /** Undefined where one of them cannot run. */
  readonly simulate: (requests: readonly SimulationRequest[]) => Promise<readonly Report[] | undefined>;
}

/**
 * What the journey earns beyond what comes without it, by the value of one assumption: both are simulated at that value. What comes
 * without it is the same at most values: where the first two, which are the ends of a range, agree, it is not asked for again.
 */
export function causedProfit({ request, assumption, simulate }: CausedProfitAsked): Figure {
  const anyway: Report[] = [];
  return async (value) => {
    const design = withAssumption(changeAssumption(assumption, value, request), request);
    const requests = withAndWithout({ ...request, ...design });
    const settled = settledOf(anyway);
    const reports = await simulate(settled ? requests.slice(0, 1) : requests);
    const [withIt, without = settled] = reports ?? [];
    if (!withIt || !without) return undefined;
    anyway.push(without);
    return liftOf(worldsOf(withIt, without, termsOf(requests[0]))).profit;
  };
}

function settledOf([one, other]: readonly Report[]): Report | undefined {
  if (!one || !other) return undefined;
  return JSON.stringify(one.groups) === JSON.stringify(other.groups) ? other : undefined;
}
