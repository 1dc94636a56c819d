/**
 * Branded numbers. A brand costs nothing at run time and stops a duration from being passed where a
 * probability belongs. Constructors throw: a bad value here is a programmer's error, because everything
 * that comes from outside passes `format.ts` first.
 */
declare const unit: unique symbol;

/** Whole minutes, at least 0. */
export type Minutes = number & { readonly [unit]: 'minutes' };
/** A share between 0 and 1, both included. */
export type Probability = number & { readonly [unit]: 'probability' };
/** An amount in currency units (12.5 is twelve and a half euros). The engine turns it into whole minor units. */
export type Money = number & { readonly [unit]: 'money' };

export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;

export function minutes(value: number): Minutes {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`invalid minutes: ${value}`);
  return value as Minutes;
}

export function hours(value: number): Minutes {
  return minutes(value * MINUTES_PER_HOUR);
}

export function days(value: number): Minutes {
  return minutes(value * MINUTES_PER_DAY);
}

export function probability(value: number): Probability {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`invalid probability: ${value}`);
  return value as Probability;
}

export function money(value: number): Money {
  if (!Number.isFinite(value)) throw new RangeError(`invalid money: ${value}`);
  return value as Money;
}
