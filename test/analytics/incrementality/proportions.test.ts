import { describe, expect, it } from 'vitest';
import { katz, newcombe } from '../../../src/analytics/incrementality/proportions.ts';
import { HILLSTROM, NOBODY_MAILED } from './hillstrom.ts';

const CONTROL = { conversions: NOBODY_MAILED.conversions, contacts: NOBODY_MAILED.contacts };

describe.each(HILLSTROM)('$name', ({ contacts, visits, conversions, expected }) => {
  it.each([
    ['visit', visits, NOBODY_MAILED.visits],
    ['conversion', conversions, NOBODY_MAILED.conversions],
  ] as const)('has the reference’s intervals of the %s lift', (what, treated, held) => {
    const arms = [
      { conversions: treated, contacts },
      { conversions: held, contacts: NOBODY_MAILED.contacts },
    ] as const;
    const lift = newcombe(...arms);
    expect(lift.low).toBeCloseTo(expected[what].newcombe[0], 13);
    expect(lift.high).toBeCloseTo(expected[what].newcombe[1], 13);
    expect(lift.value * contacts).toBeCloseTo(expected[what].extra, 8);
    const ratio = katz(...arms)!;
    expect(ratio.low - 1).toBeCloseTo(expected[what].katz[0], 12);
    expect(ratio.high - 1).toBeCloseTo(expected[what].katz[1], 12);
  });
});

describe('Newcombe', () => {
  it('equals the worked case (56 of 70 less 48 of 80: Newcombe 1998, table II, method 10)', () => {
    const { value, low, high } = newcombe(
      { conversions: 56, contacts: 70 },
      { conversions: 48, contacts: 80 },
    );
    expect(value).toBeCloseTo(0.2, 12);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('stays inside −1 … 1, turns about with the arms, and knows nothing of an empty arm', () => {
    const [all, none] = [
      { conversions: 4, contacts: 4 },
      { conversions: 0, contacts: 3 },
    ] as const;
    const { low, high } = newcombe(all, none);
    expect(high).toBe(1);
    expect(newcombe(none, all)).toEqual({ value: -1, low: -high, high: -low });
    expect(newcombe(all, { conversions: 0, contacts: 0 })).toEqual({ value: 0, low: -1, high: 1 });
  });
});

describe('Katz', () => {
  it('has no ratio without conversions in both arms', () => {
    expect(katz({ conversions: 0, contacts: 10 }, CONTROL)).toBeUndefined();
    expect(katz(CONTROL, { conversions: 0, contacts: 10 })).toBeUndefined();
    expect(katz(CONTROL, { conversions: 0, contacts: 0 })).toBeUndefined();
  });

  it('is turned upside down when the arms change places', () => {
    const other = { conversions: 40, contacts: 1000 };
    const [ratio, back] = [katz(other, CONTROL)!, katz(CONTROL, other)!];
    expect(1 / back.low).toBeCloseTo(ratio.high, 10);
    expect(1 / back.value).toBeCloseTo(ratio.value, 10);
  });
});
