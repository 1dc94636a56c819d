import type { RuleCost } from '../../../analytics/dashboard/ruleCost.ts';
import type { Estimate } from '../../../analytics/intervals.ts';

export const COST_METRICS = ['conversions', 'revenue', 'profit', 'unsubscribed', 'messages'] as const;
export type CostMetric = (typeof COST_METRICS)[number];

/** Without the rule less with it. */
export function figureOf({ messages, differences }: RuleCost, metric: CostMetric): Estimate {
  return metric === 'messages' ? messages : differences[metric].by;
}

export function isMoney(metric: CostMetric): boolean {
  return metric === 'revenue' || metric === 'profit';
}

/** Whether the interval leaves out zero; which way. */
export function directionOf({ low, high }: Estimate): 'more' | 'fewer' | 'unclear' {
  return low > 0 ? 'more' : high < 0 ? 'fewer' : 'unclear';
}
