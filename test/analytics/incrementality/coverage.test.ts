import { describe, it } from 'vitest';
import { ratioOfArms } from '../../../src/analytics/incrementality/means.ts';
import { katz, newcombe } from '../../../src/analytics/incrementality/proportions.ts';
import {
  revenueDifference,
  type ArmRevenue,
} from '../../../src/analytics/incrementality/revenueDifference.ts';
import { coverageOf, expectCovered } from '../coverage.ts';
import { makeLuck, type Luck } from '../luck.ts';

const TRIALS = 2000;

/** Contacts and expected orders, treated and held out. */
const ARMS = [
  { treated: [4000, 3], held: [4000, 2] },
  { treated: [4000, 8], held: [4000, 5] },
  { treated: [4000, 30], held: [4000, 20] },
  { treated: [36_000, 70], held: [4000, 5] },
  { treated: [36_000, 270], held: [4000, 20] },
  { treated: [36_000, 900], held: [4000, 50] },
  { treated: [36_000, 900], held: [4000, 100] },
] as const;

describe.each(ARMS)('a holdout of $held beside $treated', ({ treated, held }) => {
  const events = held[1];
  const rates = [treated[1] / treated[0], held[1] / held[0]] as const;
  const share = (luck: Luck, [contacts, expected]: readonly [number, number]) => ({
    conversions: luck.binomial(contacts, expected / contacts),
    contacts,
  });

  it('has an interval of extra conversions that holds the truth (Newcombe)', () => {
    const luck = makeLuck(11);
    const covered = coverageOf(TRIALS, rates[0] - rates[1], () =>
      newcombe(share(luck, treated), share(luck, held)),
    );
    expectCovered(covered, events);
  });

  it('has an interval of the ratio that holds the truth (Katz)', () => {
    const luck = makeLuck(12);
    const covered = coverageOf(TRIALS, rates[0] / rates[1], () =>
      katz(share(luck, treated), share(luck, held)),
    );
    expectCovered(covered, events);
  });

  it('has an interval of extra revenue that holds the truth', () => {
    const luck = makeLuck(13);
    const covered = coverageOf(TRIALS, rates[0] - rates[1], () =>
      revenueDifference(...revenues(luck, treated, held)),
    );
    expectCovered(covered, events);
  });

  it('has an interval of the ratio of revenue that holds the truth (Fieller)', () => {
    const luck = makeLuck(14);
    const covered = coverageOf(TRIALS, rates[0] / rates[1], () =>
      ratioOfArms(...revenues(luck, treated, held)),
    );
    expectCovered(covered, events);
  });
});

/** Orders of uneven value, mean 1. */
function revenues(
  luck: Luck,
  ...arms: readonly [readonly [number, number], readonly [number, number]]
): [ArmRevenue, ArmRevenue] {
  const sums = arms.map(([contacts, expected]) => {
    const orders = luck.binomial(contacts, expected / contacts);
    let [sum, squares] = [0, 0];
    for (let order = 0; order < orders; order++) {
      const value = luck.order();
      sum += value;
      squares += value * value;
    }
    return { contacts, orders, sum, squares };
  });
  const all = sums.reduce((total, { orders }) => total + orders, 0);
  const squareOfOne = sums.reduce((total, { squares }) => total + squares, 0) / Math.max(1, all);
  const [treated, held] = sums.map(({ contacts, orders, sum, squares }): ArmRevenue => {
    const mean = sum / contacts;
    const deviation = Math.sqrt((squares - contacts * mean * mean) / (contacts - 1));
    return { mean, deviation, contacts, orders, squareOfOne };
  });
  return [treated!, held!];
}
