import { differenceOf, wilson, Z, type Estimate } from '../intervals.ts';

/** An arm whose contacts convert or do not. Neither number need be whole: expected ones serve as well. */
export interface ArmShare {
  readonly conversions: number;
  readonly contacts: number;
}

/**
 * Treated less control, in parts of one, with Newcombe's hybrid score interval (Newcombe 1998, method 10): it joins the two Wilson
 * intervals, so it stays inside −1 … 1 and holds with few conversions. An empty arm: nothing is known.
 */
export function newcombe(treated: ArmShare, control: ArmShare): Estimate {
  const first = wilson(treated.conversions, treated.contacts);
  const second = wilson(control.conversions, control.contacts);
  if (treated.contacts === 0 || control.contacts === 0) return { value: 0, low: -1, high: 1 };
  return differenceOf(first, second);
}

/**
 * Share of the treated over that of the control, with Katz's interval on the logarithm (Katz and others 1978). Undefined without
 * conversions in both arms.
 */
export function katz(treated: ArmShare, control: ArmShare): Estimate | undefined {
  if (!(treated.conversions > 0) || !(control.conversions > 0)) return undefined;
  const [above, below] = [
    treated.conversions / treated.contacts,
    control.conversions / control.contacts,
  ] as const;
  const half = Z * Math.sqrt((1 - above) / treated.conversions + (1 - below) / control.conversions);
  const value = above / below;
  return { value, low: value * Math.exp(-half), high: value * Math.exp(half) };
}
