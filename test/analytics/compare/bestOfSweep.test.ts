import { describe, expect, it } from 'vitest';
import { bestOfSweep, retold, sweptPoints } from '../../../src/analytics/compare/bestOfSweep.ts';
import { standings } from '../../../src/analytics/compare/standings.ts';
import { inGroups, profitReport } from './plantedReports.ts';

const noise = (group: number, seed: number) => Math.sin((group + 1) * 78.233 * (seed + 1)) * 3;

/** A hill whose top is planted at 6, on the same contacts with the same luck, and some luck of each point’s own. */
const hill = (at: number) =>
  profitReport(inGroups((group) => 200 - (at - 6) ** 2 + noise(group, 0) + noise(group, at) / 6));
const points = Array.from({ length: 13 }, (_, at) => at);

describe('the best point of a sweep', () => {
  it('is the one that was planted', () => {
    expect(bestOfSweep('profit', points.map(hill))).toEqual({ place: 6, alike: [6] });
  });

  it('of a cost is the lowest', () => {
    const reports = points.slice(0, 12).map((at) => {
      const report = hill(at);
      const cost = report.totals.profit;
      return {
        ...report,
        totals: { ...report.totals, cost },
        groups: { ...report.groups, cost: report.groups.profit },
      };
    });
    expect(bestOfSweep('cost', reports)?.place).toBe(0);
  });

  it('is found among those that can run', () => {
    const reports = points.map((at) => (at === 6 ? undefined : hill(at)));
    expect([5, 7]).toContain(bestOfSweep('profit', reports)?.place);
    expect(bestOfSweep('profit', [undefined, undefined])).toBeUndefined();
  });

  it('names those that cannot be told from it', () => {
    const flat = points.map((at) => profitReport(inGroups((group) => 200 + noise(group, at))));
    expect(bestOfSweep('profit', flat)?.alike.length).toBeGreaterThan(6);
  });

  it('is beside what is now by the difference pair by pair', () => {
    const told = sweptPoints('profit', hill(3), [hill(3), undefined, hill(6)]);
    expect(told[0]?.same).toBe(true);
    expect(told[1]).toBeUndefined();
    expect(told[2]?.by.value).toBeCloseTo(9 * 128, -1.5);
    expect(told[2]?.certain).toBe(true);
  });

  it('is told again by luck of its own', () => {
    const pairs = [11, 12].map((seed) => ({
      before: { ...hill(3), seed },
      after: { ...hill(6), seed },
    }));
    const { low = 0, high = 0 } = retold('profit', pairs)?.by ?? {};
    expect(low).toBeLessThanOrEqual(9 * 128);
    expect(high).toBeGreaterThan(9 * 128 * 0.98);
    expect(retold('profit', [])).toBeUndefined();
  });
});

describe('standings', () => {
  const told = standings([hill(3), hill(6), hill(6.2)], 0);

  it('are beside the baseline, which has no difference from itself', () => {
    expect(told.differences[0]).toBeUndefined();
    expect(told.differences[1]?.profit.by.low).toBeGreaterThan(0);
  });

  it('name who leads, and whom nobody can tell from the leader', () => {
    expect(told.byMetric.profit.leader).toBe(1);
    expect(told.byMetric.profit.tied).toEqual([2]);
    expect(told.byMetric.revenue.tied).toEqual([1, 2]);
    expect(told.byMetric.profit.chances[0]).toBe(0);
  });

  it('need a baseline that is among them', () => {
    expect(() => standings([hill(3)], 1)).toThrow('invalid baseline: 1 of 1');
  });
});
