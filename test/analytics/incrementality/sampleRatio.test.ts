import { describe, expect, it } from 'vitest';
import { chiSquareAbove, sampleRatio } from '../../../src/analytics/incrementality/sampleRatio.ts';
import { makeLuck } from '../luck.ts';

describe('chi-square', () => {
  it.each([
    [3.841459, 1, 0.05],
    [10.827566, 1, 0.001],
    [5.991465, 2, 0.05],
    [7.814728, 3, 0.05],
    [13.276704, 4, 0.01],
    [18.307038, 10, 0.05],
    [24.99579, 15, 0.05],
  ])('leaves %f with %i degrees the share of the tables above it', (square, degrees, share) => {
    expect(chiSquareAbove(square, degrees)).toBeCloseTo(share, 5);
  });

  it('leaves everything above nothing', () => {
    expect([1, 2, 3, 4].map((degrees) => chiSquareAbove(0, degrees))).toEqual([1, 1, 1, 1]);
  });
});

describe('the sizes of arms', () => {
  it('are off in the case of Fabijan and others: 821 588 and 815 482 of halves', () => {
    const found = sampleRatio([
      { contacts: 821_588, planned: 0.5 },
      { contacts: 815_482, planned: 0.5 },
    ])!;
    expect(found.isOff).toBe(true);
    expect(found.chance).toBeLessThan(1e-5);
  });

  it('are as planned in Hillstrom’s thirds', () => {
    const found = sampleRatio([21_307, 21_387, 21_306].map((contacts) => ({ contacts, planned: 1 / 3 })))!;
    expect(found.isOff).toBe(false);
    expect(found.chance).toBeCloseTo(0.903, 2);
  });

  it('are off where somebody is in an arm that was to be empty, and say nothing of fewer than two arms', () => {
    const arms = [
      { contacts: 50, planned: 0.5 },
      { contacts: 50, planned: 0.5 },
    ];
    expect(sampleRatio([...arms, { contacts: 1, planned: 0 }])!.isOff).toBe(true);
    expect(sampleRatio([...arms, { contacts: 0, planned: 0 }])!.isOff).toBe(false);
    expect(sampleRatio([{ contacts: 50, planned: 1 }])).toBeUndefined();
    expect(sampleRatio(arms.map((arm) => ({ ...arm, contacts: 0 })))).toBeUndefined();
  });

  it('raise an alarm less than once in 500 launches that went as planned', () => {
    const luck = makeLuck(41);
    let alarms = 0;
    for (let launch = 0; launch < 2000; launch++) {
      const held = luck.binomial(10_000, 0.1);
      const arms = [
        { contacts: held, planned: 0.1 },
        { contacts: 10_000 - held, planned: 0.9 },
      ];
      if (sampleRatio(arms)!.isOff) alarms++;
    }
    expect(alarms).toBeLessThan(4);
  });
});
