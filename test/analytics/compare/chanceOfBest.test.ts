import { describe, expect, it } from 'vitest';
import { chanceOfBest } from '../../../src/analytics/compare/chanceOfBest.ts';
import { comparePaired } from '../../../src/analytics/comparePaired.ts';
import { inGroups, profitReport } from './plantedReports.ts';

/** As uneven as groups are, without chance. */
const wave = (group: number, times: number) => Math.sin(group * 12.9898 * times) * 40;

describe('the chance of being best', () => {
  it('adds up to one', () => {
    const reports = [1, 2, 3].map((times) => profitReport(inGroups((group) => 100 + wave(group, times))));
    expect(chanceOfBest('profit', reports).reduce((sum, chance) => sum + chance)).toBeCloseTo(1, 9);
  });

  it('is shared by designs that came out the same', () => {
    const same = inGroups((group) => 100 + wave(group, 1));
    expect(chanceOfBest('profit', [profitReport(same), profitReport(same)])).toEqual([0.5, 0.5]);
  });

  it('is nobody else’s where one is better in every group by the same', () => {
    const base = inGroups((group) => 100 + wave(group, 1));
    const better = base.map((profit) => profit + 1);
    expect(chanceOfBest('profit', [profitReport(base), profitReport(better)])).toEqual([0, 1]);
  });

  it('of a cost is that of the smallest', () => {
    const [low, high] = [1, 2].map((each) => {
      const report = profitReport(inGroups(() => 0));
      return {
        ...report,
        groups: { ...report.groups, cost: inGroups((group) => each * (10 + (group % 3))) },
      };
    });
    expect(chanceOfBest('cost', [low!, high!])).toEqual([1, 0]);
  });

  it('of two is nearly the chance that one beats the other', () => {
    const before = profitReport(inGroups((group) => 100 + wave(group, 1)));
    const after = profitReport(inGroups((group) => 103 + wave(group, 2)));
    const chance = comparePaired(before, after)?.profit.chanceHigher ?? 0;
    expect(chance).toBeGreaterThan(0.6);
    expect(chance).toBeLessThan(0.9);
    const [, best = 0] = chanceOfBest('profit', [before, after]);
    expect(Math.abs(best - chance)).toBeLessThan(0.02);
  });

  it('counts a fixed cost, which no group has', () => {
    const same = inGroups((group) => 100 + wave(group, 1));
    const paid = profitReport(same, { fixedCost: 5 });
    expect(chanceOfBest('profit', [profitReport(same), paid])).toEqual([1, 0]);
  });

  it('is the same each time it is asked', () => {
    const reports = [1, 2].map((times) => profitReport(inGroups((group) => 100 + wave(group, times))));
    expect(chanceOfBest('profit', reports)).toEqual(chanceOfBest('profit', reports));
  });

  it('is not told of designs that were tried on other contacts', () => {
    const report = profitReport(inGroups(() => 1));
    expect(() => chanceOfBest('profit', [report, { ...report, seed: 2 }])).toThrow(
      'invalid pair: seeds 1, 2',
    );
  });
});
