import type { Estimate } from './intervals.ts';

/**
 * The middle of sorted times, between those times whose places hold that of a true middle 95 times in 100: whatever their distribution, a
 * time is as likely before as after it.
 */
export function medianInterval(sorted: Float64Array): Estimate {
  const count = sorted.length;
  const value = sorted[count >> 1]!;
  const reach = (1.96 * Math.sqrt(count)) / 2;
  const low = sorted[Math.floor(count / 2 - reach)];
  const high = sorted[Math.ceil(count / 2 + reach)];
  // Of a few, the middle may lie beyond them all.
  return {
    value,
    low: low ?? ofOne(sorted[0]!).low * Math.LN2,
    high: high ?? ofOne(sorted[count - 1]!).high * Math.LN2,
  };
}

/** One time alone shows no spread; taken as no more uneven than an exponential one: between the value over its 2.5 % and 97.5 % quantiles. */
export function ofOne(value: number): Estimate {
  return { value, low: value / -Math.log(0.025), high: value / -Math.log(0.975) };
}
