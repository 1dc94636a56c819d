import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathsOfRows, type PathRow } from '../../../../src/analytics/attribution/creditPaths.ts';
import { heuristicCredit, perClaimant } from '../../../../src/analytics/attribution/heuristicCredit.ts';
import { DEFAULT_SETTINGS } from '../../../../src/analytics/attribution/heuristics.ts';
import {
  conversionsGame,
  dividends,
  exactRateGame,
  observedSets,
  pooledRateGame,
  subsetSums,
} from '../../../../src/analytics/attribution/shapley/game.ts';
import { orderedShapley } from '../../../../src/analytics/attribution/shapley/orderedShapley.ts';
import { shapley, shapleyOfDividends } from '../../../../src/analytics/attribution/shapley/shapley.ts';
import { makeLuck } from '../../luck.ts';
import { randomRows } from '../randomRows.ts';

const row = (path: string, conversions: number, nulls = 0): PathRow => ({
  path: path.split('>'),
  ...{ conversions, nulls },
});
const observed = (...rows: readonly PathRow[]) => [
  ...shapley(conversionsGame(observedSets(pathsOfRows(rows)).conversions)),
];

/** The mean of what a player adds over every order in which the players may come. */
function byOrders(game: Float64Array): number[] {
  const players = Math.log2(game.length);
  const added = Array.from({ length: players }, () => 0);
  let orders = 0;
  const walk = (order: readonly number[]): void => {
    const left = added.flatMap((_, player) => (order.includes(player) ? [] : [player]));
    for (const player of left) walk([...order, player]);
    if (left.length > 0) return;
    orders++;
    let set = 0;
    for (const player of order) {
      added[player]! += game[set | (1 << player)]! - game[set]!;
      set |= 1 << player;
    }
  };
  walk([]);
  return added.map((sum) => sum / orders);
}

describe('Shapley values', () => {
  it('of observed sets are those of the cases by hand (eeghor/mta’s tests)', () => {
    expect(observed(row('a', 4), row('a>b', 6))).toEqual([7, 3]);
    expect(observed(row('a>b>c>d', 10))).toEqual(
      [2.5, 2.5, 2.5, 2.5].map((part) => expect.closeTo(part, 12) as number),
    );
    expect(observed(row('a', 5))).toEqual([5]);
  });

  it('are the mean over all orders of players, for any game', () => {
    const luck = makeLuck(3);
    for (let players = 1; players <= 6; players++) {
      const game = Float64Array.from({ length: 1 << players }, (_, set) => (set === 0 ? 0 : luck.normal()));
      const slow = byOrders(game);
      shapley(game).forEach((value, player) => expect(value).toBeCloseTo(slow[player]!, 11));
    }
  });

  it('of sixteen players agree with those from dividends, and share out what all are worth', () => {
    const luck = makeLuck(4);
    const game = Float64Array.from({ length: 1 << 16 }, (_, set) => (set === 0 ? 0 : luck.uniform()));
    const [direct, fromDividends] = [shapley(game), shapleyOfDividends(dividends(game))];
    direct.forEach((value, player) => expect(fromDividends[player]).toBeCloseTo(value, 10));
    expect(direct.reduce((sum, value) => sum + value, 0)).toBeCloseTo(game.at(-1)!, 10);
  });

  it('of the game of observed sets are the linear rule per unique claimant, whatever the paths', () => {
    fc.assert(
      fc.property(randomRows, (rows) => {
        const paths = pathsOfRows(rows);
        const closed = perClaimant(heuristicCredit('linearUnique', paths, DEFAULT_SETTINGS).conversions);
        const values = shapley(conversionsGame(observedSets(paths).conversions));
        values.forEach((value, claimant) => expect(value).toBeCloseTo(closed[claimant]!, 9));
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});

describe('transforms over sets', () => {
  it('undo each other', () => {
    const luck = makeLuck(5);
    const game = Float64Array.from({ length: 256 }, () => luck.normal());
    dividends(subsetSums(game)).forEach((value, set) => expect(value).toBeCloseTo(game[set]!, 10));
  });
});

describe('games of conversion rates', () => {
  const sets = observedSets(
    pathsOfRows([row('a', 10, 90), row('b', 10, 40), row('a>b', 30, 70), row('a>b>c', 1, 9)]),
  );

  it('divide by those who had exactly the set, or none but the set', () => {
    // By the bits c b a: a .1, b .2, ab .3, abc .1; pooled ab 50 / 250, abc 51 / 260.
    const close = (...values: number[]) => values.map((value) => expect.closeTo(value, 12) as number);
    expect([...exactRateGame(sets)]).toEqual(close(0, 0.1, 0.2, 0.3, 0, 0, 0, 0.1));
    expect([...pooledRateGame(sets)]).toEqual(close(0, 0.1, 0.2, 0.2, 0, 0.1, 0.2, 51 / 260));
  });

  it('of exact sets blame whoever comes only in a set of many: why it is not to be used', () => {
    expect(shapley(exactRateGame(sets))[2]).toBeLessThan(-0.1);
    expect(shapley(pooledRateGame(sets))[2]).toBeGreaterThan(-0.01);
  });
});

describe('ordered Shapley values', () => {
  it('tell a claimant’s part by position, evenly where it touched twice', () => {
    const { positions, conversions } = orderedShapley(pathsOfRows([row('a>b>a', 8), row('b', 2)]));
    expect(positions).toBe(3);
    expect([...conversions]).toEqual([2, 0, 2, 2, 4, 0]);
  });
});
