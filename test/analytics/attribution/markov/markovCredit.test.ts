import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathsOfRows, type PathRow } from '../../../../src/analytics/attribution/creditPaths.ts';
import { chainOf } from '../../../../src/analytics/attribution/markov/chain.ts';
import { markovCredit } from '../../../../src/analytics/attribution/markov/markovCredit.ts';
import { transitionsOf } from '../../../../src/analytics/attribution/markov/transitions.ts';
import { randomRows } from '../randomRows.ts';
import { denseCredit } from './denseChain.ts';

const row = (path: string, conversions: number, nulls = 0, value = conversions): PathRow => ({
  path: path.split('>'),
  ...{ conversions, nulls, value },
});

interface Toy {
  readonly source: string;
  readonly rows: readonly PathRow[];
  readonly chance: number;
  readonly effects: readonly number[];
  readonly credit: readonly number[];
}

/** With answers that were published, or that the same formulas gave elsewhere. */
const TOYS: readonly Toy[] = [
  {
    source: 'analyzecore, part 1',
    rows: [row('C1>C2>C3', 1), row('C1', 0, 1), row('C2>C3', 0, 1)],
    chance: 1 / 3,
    effects: [0.5, 1, 1],
    credit: [0.2, 0.4, 0.4],
  },
  {
    source: 'pychattr’s README',
    rows: [row('A>B>A>B>B>A', 1), row('A>B>B>A>A', 1), row('A>A', 1)],
    chance: 1,
    effects: [1, 0.5],
    credit: [2, 1],
  },
  {
    source: 'eeghor/mta’s tests',
    rows: [row('a>b', 3, 1), row('a>c', 1, 1)],
    chance: 2 / 3,
    effects: [1, 0.75, 0.25],
    credit: [2, 1.5, 0.5],
  },
];

describe.each(TOYS)('the chain of $source', ({ rows, chance, effects, credit }) => {
  const made = markovCredit(pathsOfRows(rows), 1);

  it('has the published removal effects and credits', () => {
    expect(made.chance).toBeCloseTo(chance, 12);
    effects.forEach((effect, claimant) => expect(made.effects[claimant]).toBeCloseTo(effect, 12));
    credit.forEach((part, claimant) =>
      expect(made.conversions[claimant]! / made.chain.conversions).toBeCloseTo(
        part / credit.reduce((sum, one) => sum + one, 0),
        12,
      ),
    );
  });
});

describe('a chain', () => {
  it('lists its transitions with how often each was made', () => {
    const paths = pathsOfRows([row('a>b', 3, 1), row('a>c', 1, 1)]);
    expect(transitionsOf(chainOf(paths, 1))).toEqual([
      { from: [], to: [0], times: 6, share: 1 },
      { from: [0], to: [1], times: 4, share: 4 / 6 },
      { from: [0], to: [2], times: 2, share: 2 / 6 },
      { from: [1], to: 'conversion', times: 3, share: 3 / 4 },
      { from: [1], to: 'nothing', times: 1, share: 1 / 4 },
      { from: [2], to: 'conversion', times: 1, share: 1 / 2 },
      { from: [2], to: 'nothing', times: 1, share: 1 / 2 },
    ]);
  });

  it('of order 2 merges three equal touches and not two', () => {
    const tuples = (path: string) =>
      transitionsOf(chainOf(pathsOfRows([row(path, 1)]), 2)).map(({ from }) => from.length);
    expect(tuples('a>a>a>a')).toEqual([0, 2]);
    expect(chainOf(pathsOfRows([row('a', 1)]), 2).walks.tuples).toEqual(Int32Array.of(0, -1));
    // aa, then ab; a path of one touch is a state of its own.
    expect(chainOf(pathsOfRows([row('a>a>b', 1), row('a', 1)]), 2).walks.states).toBe(3);
  });

  it('agrees with a dense solution of its equations on random paths, at every order', () => {
    fc.assert(
      fc.property(randomRows, fc.integer({ min: 1, max: 4 }), (rows, order) => {
        const made = markovCredit(pathsOfRows(rows), order);
        const dense = denseCredit(rows, order);
        expect(made.chance).toBeCloseTo(dense.chance, 10);
        made.effects.forEach((effect, claimant) => expect(effect).toBeCloseTo(dense.effects[claimant]!, 9));
        made.valueEffects.forEach((effect, claimant) =>
          expect(effect).toBeCloseTo(dense.valueEffects[claimant]!, 9),
        );
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  it('converts as often as the paths did, and credits them in full', () => {
    fc.assert(
      fc.property(randomRows, fc.integer({ min: 1, max: 4 }), (rows, order) => {
        const { chain, chance, conversions, value, unclaimed } = markovCredit(pathsOfRows(rows), order);
        const sum = (of: Float64Array) => of.reduce((total, part) => total + part, 0);
        const all = (of: 'conversions' | 'value') => rows.reduce((total, one) => total + one[of], 0);
        if (chain.total > 0) expect(chance).toBeCloseTo(chain.conversions / chain.total, 10);
        const [made, worth] = [all('conversions'), all('value')];
        expect(Math.abs(sum(conversions) + unclaimed.conversions - made)).toBeLessThanOrEqual(1e-9 * made);
        // Value that hangs on no conversion is nobody’s effect; there is none of it where conversions are.
        if (rows.every((one) => one.conversions > 0 || one.value === 0))
          expect(Math.abs(sum(value) + unclaimed.value - worth)).toBeLessThanOrEqual(1e-9 * worth);
      }),
      { seed: 9, numRuns: 300 },
    );
  });

  it('converts surely where no path failed', () => {
    const made = markovCredit(pathsOfRows([row('a>b>a', 4), row('b', 2), row('c>a', 1)]), 1);
    expect(made.chance).toBeCloseTo(1, 12);
  });

  it('is solved to the end when walks are thousands of touches long', () => {
    const long = Array.from({ length: 4000 }, (_, touch) => (touch % 2 === 0 ? 'a' : 'b'));
    const rows = [{ path: long, conversions: 1, nulls: 0 }, row('c>a', 0, 1), row('c', 1)];
    const made = markovCredit(pathsOfRows(rows), 1);
    expect(made.chance).toBeCloseTo(2 / 3, 10);
  });
});
