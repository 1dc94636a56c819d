import { expect, test } from 'vitest';
import { isThere, readPathData, readReference } from '../../../bench/attribution/pathData.ts';
import type { CreditPaths } from '../../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit, perClaimant } from '../../../src/analytics/attribution/heuristicCredit.ts';
import { DEFAULT_SETTINGS, type Heuristic } from '../../../src/analytics/attribution/heuristics.ts';
import { markovCredit } from '../../../src/analytics/attribution/markov/markovCredit.ts';
import { orderedShapley } from '../../../src/analytics/attribution/shapley/orderedShapley.ts';
import {
  conversionsGame,
  dividends,
  exactRateGame,
  observedSets,
  pooledRateGame,
} from '../../../src/analytics/attribution/shapley/game.ts';
import { shapley, shapleyOfDividends } from '../../../src/analytics/attribution/shapley/shapley.ts';

type ByName = Readonly<Record<string, number>>;

/** The sample of the R package ChannelAttribution and what others made of it, beside the project. */
const there = isThere('data/PathData.csv') && isThere('reference/attribution');
const onPathData = (title: string, check: (paths: CreditPaths) => void) =>
  test.skipIf(!there)(`${title} (skipped where PathData is absent)`, () => check(readPathData()));

function expectNear(paths: CreditPaths, made: Float64Array, theirs: ByName, part = 1e-9): void {
  const largest = Math.max(...Object.values(theirs).map(Math.abs));
  expect(Object.keys(theirs)).toHaveLength(12);
  paths.claimants.forEach((name, claimant) =>
    expect(Math.abs(made[claimant]! - theirs[name]!), name).toBeLessThan(part * largest),
  );
}

onPathData('PathData reads as its package says', ({ claimants, conversions, value, nulls }) => {
  const sum = (of: Float64Array) => of.reduce((total, part) => total + part, 0);
  expect(claimants).toHaveLength(12);
  expect(conversions).toHaveLength(10_000);
  expect(sum(conversions)).toBe(19_785);
  expect(sum(nulls)).toBe(68_602);
  expect(sum(value)).toBeCloseTo(74_802.97, 2);
});

onPathData('rules credit PathData’s channels as the reference does', (paths) => {
  const reference = readReference('pathdata_heuristics') as Readonly<
    Record<string, Readonly<Record<string, { conversions: number; value: number }>>>
  >;
  // The package has no times: touches are a day apart, and a half-life of a day halves from touch to touch.
  const settings = {
    decay: { by: 'time', halfLifeDays: 1 },
    direct: new Set([paths.claimants.indexOf('alpha')]),
  } as const;
  const models: readonly [string, Heuristic][] = [
    ['first', 'first'],
    ['last', 'last'],
    ['linear', 'linear'],
    ['linear_unique', 'linearUnique'],
    ['u_40_20_40', 'uShaped'],
    ['time_decay_pos_half', 'timeDecay'],
    ['last_non_alpha', 'lastNonDirect'],
  ];
  for (const [theirs, ours] of models) {
    const made = heuristicCredit(ours, paths, settings);
    for (const measure of ['conversions', 'value'] as const) {
      const named = Object.entries(reference[theirs]!).map(([name, of]) => [name, of[measure]] as const);
      expectNear(paths, perClaimant(made[measure]), Object.fromEntries(named));
    }
  }
});

onPathData(
  'the chain of order 1 credits PathData’s channels as the exact solution does, to 1e-6',
  (paths) => {
    const [withNulls, without] = readReference('pathdata_markov_order1') as readonly Readonly<
      Record<'removal_effect' | 'removal_effect_value' | 'conversions' | 'value', ByName>
    >[];
    for (const [reference, rows] of [
      [withNulls!, paths],
      [without!, { ...paths, nulls: new Float64Array(paths.nulls.length) }],
    ] as const) {
      const made = markovCredit(rows, 1);
      expectNear(rows, made.effects, reference.removal_effect);
      expectNear(rows, made.valueEffects, reference.removal_effect_value);
      expectNear(rows, made.conversions, reference.conversions);
      expectNear(rows, made.value, reference.value);
    }
  },
);

onPathData('chains of orders 1 to 4 have PathData’s states and convert as often as it does', (paths) => {
  for (const [order, states] of [
    [1, 12],
    [2, 120],
    [3, 933],
    [4, 3_975],
  ] as const) {
    const { chain, chance, worth } = markovCredit(paths, order);
    expect(chain.walks.states).toBe(states);
    expect(chance).toBeCloseTo(19_785 / 88_387, 12);
    expect(worth).toBeCloseTo(0.84631192, 8);
  }
});

onPathData('Shapley values of PathData’s games are those of brute force', (paths) => {
  const reference = readReference('pathdata_shapley_exact') as Readonly<Record<string, ByName>>;
  const sets = observedSets(paths);
  const closed = heuristicCredit('linearUnique', paths, DEFAULT_SETTINGS);
  for (const [made, theirs] of [
    [shapley(conversionsGame(sets.conversions)), reference.subset_sum_conversions],
    [shapleyOfDividends(dividends(conversionsGame(sets.conversions))), reference.subset_sum_conversions],
    [shapley(conversionsGame(sets.value)), reference.subset_sum_value],
    [perClaimant(closed.conversions), reference.subset_sum_conversions],
    [perClaimant(closed.value), reference.subset_sum_value],
    [shapley(exactRateGame(sets)), reference.conv_rate_exact_set],
    [shapley(pooledRateGame(sets)), reference.conv_rate_pooled_subsets],
  ] as const)
    expectNear(paths, made, theirs!);
});

onPathData('ordered Shapley values sum over positions to the plain ones', (paths) => {
  const { positions, conversions } = orderedShapley(paths);
  expect(positions).toBe(89);
  const plain = perClaimant(heuristicCredit('linearUnique', paths, DEFAULT_SETTINGS).conversions);
  paths.claimants.forEach((_, claimant) => {
    const own = conversions.subarray(claimant * positions, (claimant + 1) * positions);
    expect(own.reduce((sum, part) => sum + part, 0)).toBeCloseTo(plain[claimant]!, 7);
  });
});
