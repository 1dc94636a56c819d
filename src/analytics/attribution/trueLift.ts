import { comparePaired } from '../comparePaired.ts';
import { jackknife, plainInterval, scale, type Estimate } from '../intervals.ts';
import type { CausedMetric, PairedMetric, Report } from '../report.ts';

export type LiftMetric = Extract<
  PairedMetric | CausedMetric,
  'conversions' | 'revenue' | 'conversionsAudience' | 'revenueAudience'
>;

/** What would not have happened without something, told from two runs of the same contacts with the same luck. */
export interface TrueLift {
  /** With it less without it. The interval: the same for other contacts of this kind. */
  readonly by: Estimate;
  /** Whether the interval leaves out zero: else it may be luck alone. */
  readonly certain: boolean;
  /** It made no difference to anybody. */
  readonly same: boolean;
  /**
   * What a real test would have said that keeps it from every second contact: nobody is in both halves, so luck does not drop out and the
   * interval is that much wider.
   */
  readonly asTest: Estimate;
}

/** Undefined where the two are not of the same contacts. */
export function trueLift(on: Report, off: Report, metric: LiftMetric): TrueLift | undefined {
  const difference = comparePaired(off, on)?.[metric];
  return difference && { ...difference, asTest: testedLift(on, off, metric) };
}

/** Even groups of contacts as they were with it, odd ones as they were without. Welch: the halves have spreads of their own. */
function testedLift(on: Report, off: Report, metric: LiftMetric): Estimate {
  const half = (report: Report, odd: number) => {
    const take = (of: readonly number[]) => Float64Array.from(of.filter((_, group) => group % 2 === odd));
    return jackknife(take(report.groups[metric]), take(report.groups.contacts));
  };
  const [treated, held] = [half(on, 0), half(off, 1)];
  const difference = plainInterval({
    ratio: treated.ratio - held.ratio,
    standardError: Math.hypot(treated.standardError, held.standardError),
    groups: Math.max(1, treated.groups + held.groups - 1),
  });
  return scale(difference, on.scaledTo ?? on.contacts);
}
