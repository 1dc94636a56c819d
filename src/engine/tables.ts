import type { DelayTable, PoissonTable } from '../compile/program.ts';

export const TWO_32 = 4294967296;
/** Later than any run: an event that never happens. */
export const NEVER = 0x7fffffff;

/** Value of an inverse distribution at a 32-bit draw; tables have 1 025 entries. */
export function quantile(table: DelayTable, word: number): number {
  const cell = word >>> 22;
  const low = table[cell]!;
  return low + ((table[cell + 1]! - low) * (word & 0x3fffff)) / 0x400000;
}

/** A delay as whole minutes, rounded up, at least 1. */
export function wholeMinutes(delay: number): number {
  const up = Math.ceil(delay);
  return up < 1 ? 1 : up;
}

/** True with probability odds / (1 + odds): no division, no exponential. */
export function accepts(word: number, odds: number): boolean {
  return word * (1 + odds) < odds * TWO_32;
}

/** Number of events of a Poisson draw for one propensity bin. */
export function poisson({ width, thresholds }: PoissonTable, bin: number, word: number): number {
  const row = bin * width;
  let k = 0;
  while (word >= thresholds[row + k]!) k++;
  return k;
}
