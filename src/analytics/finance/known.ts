import type { Estimate } from '../intervals.ts';

/** Why a figure has no value. Each has its words on screen. */
export type WhyUndefined =
  /** Nothing was spent, so nothing came back per amount spent. */
  | 'noCost'
  /** Nobody converted: a cost per conversion has a least, and no most. */
  | 'noConversions'
  | 'noRevenue'
  /** As many convert without it, or more. */
  | 'noLift'
  /** The lift may be luck alone, so what one extra conversion costs has no upper end. */
  | 'liftUncertain'
  | 'noLifetimeValue'
  | 'noMargin'
  /** The margin of all months together never reaches what was paid. */
  | 'neverPaysBack'
  /** The sum over the months has no end: as many stay as the discount takes off, or more. */
  | 'neverEnds';

/** Nothing is NaN: what cannot be said says why, and the least that it can be where that is known. */
export type Figured =
  | { readonly kind: 'known'; readonly estimate: Estimate }
  | { readonly kind: 'undefined'; readonly why: WhyUndefined; readonly bound?: number };

export function known(estimate: Estimate): Figured {
  return { kind: 'known', estimate };
}

/** Known without an interval: an assumption, or what follows from assumptions alone. */
export function exactly(value: number): Figured {
  return known({ value, low: value, high: value });
}

export function unknown(why: WhyUndefined, bound?: number): Figured {
  return bound === undefined || !Number.isFinite(bound)
    ? { kind: 'undefined', why }
    : { kind: 'undefined', why, bound };
}

/** What follows from an estimate by something that only rises, or only falls. */
export function mapEstimate({ value, low, high }: Estimate, change: (value: number) => number): Estimate {
  const [one, other] = [change(low), change(high)];
  return { value: change(value), low: Math.min(one, other), high: Math.max(one, other) };
}
