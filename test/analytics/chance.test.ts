import { describe, expect, it } from 'vitest';
import { chanceOfReaching, normalCumulative, studentCumulative } from '../../src/analytics/chance.ts';
import { jackknife } from '../../src/analytics/intervals.ts';
import { GROUPS } from '../../src/engine/results.ts';
import { makeLuck } from './luck.ts';

describe('cumulative distributions', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447461],
    [-1.959963985, 0.025],
    [2.575829304, 0.995],
    [-4, 0.0000316712],
  ])('normal below %d is %d', (z, share) => {
    expect(Math.abs(normalCumulative(z) - share)).toBeLessThan(3e-7);
  });

  it.each([
    [1.9788195347, 127, 0.975],
    [-0.6764, 127, 0.2500062],
    [2.6147865, 127, 0.9949957],
    [1.6972609, 30, 0.95],
  ])('t below %d with %d degrees of freedom is %d', (t, degrees, share) => {
    expect(Math.abs(studentCumulative(t, degrees) - share)).toBeLessThan(5e-4);
  });
});

describe('chance of reaching a target', () => {
  const mean = { ratio: 0.02, standardError: Math.sqrt((0.02 * 0.98) / 1_000_000), groups: GROUPS };

  it('is about one half at the expected number', () => {
    const chance = chanceOfReaching(200, mean, { people: 10_000, contacts: 1_000_000, counted: false });
    expect(chance).toBeCloseTo(0.5, 6);
  });

  it('equals the binomial tail when a million contacts told the rate', () => {
    // 1 − scipy.stats.binom.cdf(219, 10000, .02) and (179).
    const launch = { people: 10_000, contacts: 1_000_000, counted: true };
    expect(Math.abs(chanceOfReaching(220, mean, launch) - 0.0834)).toBeLessThan(0.005);
    expect(Math.abs(chanceOfReaching(180, mean, launch) - 0.9303)).toBeLessThan(0.005);
  });

  it('is less sure of itself when few contacts told the rate', () => {
    const few = { ...mean, standardError: Math.sqrt((0.02 * 0.98) / 10_000) };
    const launch = { people: 10_000, counted: true };
    expect(chanceOfReaching(230, few, { ...launch, contacts: 10_000 })).toBeGreaterThan(
      chanceOfReaching(230, mean, { ...launch, contacts: 1_000_000 }),
    );
  });

  it('is yes or no where nothing varies', () => {
    const sure = { ratio: 1, standardError: 0, groups: GROUPS };
    expect(chanceOfReaching(10, sure, { people: 10, contacts: 10, counted: true })).toBe(1);
    expect(chanceOfReaching(11, sure, { people: 10, contacts: 10, counted: true })).toBe(0);
  });

  it('comes true as often as it says: launches fall evenly over what was forecast for them', () => {
    const luck = makeLuck(11);
    const deciles = new Float64Array(10);
    const contacts = new Float64Array(GROUPS).fill(400);
    for (let trial = 0; trial < 2000; trial++) {
      const events = contacts.map((size) => luck.binomial(size, 0.01));
      const launch = { people: 20_000, contacts: 400 * GROUPS, counted: false };
      const happened = luck.binomial(20_000, 0.01) - 0.5 + luck.uniform();
      const chance = chanceOfReaching(happened, jackknife(events, contacts), launch);
      deciles[Math.min(9, Math.floor(chance * 10))]!++;
    }
    const chiSquare = deciles.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // 99.9 % quantile with 9 degrees of freedom.
    expect(chiSquare).toBeLessThan(27.88);
  });
});
