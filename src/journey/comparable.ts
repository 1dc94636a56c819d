import type { Journey } from './journey.ts';
import { sameJson } from './sameJson.ts';

/**
 * Why the figures of two journeys are not, or only with care, to be held against each other. `currency` alone forbids it: money of two
 * kinds has no difference.
 */
export const RESERVATIONS = ['currency', 'horizon', 'start', 'entry', 'goal', 'luck'] as const;
export type Reservation = (typeof RESERVATIONS)[number];

export function forbids(reservation: Reservation): reservation is 'currency' {
  return reservation === 'currency';
}

/** What the two do not have in common, in that order; empty: everything that a comparison needs is the same. */
export function reservationsBetween(before: Journey, after: Journey): readonly Reservation[] {
  const [was, is] = [before.settings, after.settings];
  const differs: Readonly<Record<Reservation, boolean>> = {
    currency: was.currency !== is.currency,
    horizon: was.horizonMinutes !== is.horizonMinutes,
    start: Date.parse(was.start) !== Date.parse(is.start),
    entry: !sameJson(entryOf(before), entryOf(after)),
    goal: !sameJson(goalOf(before), goalOf(after)),
    luck: before.luckId !== after.luckId,
  };
  return RESERVATIONS.filter((reservation) => differs[reservation]);
}

/** Who comes in, and when. */
function entryOf({ steps, settings }: Journey): unknown {
  const entry = Object.values(steps).find((step) => step.kind === 'entry');
  return [entry?.trigger, entry?.eligible, settings.entryCap, settings.reEntry];
}

/** What is counted; its name counts nothing. */
function goalOf({ settings }: Journey): unknown {
  const [primary] = settings.goals;
  return primary && [primary.on, primary.value, primary.count, primary.window];
}
