import type { Jackknifed } from './intervals.ts';
import type { CausedMetric, PairedMetric, Report, ReportGroups } from './report.ts';

/** Messages, too, are counted by group. */
export type PooledMetric = PairedMetric | CausedMetric | 'sent';

/** Whether both are of the same contacts with the same luck. */
export function arePaired(before: Report, after: Report): boolean {
  return (
    before.seed === after.seed &&
    before.contacts === after.contacts &&
    before.scaledTo === after.scaledTo &&
    before.groups.contacts.every((contacts, group) => contacts === after.groups.contacts[group])
  );
}

/**
 * Where few contacts differ, those who were simulated show less spread than there is. As in Agresti and Caffo's interval of a difference,
 * two more contacts are thought of, one that gains and one that loses: the middle stays, and of none seen three may exist.
 */
const MORE_CONTACTS = 2;
/** Of values that are uneven, as orders are, few show less spread still: with 20 to 30 the interval of two more holds 92 to 93 times in 100. */
const MORE_UNEVEN = 6;

/** `people`: how many were simulated. */
export function widened(
  metric: PooledMetric,
  perContact: Jackknifed,
  reports: readonly Report[],
  people: number,
): Jackknifed {
  const { standardError } = perContact;
  const variance = standardError * standardError + moreSquares(metric, reports) / (people * people);
  return { ...perContact, standardError: Math.sqrt(variance) };
}

/** Squares of what the contacts thought of come to. */
export function moreSquares(metric: PooledMetric, reports: readonly Report[]): number {
  const more = isCounted(metric) || metric === 'cost' ? MORE_CONTACTS : MORE_UNEVEN;
  return more * squareOfOne(metric, reports);
}

/** The larger mean square, before and after, of what one conversion, one message or one unsubscribe comes to. */
function squareOfOne(metric: PooledMetric, reports: readonly Report[]): number {
  return Math.max(...reports.map(({ groups }) => squareIn(metric, groups)));
}

/** From how much groups of contacts differ, as they do by chance. */
function squareIn(metric: PooledMetric, groups: ReportGroups): number {
  if (isCounted(metric)) return 1;
  const ones = sum(groups[causeOf(metric)]);
  const values = groups[metric];
  const mean = sum(values) / values.length;
  return ones === 0 ? 0 : sum(values.map((value) => (value - mean) * (value - mean))) / ones;
}

function isCounted(metric: PooledMetric): boolean {
  return ['conversions', 'conversionsAudience', 'unsubscribed', 'sent'].includes(metric);
}

/** What a metric comes from, one by one. */
function causeOf(metric: PooledMetric): 'sent' | 'conversions' | 'conversionsAudience' {
  if (metric === 'cost') return 'sent';
  return metric === 'revenueAudience' || metric === 'profitAudience' ? 'conversionsAudience' : 'conversions';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How much more comes whoever is messaged, which is in no group. */
export function fixedPart(metric: PooledMetric, before: Report, after: Report): number {
  const more = (after.fixedCost ?? 0) - (before.fixedCost ?? 0);
  return metric === 'cost' ? more : metric === 'profit' || metric === 'profitAudience' ? 0 - more : 0;
}
