import { describe, expect, it } from 'vitest';
import { contactsFor, leastEffect, powerOf } from '../../../src/analytics/incrementality/power.ts';
import { normalQuantile } from '../../../src/analytics/incrementality/normalQuantile.ts';
import { newcombe } from '../../../src/analytics/incrementality/proportions.ts';
import { makeLuck } from '../luck.ts';

const EVEN = { rate: 0.05, share: 0.5 };

describe('the normal quantile', () => {
  it('is that of the tables', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 6);
    expect(normalQuantile(0.8)).toBeCloseTo(0.8416212, 5);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959964, 5);
    expect(normalQuantile(0.025)).toBeCloseTo(-1.959964, 5);
  });

  it('refuses what is no share', () => {
    expect(() => normalQuantile(1)).toThrow(/invalid share: 1/);
    expect(() => normalQuantile(NaN)).toThrow(RangeError);
  });
});

describe('contacts for an effect', () => {
  it('is the hand case: 5 % against 6 % in even arms takes 8 155 each (Fleiss: without pooling, 7.8489 · (0.0475 + 0.0564) / 0.0001)', () => {
    expect(contactsFor(EVEN, 0.01)).toBe(2 * 8155);
  });

  it('takes as many for the same spread either way, and more where arms are uneven', () => {
    const half = { rate: 0.5, share: 0.5 };
    expect(contactsFor(half, 0.1)).toBe(contactsFor(half, -0.1));
    const sizes = [0.5, 0.3, 0.1, 0.05].map((share) => contactsFor({ rate: 0.05, share }, 0.01)!);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(new Set(sizes).size).toBe(4);
  });

  it('needs fewer for a larger effect and more for more power', () => {
    const byEffect = [0.001, 0.01, 0.1, 0.9].map((effect) => contactsFor(EVEN, effect)!);
    expect(byEffect).toEqual(byEffect.toSorted((a, b) => b - a));
    expect(contactsFor(EVEN, 0.01, 0.9)!).toBeGreaterThan(contactsFor(EVEN, 0.01, 0.8)!);
  });

  it('has no answer where there is nothing to see or nobody to see it', () => {
    expect(contactsFor(EVEN, 0)).toBeUndefined();
    expect(contactsFor(EVEN, 0.96)).toBeUndefined();
    expect(contactsFor(EVEN, -0.06)).toBeUndefined();
    expect(contactsFor({ rate: 0.05, share: 0 }, 0.01)).toBeUndefined();
    expect(contactsFor({ rate: 0.05, share: 1 }, 0.01)).toBeUndefined();
  });
});

describe('the least effect', () => {
  it.each([0.5, 0.2, 0.05])('is the other direction of the contacts, with %f held out', (share) => {
    const test = { rate: 0.02, share };
    const effect = leastEffect(test, 40_000)!;
    expect(contactsFor(test, effect * 1.000001)!).toBeLessThanOrEqual(40_000);
    expect(contactsFor(test, effect * 0.999)!).toBeGreaterThan(40_000);
    expect(powerOf(test, effect, 40_000)).toBeCloseTo(0.8, 4);
  });

  it('shrinks with more contacts, and is none where even everybody would not show', () => {
    const effects = [200, 1000, 10_000, 1e6].map((contacts) => leastEffect(EVEN, contacts)!);
    expect(effects).toEqual(effects.toSorted((a, b) => b - a));
    expect(leastEffect(EVEN, 0)).toBeUndefined();
    expect(leastEffect({ rate: 1, share: 0.5 }, 1000)).toBeUndefined();
  });
});

describe('power', () => {
  it('rises from half of the error to certainty with the contacts', () => {
    expect(powerOf(EVEN, 0.01, 1)).toBeLessThan(0.03);
    expect(powerOf(EVEN, 0.01, 1e7)).toBeGreaterThan(0.9999);
    expect(powerOf(EVEN, 0.01, 0)).toBeUndefined();
    expect(powerOf({ rate: 0, share: 0.5 }, 1, 10)).toBe(1);
  });

  it('is within 4 points of how often launches of that size show the effect, by Newcombe’s interval', () => {
    const luck = makeLuck(21);
    const test = { rate: 0.05, share: 0.2 };
    const contacts = contactsFor(test, 0.012)!;
    const held = Math.round(contacts * test.share);
    let shown = 0;
    for (let launch = 0; launch < 2000; launch++) {
      const { low } = newcombe(
        {
          conversions: luck.binomial(contacts - held, test.rate + 0.012),
          contacts: contacts - held,
        },
        { conversions: luck.binomial(held, test.rate), contacts: held },
      );
      if (low > 0) shown++;
    }
    expect(shown / 2000).toBeGreaterThan(0.76);
    expect(shown / 2000).toBeLessThan(0.84);
  });
});
