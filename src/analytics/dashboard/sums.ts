import { GROUPS } from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import { scale, type Estimate } from '../intervals.ts';
import { sumInterval, type Summed } from '../sumInterval.ts';
import { MICROS_PER_UNIT } from '../view.ts';

/** How something that adds up is shown: people and messages as they are counted, money in currency units. */
export type Unit = 'count' | 'minor' | 'micros';

/** Of what a sum is made, in its unit, see `Summed`. */
export interface Made extends Pick<Summed, 'worth' | 'dearest'> {
  /** By group. */
  readonly events?: Float64Array;
}

/** A sum by group of contacts, as shown; its interval is that of an equal run on other people of this kind. */
export function sumEstimate(
  { contacts, factor, minorPerUnit }: Pick<RunDetail, 'contacts' | 'factor' | 'minorPerUnit'>,
  values: Float64Array,
  unit: Unit = 'count',
  { events, ...made }: Made = {},
): Estimate {
  const per = unit === 'count' ? 1 : unit === 'minor' ? minorPerUnit : MICROS_PER_UNIT;
  const count = events && total(events);
  return scale(sumInterval({ values, contacts, events: count, ...made }), factor / per);
}

/** Group by group. */
export function addGroups(parts: Iterable<Float64Array>): Float64Array {
  const sum = new Float64Array(GROUPS);
  for (const part of parts) for (let group = 0; group < GROUPS; group++) sum[group]! += part[group]!;
  return sum;
}

export function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
