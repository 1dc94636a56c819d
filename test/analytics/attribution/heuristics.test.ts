import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isThere, readReference } from '../../../bench/attribution/pathData.ts';
import { pathsOfRows, type PathRow } from '../../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit, perClaimant } from '../../../src/analytics/attribution/heuristicCredit.ts';
import {
  DEFAULT_SETTINGS,
  HEURISTICS,
  weighBy,
  type Decay,
  type Heuristic,
  type HeuristicSettings,
} from '../../../src/analytics/attribution/heuristics.ts';
import { randomRows } from './randomRows.ts';

/** Credit by claimant's name; what nothing claims as `nobody`. */
function creditOf(model: Heuristic, rows: readonly PathRow[], settings: Partial<HeuristicSettings> = {}) {
  const paths = pathsOfRows(rows);
  const sums = heuristicCredit(model, paths, { ...DEFAULT_SETTINGS, ...settings });
  const named = (totals: Float64Array) =>
    Object.fromEntries([...paths.claimants, 'nobody'].map((name, at) => [name, totals[at]]));
  return { conversions: named(perClaimant(sums.conversions)), value: named(perClaimant(sums.value)) };
}

function weightsOf(model: Heuristic, row: PathRow, settings: Partial<HeuristicSettings> = {}): number[] {
  const weights = new Float64Array(row.path.length);
  weighBy(model, pathsOfRows([row]), { ...DEFAULT_SETTINGS, ...settings })(0, weights);
  return [...weights];
}

const halfLife = (halfLifeDays: number): { readonly decay: Decay } => ({
  decay: { by: 'time', halfLifeDays },
});
const TO_NINE = 9;

describe('a sale of 50 000 after five touches', () => {
  const path = ['Paid Search', 'Blog Post', 'Webinar', 'Email Nurture', 'Demo Request'];
  const sale: PathRow = { path, conversions: 1, value: 50_000 };
  const shares = (model: Heuristic, settings: Partial<HeuristicSettings> = {}) =>
    path.map((name) => creditOf(model, [sale], settings).value[name]);

  it('is the first touch’s, or the last one’s', () => {
    expect(shares('first')).toEqual([50_000, 0, 0, 0, 0]);
    expect(shares('last')).toEqual([0, 0, 0, 0, 50_000]);
  });

  it('is 10 000 each by the linear rules', () => {
    for (const share of [...shares('linear'), ...shares('linearUnique')])
      expect(share).toBeCloseTo(10_000, 6);
  });

  it('is 20 000 at the ends of a U, and the rest in equal parts between', () => {
    expect(shares('uShaped').map((share) => Math.round(share! * 100) / 100)).toEqual([
      20_000, 3333.33, 3333.33, 3333.33, 20_000,
    ]);
  });

  const rising = [5_000, 7_500, 10_000, 12_500, 15_000];

  it('is 5 000, 7 500, 10 000, 12 500 and 15 000 where the last touch weighs three times the first and weights are equally spaced', () => {
    const made = shares('timeDecay', { decay: { by: 'position', lastOverFirst: 3 } });
    made.forEach((share, touch) => expect(share).toBeCloseTo(rising[touch]!, 6));
  });

  it('is never that by a half-life when touches are equally far apart: each then weighs a fixed times the one before', () => {
    for (const days of [0.5, 1, 3, 7, 14, 60]) {
      const made = shares('timeDecay', halfLife(days));
      const ratios = made.slice(1).map((share, touch) => share! / made[touch]!);
      for (const ratio of ratios) expect(ratio).toBeCloseTo(2 ** (1 / days), 6);
    }
    // Of those shares each is another times the one before.
    expect(rising[1]! / rising[0]!).not.toBeCloseTo(rising[4]! / rising[3]!, 1);
  });

  it('is that by a half-life of 7 days for touches 11.1, 7.0, 4.1, 1.8 and 0 days old', () => {
    const ageDays = rising.map((share) => 7 * Math.log2(15_000 / share));
    expect(ageDays.map((age) => Math.round(age * 10) / 10)).toEqual([11.1, 7, 4.1, 1.8, 0]);
    const credit = creditOf('timeDecay', [{ ...sale, ageDays }], halfLife(7)).value;
    path.forEach((name, touch) => expect(credit[name]).toBeCloseTo(rising[touch]!, 6));
  });
});

describe('rules', () => {
  it('give nothing without a touch to anybody, and say so', () => {
    const rows = [
      { path: [], conversions: 3, value: 30 },
      { path: ['email'], conversions: 2, value: 20 },
    ];
    for (const model of HEURISTICS) {
      expect(creditOf(model, rows).conversions).toEqual({ email: 2, nobody: 3 });
      expect(creditOf(model, rows).value).toEqual({ email: 20, nobody: 30 });
    }
  });

  it('give all of it to an only touch', () => {
    for (const model of HEURISTICS)
      expect(weightsOf(model, { path: ['email'], conversions: 1 })).toEqual([1]);
  });

  it('of the last non-direct touch pass over direct ones, and take the last where all are direct', () => {
    const direct = new Set([1]);
    const rows = [{ path: ['email', 'direct', 'direct'], conversions: 1 }];
    expect(creditOf('lastNonDirect', rows, { direct }).conversions).toMatchObject({ email: 1, direct: 0 });
    const onlyDirect = [{ path: ['direct', 'direct'], conversions: 1 }];
    expect(creditOf('lastNonDirect', onlyDirect, { direct: new Set([0]) }).conversions.direct).toBe(1);
  });

  it('tell an opportunity from a lead in the full path, and halve the way to it where it is not known', () => {
    const path = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(weightsOf('fullPath', { path, conversions: 1, lead: 2, opportunity: 4 })).toEqual(
      [9, 4 / 3, 9, 4 / 3, 9, 4 / 3, 9].map((of) => expect.closeTo(of / 40, 12) as number),
    );
    // Middle touch 3; from there to the last, 6, the middle is 4.
    expect(weightsOf('fullPath', { path, conversions: 1 }).indexOf(0.225, 1)).toBe(3);
    expect(weightsOf('fullPath', { path, conversions: 1 })[4]).toBe(0.225);
  });

  it('weigh touches by half for each half-life, however old all of them are', () => {
    const old = { path: ['a', 'b'], conversions: 1, ageDays: [10_007, 10_000] };
    expect(weightsOf('timeDecay', old, halfLife(7))).toEqual([
      expect.closeTo(1 / 3, 12),
      expect.closeTo(2 / 3, 12),
    ]);
  });

  it('credit conversions and value in full, whatever the paths', () => {
    fc.assert(
      fc.property(randomRows, fc.constantFrom(...HEURISTICS), (rows, model) => {
        const made = creditOf(model, rows, { direct: new Set([0]) });
        const total = (of: Record<string, number | undefined>) =>
          Object.values(of).reduce<number>((sum, part) => sum + part!, 0);
        const conversions = rows.reduce((sum, row) => sum + row.conversions, 0);
        const value = rows.reduce((sum, row) => sum + row.value, 0);
        expect(Math.abs(total(made.conversions) - conversions)).toBeLessThanOrEqual(1e-9 * conversions);
        expect(Math.abs(total(made.value) - value)).toBeLessThanOrEqual(1e-9 * value);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});

interface Case {
  readonly name: string;
  readonly path: string[];
  readonly touch_days: number[];
  readonly conversion_day: number;
  readonly lead_index: number;
  readonly [model: string]: unknown;
}

test.skipIf(!isThere('reference/attribution'))(
  'credits of single touches are those of the cases of others (skipped where the files are absent)',
  () => {
    const { cases } = readReference('heuristic_cases') as { readonly cases: readonly Case[] };
    const models: readonly [string, Heuristic, Partial<HeuristicSettings>][] = [
      ['first', 'first', {}],
      ['last', 'last', {}],
      ['linear', 'linear', {}],
      ['time_decay_h7', 'timeDecay', halfLife(7)],
      ['time_decay_h3', 'timeDecay', halfLife(3)],
      ['u_40_20_40', 'uShaped', {}],
      ['w_30_30_30_10', 'wShaped', {}],
    ];
    expect(cases).toHaveLength(7);
    for (const one of cases) {
      const ageDays = one.touch_days.map((day) => one.conversion_day - day);
      const row = { path: one.path, conversions: 1, ageDays, lead: one.lead_index };
      for (const [theirs, ours, settings] of models)
        weightsOf(ours, row, settings).forEach((weight, touch) =>
          expect(weight, `${one.name}, ${theirs}`).toBeCloseTo((one[theirs] as number[])[touch]!, TO_NINE),
        );
    }
  },
);
