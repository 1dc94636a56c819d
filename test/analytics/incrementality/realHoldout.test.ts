import { describe, expect, it } from 'vitest';
import { experimentOutlook } from '../../../src/analytics/incrementality/experiment.ts';
import { liftOf } from '../../../src/analytics/incrementality/lift.ts';
import { armOf, realHoldout } from '../../../src/analytics/incrementality/realHoldout.ts';
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

const rateOf = ({ conversions, contacts }: { readonly conversions: number; readonly contacts: number }) =>
  conversions / contacts;

describe('a holdout among those who enter', () => {
  const PART = 0.2;
  const RATE = 0.3;
  const PEOPLE = 128 * 100;

  /** Contacts of whom a part enters and a share of these converts, once each; by group, and of those who enter alone. */
  function drawEntries(seed: number) {
    const luck = makeLuck(seed);
    const columns = () => ({
      contacts: new Float64Array(128),
      conversions: new Float64Array(128),
      revenue: new Float64Array(128),
      cost: new Float64Array(128),
    });
    const [all, entering] = [columns(), columns()];
    for (let contact = 0; contact < PEOPLE; contact++) {
      const group = contact % 128;
      all.contacts[group]! += 1;
      if (luck.uniform() >= PART) continue;
      entering.contacts[group]! += 1;
      if (luck.uniform() >= RATE) continue;
      const worth = luck.order();
      for (const { conversions, revenue } of [all, entering]) {
        conversions[group]! += 1;
        revenue[group]! += worth;
      }
    }
    const ledger = (groups: typeof all) => ({ groups, factor: 1, fixedCost: 0, margin: 1 });
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    return {
      all: ledger(all),
      entering: ledger(entering),
      part: sum(entering.contacts) / sum(all.contacts),
    };
  }

  it('finds the rate and the spread of those who enter from the sums over all contacts', () => {
    let [told, known, diluted] = [0, 0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const { all, entering, part } = drawEntries(seed);
      const [fromAll, fromThem] = [armOf(all, 5000, 1, part), armOf(entering, 5000, 1)];
      expect(fromAll.revenue.mean).toBeCloseTo(fromThem.revenue.mean, 9);
      expect(rateOf(fromAll.share)).toBeCloseTo(rateOf(fromThem.share), 9);
      told += fromAll.revenue.deviation ** 2;
      known += fromThem.revenue.deviation ** 2;
      diluted += armOf(all, 5000, 1).revenue.deviation ** 2 / part;
    }
    expect(told / known).toBeGreaterThan(0.95);
    expect(told / known).toBeLessThan(1.05);
    // Less what comes of entering or not: without that it would be wider by a sixth.
    expect(diluted / known).toBeGreaterThan(1.1);
  });

  it('needs fewer contacts than one drawn from all, for contacts who never enter thin the lift out', () => {
    const worlds = drawWorlds(makeLuck(91), JOURNEY, { margin: 0.5 });
    const plan = { contacts: 10_000, share: 0.1 };
    const part = { withIt: 0.2, without: 0.2 };
    const [among, all] = [realHoldout(worlds, plan, part)!, realHoldout(worlds, plan)!];
    expect(among.rate).toBeCloseTo(5 * all.rate, 9);
    expect(among.needed!).toBeLessThan(0.25 * all.needed!);
    expect(among.power!).toBeGreaterThan(all.power!);
    expect(among.profit.value).toBeCloseTo(5 * all.profit.value, 6);
  });

  it('says nothing where nobody enters', () => {
    const worlds = drawWorlds(makeLuck(91), JOURNEY);
    const plan = { contacts: 10_000, share: 0.1 };
    expect(realHoldout(worlds, plan, { withIt: 0, without: 0 })).toBeUndefined();
  });
});
