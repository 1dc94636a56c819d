import { differenceOf, positiveInterval, type Estimate } from '../intervals.ts';
import { varianceOfMean, welch, type ArmMean } from './means.ts';

/** An arm whose contacts order, most of them nothing. */
export interface ArmRevenue extends ArmMean {
  readonly orders: number;
  readonly squareOfOne: number;
}

/** From so many orders on a mean of revenue is near enough to normal. */
const MANY_ORDERS = 100;

/**
 * Revenue per contact, treated less control: Welch's interval where both arms have orders enough, else the intervals of both arms joined,
 * each on the scale of the fourth root. With 270 and 20 orders of uneven value Welch holds the truth 92.5 times in 100, this one 95; with
 * 70 and 5, 87 and 97. Undefined where an arm has fewer than two contacts.
 */
export function revenueDifference(treated: ArmRevenue, control: ArmRevenue): Estimate | undefined {
  if (Math.min(treated.contacts, control.contacts) < 2) return undefined;
  if (Math.min(treated.orders, control.orders) < MANY_ORDERS)
    return differenceOf(revenueOf(treated), revenueOf(control));
  const found = welch(treated, control);
  return found && { value: found.value, low: found.low, high: found.high };
}

function revenueOf(arm: ArmRevenue): Estimate {
  const standardError = Math.sqrt(varianceOfMean(arm));
  const interval = positiveInterval({ ratio: arm.mean, standardError, groups: arm.contacts });
  // No order at all: nothing below, and above it as far as the orders thought of reach.
  return arm.mean > 0 ? interval : { value: 0, low: 0, high: interval.high };
}
