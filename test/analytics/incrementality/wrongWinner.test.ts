import { expect, it } from 'vitest';
import { normalCumulative } from '../../../src/analytics/chance.ts';
import { chanceOfWrongWinner } from '../../../src/analytics/incrementality/wrongWinner.ts';
import { makeLuck } from '../luck.ts';

const arm = (mean: number, standardError: number) => ({ mean, standardError });

it('is the normal tail of the difference with two arms, in whatever order', () => {
  const expected = normalCumulative(-0.01 / Math.hypot(0.006, 0.004));
  expect(chanceOfWrongWinner([arm(0.05, 0.006), arm(0.06, 0.004)])).toBeCloseTo(expected, 5);
  expect(chanceOfWrongWinner([arm(0.06, 0.004), arm(0.05, 0.006)])).toBeCloseTo(expected, 5);
});

it('falls with the contacts, from a coin’s throw to nothing', () => {
  const chances = [1, 0.02, 0.01, 0.005, 0.001].map((error) =>
    chanceOfWrongWinner([arm(0.05, error), arm(0.06, error)])!,
  );
  expect(chances).toEqual(chances.toSorted((a, b) => b - a));
  expect(chances[0]).toBeCloseTo(0.5, 2);
  expect(chances.at(-1)).toBeLessThan(1e-5);
});

it('is how often one launch of three arms is led by another than the best', () => {
  const arms = [
    { rate: 0.05, contacts: 4000 },
    { rate: 0.056, contacts: 3000 },
    { rate: 0.053, contacts: 2000 },
  ];
  const luck = makeLuck(31);
  let wrong = 0;
  for (let launch = 0; launch < 4000; launch++) {
    const shares = arms.map(({ rate, contacts }) => luck.binomial(contacts, rate) / contacts);
    if (shares.indexOf(Math.max(...shares)) !== 1) wrong++;
  }
  const found = chanceOfWrongWinner(
    arms.map(({ rate, contacts }) => arm(rate, Math.sqrt((rate * (1 - rate)) / contacts))),
  )!;
  expect(Math.abs(found - wrong / 4000)).toBeLessThan(0.025);
});

it('has no wrong choice among equals, and none where there is no choice', () => {
  expect(chanceOfWrongWinner([arm(0.05, 0.01), arm(0.05, 0.02)])).toBeUndefined();
  expect(chanceOfWrongWinner([arm(0.05, 0.01)])).toBeUndefined();
  expect(chanceOfWrongWinner([])).toBeUndefined();
});

it('does not call an arm wrong that is exactly as good as the best', () => {
  const two = chanceOfWrongWinner([arm(0.06, 0.001), arm(0.06, 0.001), arm(0.01, 0.001)])!;
  expect(two).toBeLessThan(1e-6);
});

it('is settled where nothing is left to luck', () => {
  expect(chanceOfWrongWinner([arm(0.05, 0), arm(0.06, 0)])).toBeCloseTo(0, 6);
});
