import type { StepId } from '../../journey/ids.ts';
import type { Fit, Fitting } from '../../journey/portability.ts';

const RANK: Readonly<Record<Fitting, number>> = { native: 0, emulated: 1, missing: 2 };

/** Each step by the worst that becomes of anything of it. */
export function worstFits(fits: readonly Fit[]): ReadonlyMap<StepId, Fitting> {
  const worst = new Map<StepId, Fitting>();
  for (const { step, fit } of fits) {
    if (step === undefined) continue;
    const known = worst.get(step);
    if (known === undefined || RANK[fit] > RANK[known]) worst.set(step, fit);
  }
  return worst;
}
