import { describe, expect, it } from 'vitest';
import { causalShapley } from '../../../../src/analytics/attribution/shapley/causalShapley.ts';
import { shapley } from '../../../../src/analytics/attribution/shapley/shapley.ts';
import { expectCovered } from '../../coverage.ts';
import { makeLuck, type Luck } from '../../luck.ts';

const GROUPS = 128;
const PER_GROUP = 100;
const PEOPLE = GROUPS * PER_GROUP;
const TRIALS = 500;
/** Contacts who buy whatever they get: they drop out of every difference. */
const ORGANIC = 300;

/**
 * A launch to contacts each of whom some channels convince, whoever else writes to her. `expected`: contacts whom each channel would
 * convince; a fifth of them are convinced by the next channel as well.
 */
function launch(luck: Luck, expected: readonly number[], worth: () => number) {
  const channels = expected.length;
  const sets = Array.from({ length: 2 ** channels }, () => new Float64Array(GROUPS));
  const convince = (mask: number) => {
    const [group, value] = [Math.floor(luck.uniform() * GROUPS), worth()];
    sets.forEach((groups, on) => {
      if (mask === 0 || (on & mask) !== 0) groups[group]! += value;
    });
  };
  for (let times = luck.poisson(ORGANIC); times > 0; times--) convince(0);
  for (let channel = 0; channel < channels; channel++) {
    const both = (1 << channel) | (1 << ((channel + 1) % channels));
    for (let times = luck.poisson(0.8 * expected[channel]!); times > 0; times--) convince(1 << channel);
    for (let times = luck.poisson(0.2 * expected[channel]!); times > 0; times--) convince(both);
  }
  return sets;
}

/** What is true: the same game, of what is expected. */
function truthOf(expected: readonly number[]): Float64Array {
  const channels = expected.length;
  const game = Float64Array.from({ length: 2 ** channels }, (_, on) =>
    expected.reduce((sum, convinced, channel) => {
      const alone = on & (1 << channel) ? 1 : 0;
      const either = on & ((1 << channel) | (1 << ((channel + 1) % channels))) ? 1 : 0;
      return sum + convinced * (0.8 * alone + 0.2 * either);
    }, 0),
  );
  return shapley(game);
}

const contacts = new Float64Array(GROUPS).fill(PER_GROUP);

async function coverage(
  expected: readonly number[],
  { seed, worth, moreSquares }: { seed: number; worth: (luck: Luck) => number; moreSquares: number },
): Promise<readonly number[]> {
  const truth = truthOf(expected);
  const held = expected.map(() => 0);
  for (let trial = 0; trial < TRIALS; trial++) {
    const luck = makeLuck(seed + trial);
    const sets = launch(luck, expected, () => worth(luck));
    const { perContact } = await causalShapley({
      ...{ channels: expected.length, contacts, moreSquares, seed },
      valueOf: (on) => Promise.resolve(sets[on]!),
    });
    perContact.forEach(({ low, high }, channel) => {
      if (low * PEOPLE <= truth[channel]! && truth[channel]! <= high * PEOPLE) held[channel]!++;
    });
  }
  return held.map((count) => count / TRIALS);
}

describe('the intervals of what channels bring hold the truth 93 to 97 times in 100', () => {
  const expected = [0.5, 3, 20, 120];

  it('of conversions, also where none was seen', async () => {
    const found = await coverage(expected, { seed: 1_000, worth: () => 1, moreSquares: 2 });
    found.forEach((share, channel) => expectCovered(share, expected[channel]!));
  });

  it('of revenue from orders of uneven value', async () => {
    const squares = 6 * (1 + (108 / 116) ** 2);
    const found = await coverage(expected, {
      ...{ seed: 5_000, worth: (luck: Luck) => luck.order(), moreSquares: squares },
    });
    found.forEach((share, channel) => expectCovered(share, expected[channel]!));
  });

  it('and none has no width where nothing was seen', async () => {
    const { perContact } = await causalShapley({
      ...{ channels: 2, contacts, moreSquares: 2, seed: 1 },
      valueOf: () => Promise.resolve(new Float64Array(GROUPS)),
    });
    for (const { low, value, high } of perContact) {
      expect(value).toBe(0);
      expect(high * PEOPLE).toBeGreaterThan(2);
      expect(low).toBeCloseTo(-high, 12);
    }
  });
});
