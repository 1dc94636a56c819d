import { GROUPS } from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import { jackknife, ofFewBunches, ofFewEvents, positiveInterval, scale, wilson, type Estimate } from '../intervals.ts';
import { MICROS_PER_UNIT } from '../view.ts';

/** How something that adds up is shown: people and messages as they are counted, money in currency units. */
export type Unit = 'count' | 'minor' | 'micros';

/** Of what a sum is made: what comes together in it by group, and what one of that is worth where there is none, in the sum's unit. */
export interface Made {
  /** Left out: each counts for itself, though one contact may count several times. */
  readonly events?: Float64Array;
  readonly worth?: number;
}

/** A sum by group of contacts, as shown; its interval is that of an equal run on other people of this kind. */
export function sumEstimate(
  { contacts, factor, minorPerUnit }: Pick<RunDetail, 'contacts' | 'factor' | 'minorPerUnit'>,
  byGroup: Float64Array,
  unit: Unit = 'count',
  made?: Made,
): Estimate {
  const all = total(contacts);
  const per = unit === 'count' ? 1 : unit === 'minor' ? minorPerUnit : MICROS_PER_UNIT;
  const shown = (all * factor) / per;
  if (total(byGroup) === 0) {
    // Nothing happened: the groups show no spread, but a share of contacts to whom it may happen is not excluded.
    return scale(wilson(0, all), shown * worthUnseen(unit, made));
  }
  const perContact = jackknife(byGroup, contacts);
  const careful = made?.events
    ? ofFewEvents(perContact, total(made.events))
    : ofFewBunches(perContact, total(byGroup), all);
  return scale(positiveInterval(careful), shown);
}

function worthUnseen(unit: Unit, made: Made | undefined): number {
  if (unit === 'count') return made?.worth ?? 1;
  return total(made?.events ?? []) > 0 ? 0 : (made?.worth ?? 0);
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
