import { normalCumulative } from './chance.ts';
import type { Estimate } from './intervals.ts';

/** Why a figure is uncertain, told apart. */
export interface LuckAndKnowledge {
  /** From sampling alone: the assumptions hold as they are. */
  readonly luck: Estimate;
  /** The assumptions lie somewhere in their ranges as well. */
  readonly both: Estimate;
  /** How many times as wide the second is. */
  readonly times: number;
}

const Z = 1.959963984540054;
const HALVINGS = 60;

/**
 * `now`: the figure with the assumptions as they are. `drawn`: with each set of assumptions drawn from their ranges, over the same contacts
 * with the same luck. What may come is any of the sets, each with its own luck: the interval is that of this mixture.
 */
export function luckAndKnowledge(now: Estimate, drawn: readonly Estimate[]): LuckAndKnowledge {
  if (drawn.length === 0) return { luck: now, both: now, times: 1 };
  const parts = drawn.map(({ value, low, high }) => ({ value, deviation: (high - low) / (2 * Z) }));
  const both = {
    value: now.value,
    low: Math.min(now.value, quantile(parts, 0.025)),
    high: Math.max(now.value, quantile(parts, 0.975)),
  };
  const width = now.high - now.low;
  return { luck: now, both, times: width === 0 ? Infinity : (both.high - both.low) / width };
}

interface Part {
  readonly value: number;
  readonly deviation: number;
}

function quantile(parts: readonly Part[], share: number): number {
  const below = (x: number) =>
    parts.reduce((sum, { value, deviation }) => sum + shareBelow(x, value, deviation), 0) / parts.length;
  let low = Math.min(...parts.map(({ value, deviation }) => value - 8 * deviation));
  let high = Math.max(...parts.map(({ value, deviation }) => value + 8 * deviation));
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function shareBelow(x: number, value: number, deviation: number): number {
  if (deviation === 0) return x >= value ? 1 : 0;
  return normalCumulative((x - value) / deviation);
}
