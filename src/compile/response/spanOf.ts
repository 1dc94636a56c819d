import type { Assumption } from './assumption.ts';

/** Where nothing is known of a number, half of it less and half of it more, which is a question and not a claim. */
const WHAT_IF = 0.5;

export interface Span {
  readonly low: number;
  readonly high: number;
  /** Nobody knows: the ends are ± 50 %. */
  readonly whatIf: boolean;
}

/** The two ends between which an assumption is tried. */
export function spanOf({
  value,
  range,
  most,
  unit,
}: Pick<Assumption, 'value' | 'range' | 'most' | 'unit'>): Span {
  if (range) return { ...range, whatIf: false };
  const ends = [value * (1 - WHAT_IF), Math.min(most, value * (1 + WHAT_IF))];
  const [low = 0, high = 0] = unit === 'minutes' ? ends.map(Math.round) : ends;
  return { low, high, whatIf: true };
}
