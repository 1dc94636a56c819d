import { describe, expect, test } from 'vitest';
import { rankCandidates, screenCandidates } from '../../src/analytics/rankCandidates.ts';
import { corrected, FAMILY_ERROR } from '../../src/analytics/rankCandidatesBound.ts';
import { pooledDifference, type Pair } from '../../src/analytics/rankCandidatesPooled.ts';
import { comparePaired } from '../../src/analytics/comparePaired.ts';
import { makePairs, reportOf } from './madeReports.ts';
import { makeLuck } from './luck.ts';

/** How often of `families` lists without any effect something is named. */
function falseLists(families: number, candidates: number, seeds: number): number {
  const luck = makeLuck(20_261);
  let named = 0;
  for (let family = 0; family < families; family++) {
    const retried = Array.from({ length: candidates }, (_, place) => ({
      place,
      pairs: makePairs(luck, { seeds, effect: 0 }),
    }));
    const { better, worse } = rankCandidates('conversions', retried);
    if (better.length + worse.length > 0) named++;
  }
  return named / families;
}

describe('the corrected bound', () => {
  test('is Student’s t for one look, and grows with how many are looked at', () => {
    expect(corrected(1, 127)).toBeCloseTo(1.9788, 3);
    // Tables of t: 99.5 % with 120 degrees 2.617; 97.5 % with 3 degrees 3.182.
    expect(corrected(5, 120)).toBeCloseTo(2.617, 3);
    expect(corrected(1, 3)).toBeCloseTo(3.182, 2);
    expect(corrected(60, 127)).toBeGreaterThan(corrected(8, 127));
    expect(corrected(8, 0)).toBe(Infinity);
  });

  test('keeps lists on which nothing matters empty 95 times in 100, and is not more careful than it says', () => {
    const share = falseLists(1000, 8, 1);
    // 1000 lists: a share of 5 % is told to 0.7 points.
    expect(share).toBeLessThan(FAMILY_ERROR + 0.021);
    expect(share).toBeGreaterThan(FAMILY_ERROR - 0.021);
  });

  test('holds when launches are pooled', () => {
    expect(falseLists(400, 8, 4)).toBeLessThan(FAMILY_ERROR + 0.033);
  });
});

describe('differences over several launches', () => {
  test('of one launch are those of the pair', () => {
    const [pair] = makePairs(makeLuck(5), { seeds: 1, effect: 0.4 });
    const alone = pair && comparePaired(pair.before, pair.after)?.conversions;
    const pooled = pair && pooledDifference('conversions', [pair]);
    expect(pooled?.by.value).toBeCloseTo(alone?.by.value ?? NaN, 9);
    expect(pooled?.by.low).toBeCloseTo(alone?.by.low ?? NaN, 2);
    expect(pooled?.chanceHigher).toBeCloseTo(alone?.chanceHigher ?? NaN, 9);
  });

  test('hold the true effect, and four launches say it twice as well as one', () => {
    const luck = makeLuck(6);
    const truth = 0.5 * 128;
    let inside = 0;
    let narrower = 0;
    for (let time = 0; time < 300; time++) {
      const pairs = makePairs(luck, { seeds: 4, effect: 0.5 });
      const { by, standardError } = pooledDifference('conversions', pairs);
      if (by.low <= truth && truth <= by.high) inside++;
      narrower += standardError / pooledDifference('conversions', pairs.slice(0, 1)).standardError / 300;
    }
    expect(inside / 300).toBeGreaterThan(0.92);
    expect(inside / 300).toBeLessThan(0.98);
    expect(narrower).toBeCloseTo(0.5, 1);
  });

  test('count a fixed cost that the change brings, and nobody’s luck is in it', () => {
    const before = reportOf(1, () => 3);
    const after = { ...before, fixedCost: 40 };
    expect(pooledDifference('profit', [{ before, after }])).toEqual({
      by: { value: -40, low: -40, high: -40 },
      chanceHigher: 0,
      standardError: 0,
    });
  });

  test('are refused of reports that are not of the same contacts', () => {
    const pair = { before: reportOf(1, () => 1), after: reportOf(2, () => 1) };
    expect(() => pooledDifference('conversions', [pair])).toThrow(/invalid pair/);
    expect(() => pooledDifference('conversions', [])).toThrow(/no pair/);
  });
});

describe('a first look', () => {
  const looked = (effects: readonly number[]) => {
    const luck = makeLuck(7);
    const pairs = effects.flatMap((effect): readonly Pair[] => makePairs(luck, { seeds: 1, effect }));
    return screenCandidates('conversions', pairs);
  };

  test('tries the most promising again, at most eight, and says how many it passed over', () => {
    const { promising, passedOver, worse } = looked([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(promising).toEqual([9, 8, 7, 6, 5, 4, 3, 2]);
    expect(passedOver).toEqual([1, 0]);
    expect(worse).toEqual([]);
  });

  test('tells what does harm from what does nothing', () => {
    const { worse, luck, promising } = looked([-5, 0, 5]);
    expect([worse, promising]).toEqual([[0], [2]]);
    expect(luck).toEqual([1]);
  });
});

describe('the ranking', () => {
  const ranked = (effects: readonly number[]) => {
    const luck = makeLuck(8);
    return rankCandidates(
      'conversions',
      effects.map((effect, place) => ({ place, pairs: makePairs(luck, { seeds: 4, effect }) })),
    );
  };

  test('puts the best first, and leaves out what may be luck', () => {
    const { better, luck, worse } = ranked([1, 0, 4, -3]);
    expect(better.map(({ place }) => place)).toEqual([2, 0]);
    expect([luck, worse]).toEqual([[1], [3]]);
    for (const { difference } of better) expect(difference.by.low).toBeGreaterThan(0);
  });

  test('says which cannot be told from the first, and which are hardly worth it', () => {
    const { better } = ranked([4, 4, 1]);
    expect(better.map(({ tied }) => tied)).toEqual([false, true, false]);
    const [tiny] = rankCandidates('conversions', [
      { place: 0, pairs: [{ before: reportOf(1, () => 1000), after: reportOf(1, () => 1001) }] },
    ]).better;
    expect(tiny).toMatchObject({ small: true, tied: false });
  });

  test('tells what else changes when that is certain, and only then', () => {
    const before = [1, 2, 3, 4].map((seed) => reportOf(seed, () => 10, { unsubscribed: 2, sent: 100 }));
    const after = [1, 2, 3, 4].map((seed) => reportOf(seed, () => 20, { unsubscribed: 4, sent: 100 }));
    const pairs = before.map((one, at): Pair => ({ before: one, after: after[at] ?? one }));
    const [best] = rankCandidates('conversions', [{ place: 0, pairs }]).better;
    expect(best?.sideEffects).toEqual([{ of: 'unsubscribed', by: 256 }]);
  });
});
