import { describe, expect, it } from 'vitest';
import { findBreakEven } from '../../src/analytics/breakEven.ts';
import { jackknife, plainInterval, type Estimate } from '../../src/analytics/intervals.ts';
import { makeLuck } from './luck.ts';

const about = (value: number, half: number): Estimate => ({ value, low: value - half, high: value + half });
const RANGE = { low: 0, high: 0.1 };

describe('the value at which a figure turns', () => {
  it.each([
    ['rises', 1, 'below'],
    ['falls', -1, 'above'],
  ] as const)('is found, with its interval, where the figure %s', async (_, sign, lossWhen) => {
    const found = await findBreakEven(RANGE, (x) => Promise.resolve(about(sign * (x - 0.0373) * 1e6, 2_000)));
    expect(found).toMatchObject({ kind: 'crosses', lossWhen });
    if (found?.kind !== 'crosses') return;
    expect(found.at).toBeCloseTo(0.0373, 5);
    expect(found.low).toBeCloseTo(0.0353, 5);
    expect(found.high).toBeCloseTo(0.0393, 5);
  });

  it('is near on a curve, too', async () => {
    const found = await findBreakEven({ low: 1, high: 9 }, (x) => Promise.resolve(about(Math.log(x) - 1, 0)));
    expect(found).toMatchObject({ kind: 'crosses' });
    if (found?.kind === 'crosses') expect(found.at).toBeCloseTo(Math.E, 3);
  });

  it('has an open end where the interval holds zero up to the end of the range', async () => {
    const found = await findBreakEven(RANGE, (x) => Promise.resolve(about(x - 0.01, 0.02)));
    expect(found).toMatchObject({ kind: 'crosses', low: undefined });
    if (found?.kind === 'crosses') expect(found.high).toBeCloseTo(0.03, 4);
  });

  it('is nowhere when the figure keeps its sign', async () => {
    const gain = await findBreakEven(RANGE, (x) => Promise.resolve(about(5 + x, 1)));
    expect(gain).toEqual({ kind: 'never', sign: 'gain', certain: true });
    const loss = await findBreakEven(RANGE, (x) => Promise.resolve(about(x - 5, 1)));
    expect(loss).toEqual({ kind: 'never', sign: 'loss', certain: true });
  });

  it('may be hidden by luck where the interval of an end holds zero', async () => {
    const found = await findBreakEven(RANGE, (x) => Promise.resolve(about(0.5 + x, 0.55)));
    expect(found).toEqual({ kind: 'never', sign: 'gain', certain: false });
  });

  it('is not known where an end cannot run', async () => {
    expect(await findBreakEven(RANGE, () => Promise.resolve(undefined))).toBeUndefined();
  });

  it('asks for no more than some two dozen runs', async () => {
    let asked = 0;
    await findBreakEven(RANGE, (x) => {
      asked++;
      return Promise.resolve(about(x - 0.042, 0.013));
    });
    expect(asked).toBeLessThanOrEqual(24);
  });
});

it('has an interval that holds the truth 93 to 97 times in 100', async () => {
  const GROUPS = 128;
  const TRIALS = 600;
  const TRUE = 0.0125;
  const COST = 0.5;
  let held = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const luck = makeLuck(trial);
    // What a contact brings is 40 a click, unevenly; with the same luck at every click rate.
    const worth = Float64Array.from(
      { length: GROUPS },
      () => 100 * (COST / TRUE) * (1 + 0.5 * luck.normal()),
    );
    const contacts = new Float64Array(GROUPS).fill(100);
    const figure = (x: number) => {
      const profit = worth.map((each, group) => each * x - COST * contacts[group]!);
      return Promise.resolve(plainInterval(jackknife(profit, contacts)));
    };
    const found = await findBreakEven({ low: 0, high: 0.05 }, figure);
    if (found?.kind !== 'crosses') throw new Error('it crosses');
    if ((found.low ?? 0) <= TRUE && TRUE <= (found.high ?? 1)) held++;
  }
  expect(held / TRIALS).toBeGreaterThan(0.93);
  expect(held / TRIALS).toBeLessThan(0.97);
});
