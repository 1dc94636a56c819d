import type { Assumption, Design } from './assumption.ts';
import { changeAssumption, withAssumption } from './changeAssumption.ts';
import { shiftOdds } from './rates.ts';

/** Between which values an assumption may lie. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * What may be otherwise: published figures have ranges, and those that were moved by the marketer's own rates have theirs moved along. Her
 * own figures she knows, and of what has no range nothing can be said; undefined for these.
 */
export function boundsOf({ range, source, value, benchmark, unit, most }: Assumption): Bounds | undefined {
  if (!range || source === 'yours' || range.low === range.high) return undefined;
  if (benchmark === undefined || benchmark === value) return range;
  const moved = (end: number) => {
    if (unit === 'share') return benchmark > 0 && benchmark < 1 ? shiftOdds(end, benchmark, value) : end;
    return benchmark === 0 ? end : (end * value) / benchmark;
  };
  return { low: Math.min(most, moved(range.low)), high: Math.min(most, moved(range.high)) };
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
