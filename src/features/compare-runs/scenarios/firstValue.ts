import { typedValue, type Sweepable } from '../../../compile/sweep/sweepable.ts';

/** A value to begin with: the end of its usual range that is farther from what it is now. */
export function firstValue(parameter: Sweepable): number {
  const { value, low, high } = parameter;
  // A holdout is switched off, a wait is made longer.
  if (parameter.place.in === 'holdout') return 0;
  return typedValue(parameter, high - value >= value - low ? high : low);
}
