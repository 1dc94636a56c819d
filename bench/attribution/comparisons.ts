import { pathsOfRows, type CreditPaths } from '../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit, perClaimant } from '../../src/analytics/attribution/heuristicCredit.ts';
import type { Heuristic } from '../../src/analytics/attribution/heuristics.ts';
import { markovCredit } from '../../src/analytics/attribution/markov/markovCredit.ts';
import {
  conversionsGame,
  exactRateGame,
  observedSets,
  pooledRateGame,
} from '../../src/analytics/attribution/shapley/game.ts';
import { shapley } from '../../src/analytics/attribution/shapley/shapley.ts';
import { readReference } from './pathData.ts';

type ByName = Readonly<Record<string, number>>;

interface Comparison {
  readonly title: string;
  readonly ours: ByName;
  readonly theirs: ByName;
}

/** Of the largest figure of a column. */
const ALLOWED = 1e-6;

const named = ({ claimants }: CreditPaths, values: Float64Array): ByName =>
  Object.fromEntries(claimants.map((name, claimant) => [name, values[claimant] ?? NaN]));

/** Prints ours, theirs and the difference; answers the titles of those that differ. */
export function printComparisons(paths: CreditPaths | undefined): readonly string[] {
  const all = [...toys(), ...(paths ? [...heuristics(paths), ...markov(paths), ...games(paths)] : [])];
  return all.flatMap(({ title, ours, theirs }) => {
    console.log(`\n── ${title}`);
    console.log(
      `${'claimant'.padEnd(12)}${'ours'.padStart(18)}${'theirs'.padStart(18)}${'difference'.padStart(14)}`,
    );
    const largest = Math.max(...Object.values(theirs).map(Math.abs));
    let isRight = true;
    for (const [name, value] of Object.entries(theirs)) {
      const own = ours[name] ?? NaN;
      console.log(
        `${name.padEnd(12)}${own.toFixed(7).padStart(18)}${value.toFixed(7).padStart(18)}${(own - value).toExponential(1).padStart(14)}`,
      );
      if (!(Math.abs(own - value) <= ALLOWED * largest)) isRight = false;
    }
    return isRight ? [] : [title];
  });
}

function heuristics(paths: CreditPaths): readonly Comparison[] {
  const reference = readReference('pathdata_heuristics') as Readonly<
    Record<string, Readonly<Record<string, { readonly conversions: number; readonly value: number }>>>
  >;
  const settings = {
    decay: { by: 'time', halfLifeDays: 1 },
    direct: new Set([paths.claimants.indexOf('alpha')]),
  } as const;
  const models: readonly [string, Heuristic][] = [
    ['first', 'first'],
    ['last', 'last'],
    ['last_non_alpha', 'lastNonDirect'],
    ['linear', 'linear'],
    ['linear_unique', 'linearUnique'],
    ['u_40_20_40', 'uShaped'],
    ['time_decay_pos_half', 'timeDecay'],
  ];
  return models.flatMap(([theirs, ours]) => {
    const made = heuristicCredit(ours, paths, settings);
    return (['conversions', 'value'] as const).map((measure) => ({
      title: `PathData, ${theirs}, ${measure}`,
      ours: named(paths, perClaimant(made[measure])),
      theirs: Object.fromEntries(
        Object.entries(reference[theirs] ?? {}).map(([name, of]) => [name, of[measure]]),
      ),
    }));
  });
}

function markov(paths: CreditPaths): readonly Comparison[] {
  const references = readReference('pathdata_markov_order1') as readonly Readonly<
    Record<'removal_effect' | 'conversions' | 'value', ByName> & { readonly null: boolean }
  >[];
  const orderOne = references.flatMap((reference) => {
    const nulls = reference.null ? paths.nulls : new Float64Array(paths.nulls.length);
    const made = markovCredit({ ...paths, nulls }, 1);
    const title = `PathData, Markov order 1, ${reference.null ? 'with' : 'without'} null paths`;
    return [
      {
        title: `${title}, removal effects`,
        ours: named(paths, made.effects),
        theirs: reference.removal_effect,
      },
      { title: `${title}, conversions`, ours: named(paths, made.conversions), theirs: reference.conversions },
      { title: `${title}, value`, ours: named(paths, made.value), theirs: reference.value },
    ];
  });
  const higher = [2, 3, 4].map((order) => {
    const { chance, worth, chain } = markovCredit(paths, order);
    return {
      title: `PathData, Markov order ${order} (${chain.walks.states} states): what was observed`,
      ours: { chance, worth },
      theirs: { chance: chain.conversions / chain.total, worth: chain.value / chain.total },
    };
  });
  return [...orderOne, ...higher];
}

function games(paths: CreditPaths): readonly Comparison[] {
  const reference = readReference('pathdata_shapley_exact') as Readonly<Record<string, ByName>>;
  const sets = observedSets(paths);
  return (
    [
      ['subset_sum_conversions', conversionsGame(sets.conversions)],
      ['subset_sum_value', conversionsGame(sets.value)],
      ['conv_rate_exact_set', exactRateGame(sets)],
      ['conv_rate_pooled_subsets', pooledRateGame(sets)],
    ] as const
  ).map(([name, game]) => ({
    title: `PathData, Shapley, ${name}`,
    ours: named(paths, shapley(game)),
    theirs: reference[name] ?? {},
  }));
}

/** Published answers: analyzecore part 1, pychattr’s README (exact), eeghor/mta’s tests. */
function toys(): readonly Comparison[] {
  const row = (path: string, conversions: number, nulls = 0) => ({
    path: path.split('>'),
    conversions,
    nulls,
  });
  const chains: readonly [string, ReturnType<typeof row>[], ByName][] = [
    [
      'analyzecore part 1',
      [row('C1>C2>C3', 1), row('C1', 0, 1), row('C2>C3', 0, 1)],
      { C1: 0.5, C2: 1, C3: 1 },
    ],
    ['pychattr', [row('A>B>A>B>B>A', 1), row('A>B>B>A>A', 1), row('A>A', 1)], { A: 1, B: 0.5 }],
    ['eeghor/mta', [row('a>b', 3, 1), row('a>c', 1, 1)], { a: 1, b: 0.75, c: 0.25 }],
  ];
  const observed = pathsOfRows([row('a', 4), row('a>b', 6)]);
  return [
    ...chains.map(([title, rows, theirs]): Comparison => {
      const paths = pathsOfRows(rows);
      return {
        title: `${title}, removal effects`,
        ours: named(paths, markovCredit(paths, 1).effects),
        theirs,
      };
    }),
    {
      title: 'eeghor/mta, Shapley of a 4, a>b 6',
      ours: named(observed, shapley(conversionsGame(observedSets(observed).conversions))),
      theirs: { a: 7, b: 3 },
    },
  ];
}
