import { describe, expect, it } from 'vitest';
import { experimentOutlook } from '../../../src/analytics/incrementality/experiment.ts';
import { liftOf } from '../../../src/analytics/incrementality/lift.ts';
import { realHoldout } from '../../../src/analytics/incrementality/realHoldout.ts';
import { newcombe } from '../../../src/analytics/incrementality/proportions.ts';
import { drawWorlds, flatLedger } from '../finance/madeLedgers.ts';
import { makeLuck } from '../luck.ts';

const width = ({ low, high }: { readonly low: number; readonly high: number }) => high - low;
const JOURNEY = { organic: 500, extra: 150, lost: 20, costEach: 0.01 };

describe('a real holdout', () => {
  const worlds = drawWorlds(makeLuck(91), JOURNEY, { margin: 0.5 });

  it('sees the lift that the same people show, less sharply', () => {
    const lift = liftOf(worlds);
    const contacts = worlds.withIt.groups.contacts.reduce((sum, count) => sum + count, 0);
    const view = realHoldout(worlds, { contacts, share: 0.5 })!;
    for (const metric of ['conversions', 'revenue', 'profit'] as const) {
      expect(view[metric].value).toBeCloseTo(lift[metric].value, 6);
      expect(width(view[metric])).toBeGreaterThan(1.5 * width(lift[metric]));
    }
    expect(view.treated + view.held).toBe(contacts);
  });

  it('names no number of contacts where the worlds differ by rounding alone', () => {
    const same = { ...worlds, without: worlds.withIt };
    expect(realHoldout(same, { contacts: 100_000, share: 0.1 })!.needed).toBeUndefined();
  });

  it('sees more with more contacts, and most in halves', () => {
    const widths = [5_000, 20_000, 80_000, 2_000_000].map(
      (contacts) => width(realHoldout(worlds, { contacts, share: 0.2 })!.conversions) / contacts,
    );
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    const shares = [0.5, 0.2, 0.05].map((share) => realHoldout(worlds, { contacts: 50_000, share })!);
    expect(width(shares[0]!.conversions)).toBeLessThan(width(shares[1]!.conversions));
    expect(width(shares[1]!.conversions)).toBeLessThan(width(shares[2]!.conversions));
    expect(shares[0]!.power).toBeGreaterThan(shares[2]!.power!);
    expect(shares[0]!.needed).toBeLessThan(shares[2]!.needed!);
  });

  it('is Newcombe’s interval where every contact converts once at most', () => {
    const once = {
      withIt: flatLedger({ conversions: 6, revenue: 60, cost: 1 }),
      without: flatLedger({ conversions: 3, revenue: 30 }),
    };
    const view = realHoldout(once, { contacts: 10_000, share: 0.25 })!;
    const { low, high } = newcombe(
      { conversions: 0.04 * 7500, contacts: 7500 },
      { conversions: 0.02 * 2500, contacts: 2500 },
    );
    expect(view.conversions.low).toBeCloseTo(low * 10_000, 6);
    expect(view.conversions.high).toBeCloseTo(high * 10_000, 6);
    expect(view.rate).toBeCloseTo(0.02, 12);
  });

  it('takes contacts who order in bunches for fewer', () => {
    const bunched = drawWorlds(makeLuck(92), JOURNEY);
    const plan = { contacts: 20_000, share: 0.5 };
    const before = width(realHoldout(bunched, plan)!.conversions);
    for (const { groups } of [bunched.withIt, bunched.without])
      for (let group = 0; group < groups.conversions.length; group++)
        groups.conversions[group] = group % 4 === 0 ? 4 * groups.conversions[group]! : 0;
    expect(width(realHoldout(bunched, plan)!.conversions)).toBeGreaterThan(1.5 * before);
  });

  it('says nothing of an empty part, and no number of contacts without a lift', () => {
    expect(realHoldout(worlds, { contacts: 1000, share: 0 })).toBeUndefined();
    expect(realHoldout(worlds, { contacts: 1000, share: 1 })).toBeUndefined();
    expect(realHoldout(worlds, { contacts: 3, share: 0.5 })).toBeUndefined();
    const same = { withIt: worlds.without, without: worlds.without };
    expect(realHoldout(same, { contacts: 1000, share: 0.5 })!.needed).toBeUndefined();
  });

  it('covers what may be where nobody in the holdout orders', () => {
    const nobody = { ...worlds, without: flatLedger({}) };
    const view = realHoldout(nobody, { contacts: 2000, share: 0.1 })!;
    expect(view.ratio).toBeUndefined();
    expect(view.revenueRatio).toBeUndefined();
    expect(width(view.revenue)).toBeGreaterThan(0);
    expect(view.conversions.low).toBeLessThan(view.conversions.value);
  });
});

describe('the outlook of an experiment', () => {
  const arm = (id: string, extra: number, contacts = 10_000) => ({
    id,
    everybody: drawWorlds(makeLuck(95), { ...JOURNEY, extra }).withIt,
    contacts,
  });

  it('names the best arm and how much more it brings than each other', () => {
    const outlook = experimentOutlook(
      [
        { id: 'a', everybody: flatLedger({ conversions: 4, cost: 1 }), contacts: 5000 },
        { id: 'b', everybody: flatLedger({ conversions: 5, cost: 1 }), contacts: 5000 },
      ],
      10_000,
    )!;
    expect(outlook.best).toBe('b');
    expect(outlook.more.map(({ than }) => than)).toEqual(['a']);
    expect(outlook.more[0]!.by.value).toBeCloseTo(128, 8);
    expect(outlook.closeCall).toBeLessThan(0.001);
    // 128 of 10 000 contacts, against √(2 · 0.03 · 0.97 / 5000) or so.
    expect(outlook.wrongWinner).toBeLessThan(0.001);
  });

  it('is less sure the smaller its arms', () => {
    const chances = [50_000, 5_000, 500].map(
      (contacts) =>
        experimentOutlook([arm('a', 150, contacts), arm('b', 200, contacts)], 19_200)!.wrongWinner!,
    );
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[2]).toBeLessThan(0.5);
  });

  it('has no winner among equals, and nothing to say of one arm or of nobody', () => {
    const same = { everybody: flatLedger({ conversions: 4 }), contacts: 5000 };
    const outlook = experimentOutlook(
      [
        { id: 'a', ...same },
        { id: 'b', ...same },
      ],
      10_000,
    )!;
    expect(outlook.wrongWinner).toBeUndefined();
    expect(experimentOutlook([{ id: 'a', ...same }], 10_000)).toBeUndefined();
    expect(experimentOutlook([arm('a', 1), arm('b', 2)], 0)).toBeUndefined();
  });
});
