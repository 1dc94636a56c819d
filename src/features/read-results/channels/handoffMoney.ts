import type { Estimate } from '../../../analytics/intervals.ts';
import type { Report } from '../../../analytics/report.ts';

/** What is paid for hand-offs and agents’ time: all that is paid for contacts less what messages cost. In currency units, as shown. */
export function handoffCost({ groups, messages, contacts, scaledTo }: Report): number {
  const factor = contacts === 0 ? 0 : (scaledTo ?? contacts) / contacts;
  const all = groups.cost.reduce((sum, cost) => sum + cost, 0) * factor;
  const sent = messages.reduce((sum, { cost }) => sum + cost, 0);
  // Sums of so many small amounts differ in their last digits.
  return Math.max(0, Number((all - sent).toFixed(2)));
}

/** Margin of the value less cost, for each unit of cost; undefined where it costs nothing. */
export function returnOn(value: Estimate, cost: number, margin: number): Estimate | undefined {
  if (cost <= 0) return undefined;
  const on = (amount: number) => (amount * margin - cost) / cost;
  return { value: on(value.value), low: on(value.low), high: on(value.high) };
}
