import { reportOf } from '../../support/fakePorts.ts';
import type { Report } from '../../../src/analytics/report.ts';

const GROUPS = 128;

/** A report in which group by group so much profit came, and nothing else happened. */
export function profitReport(profits: readonly number[], more: Partial<Report> = {}): Report {
  const plain = reportOf(0);
  const value = profits.reduce((sum, profit) => sum + profit, 0);
  const { groups, totals, scaledTo: _, ...rest } = plain;
  return {
    ...rest,
    groups: {
      ...groups,
      contacts: Array.from({ length: GROUPS }, () => rest.contacts / GROUPS),
      profit: profits,
    },
    totals: { ...totals, profit: { value, low: value, high: value } },
    ...more,
  };
}

/** `of` each of the 128 groups. */
export function inGroups(of: (group: number) => number): readonly number[] {
  return Array.from({ length: GROUPS }, (_, group) => of(group));
}
