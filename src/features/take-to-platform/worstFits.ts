import type { StepId } from '../../journey/ids.ts';
import type { Fit, Fitting } from '../../journey/portability.ts';

const RANK: Readonly<Record<Fitting, number>> = { native: 0, emulated: 1, missing: 2 };

/** The worst that becomes of anything; of nothing: native. */
export function worstOf(fits: readonly Pick<Fit, 'fit'>[]): Fitting {
  return fits.reduce<Fitting>((worst, { fit }) => (RANK[fit] > RANK[worst] ? fit : worst), 'native');
}

/** Each step by the worst that becomes of anything of it. */
export function worstFits(fits: readonly Fit[]): ReadonlyMap<StepId, Fitting> {
  const worst = new Map<StepId, Fitting>();
  for (const one of fits)
    if (one.step !== undefined) worst.set(one.step, worstOf([one, { fit: worst.get(one.step) ?? 'native' }]));
  return worst;
}
