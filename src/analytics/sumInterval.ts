import {
  jackknife,
  MOST_UNSEEN,
  ofFewBunches,
  ofFewEvents,
  positiveInterval,
  scale,
  wilson,
  type Estimate,
} from './intervals.ts';

/** Something that adds up over contacts and is never below zero, and what it is made of. */
export interface Summed {
  /** By group of contacts, in any unit. */
  readonly values: Float64Array;
  readonly contacts: Float64Array;
  /** How many orders, deals or messages came together in it; left out: it is a count of its own. */
  readonly events?: number | undefined;
  /** What one of them is worth where none is there to see it from; of a count, how many come together. */
  readonly worth?: number | undefined;
  /** What the dearest of them is worth, where few are dear and the others are not; 0: they are of one kind. */
  readonly dearest?: number | undefined;
}

const NOTHING: Estimate = { value: 0, low: 0, high: 0 };

/** The sum with the interval of an equal run on other people of this kind. */
export function sumInterval(summed: Summed): Estimate {
  const { values, contacts, events } = summed;
  const value = total(values);
  const people = total(contacts);
  if (people === 0) return NOTHING;
  if (value === 0) return noneSeen(summed);
  const perContact = jackknife(values, contacts);
  const careful =
    events === undefined ? ofFewBunches(perContact, value, people) : ofFewEvents(perContact, events);
  return withDearest(scale(positiveInterval(careful), people), summed);
}

/** The groups show no spread, but a share of contacts to whom it may happen is not excluded. */
export function noneSeen({ contacts, events, worth, dearest = 0 }: Summed): Estimate {
  const people = total(contacts);
  if (people === 0) return NOTHING;
  if (events === undefined) return scale(wilson(0, people), people * (worth ?? 1));
  const most = events > 0 ? 0 : (worth ?? 0);
  return { value: 0, low: 0, high: MOST_UNSEEN * Math.max(most, dearest) };
}

/** Where no group has had as much as half of a dear one, none was seen; a few are not excluded, and add to what else there may be. */
export function withDearest(seen: Estimate, { values, dearest = 0 }: Summed): Estimate {
  if (dearest === 0 || values.some((value) => value >= dearest / 2)) return seen;
  return { ...seen, high: seen.value + Math.hypot(seen.high - seen.value, MOST_UNSEEN * dearest) };
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
