import type { Assumption, Design } from './assumption.ts';
import { changeAssumption, withAssumption } from './changeAssumption.ts';

/** Between which values an assumption may lie. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What may be otherwise: what has a range. Figures that somebody gave have none, and of what nobody knows nothing can be said. */
export function boundsOf({ range, most }: Pick<Assumption, 'range' | 'most'>): Bounds | undefined {
  if (!range || range.low === range.high) return undefined;
  return { low: Math.min(most, range.low), high: Math.min(most, range.high) };
}

/** The assumptions that vary. */
export function varied(assumptions: readonly Assumption[]): readonly Assumption[] {
  return assumptions.filter((assumption) => boundsOf(assumption) !== undefined);
}

/**
 * The design with every one of these assumptions somewhere in its range; `at`: one number from 0 to 1 each. Half of the draws lie below the
 * present value and half above, evenly on either side: the present value is a best guess, and more is not known.
 */
export function designAt(assumptions: readonly Assumption[], at: readonly number[], design: Design): Design {
  return assumptions.reduce((before, assumption, place) => {
    const bounds = boundsOf(assumption);
    if (!bounds) return before;
    const value = valueAt(bounds, assumption.value, at[place] ?? 0.5);
    return withAssumption(changeAssumption(assumption, value, before), before);
  }, design);
}

export function valueAt({ low, high }: Bounds, value: number, share: number): number {
  const middle = Math.min(high, Math.max(low, value));
  return share < 0.5 ? low + (middle - low) * 2 * share : middle + (high - middle) * (2 * share - 1);
}
