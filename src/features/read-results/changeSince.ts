import { comparePaired } from '../../analytics/comparePaired.ts';
import { differenceOf, type Estimate } from '../../analytics/intervals.ts';
import type { PairedMetric, Report } from '../../analytics/report.ts';

/** What a figure is now less what it was in an older run. */
export interface Change {
  readonly by: Estimate;
  /** Whether both are of the same contacts with the same luck, which makes the interval narrow. */
  readonly paired: boolean;
  readonly turn: 'more' | 'less' | 'unclear' | 'same';
}

/** Undefined where the older run was of another number of contacts: their figures say nothing about each other. */
export function changeSince(before: Report, now: Report, metric: PairedMetric): Change | undefined {
  if ((before.scaledTo ?? before.contacts) !== (now.scaledTo ?? now.contacts)) return undefined;
  const paired = comparePaired(before, now)?.[metric];
  if (paired?.same) return { by: paired.by, paired: true, turn: 'same' };
  const by = paired?.by ?? differenceOf(now.totals[metric], before.totals[metric]);
  const turn = by.low > 0 ? 'more' : by.high < 0 ? 'less' : 'unclear';
  return { by, paired: paired !== undefined, turn };
}
