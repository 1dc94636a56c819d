import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  MODELS,
  type Attribution,
  type Model,
} from '../../../src/analytics/attribution/attribute.ts';
import { NO_GROUP, pathsOfRows, type CreditPaths } from '../../../src/analytics/attribution/creditPaths.ts';
import { chainOf } from '../../../src/analytics/attribution/markov/chain.ts';
import { markovCredit } from '../../../src/analytics/attribution/markov/markovCredit.ts';
import { markovSpread } from '../../../src/analytics/attribution/markov/markovSpread.ts';
import { GROUPS } from '../../../src/engine/results.ts';
import { makeLuck, type Luck } from '../luck.ts';

const CONTACTS = 2_048;
const SETTINGS = { decay: { by: 'time', halfLifeDays: 7 }, order: 1 } as const;
const CLAIMANTS = ['email', 'sms', 'push'];

/** One contact's touches: a walk whose moves and ends depend on where it is. */
function walk(luck: Luck): { readonly path: readonly string[]; readonly converted: boolean } {
  const path: string[] = [];
  let at = luck.uniform() < 0.7 ? 0 : 1;
  for (;;) {
    path.push(CLAIMANTS[at]!);
    const next = luck.uniform();
    if (next < [0.05, 0.03, 0.12][at]!) return { path, converted: true };
    if (next < 0.6) return { path, converted: false };
    at = (at + (luck.uniform() < 0.6 ? 1 : 2)) % 3;
  }
}

/** Contacts as a run hands them over: conversions one by one with their group, the others only by their sequence. */
function audience(luck: Luck, contacts: number): CreditPaths {
  const walks = Array.from({ length: contacts }, (_, contact) => ({
    ...walk(luck),
    group: contact % GROUPS,
  }));
  const converted = walks.filter((one) => one.converted);
  const others = new Map<string, number>();
  for (const { path, converted: did } of walks)
    if (!did) others.set(path.join('>'), (others.get(path.join('>')) ?? 0) + 1);
  const paths = pathsOfRows([
    { path: CLAIMANTS, conversions: 0 },
    ...converted.map(({ path }) => ({ path, conversions: 1, value: luck.order() })),
    ...[...others].map(([way, nulls]) => ({ path: way.split('>'), conversions: 0, nulls })),
  ]);
  return {
    ...paths,
    group: Uint8Array.from([
      NO_GROUP,
      ...converted.map(({ group }) => group),
      ...[...others].map(() => NO_GROUP),
    ]),
  };
}

const shown = { contacts: new Float64Array(GROUPS).fill(CONTACTS / GROUPS), factor: 1 };

describe('credit', () => {
  const paths = audience(makeLuck(1), CONTACTS);
  const made = attribute(paths, SETTINGS, shown);

  it('of every model adds up to everything, with what nothing claims', () => {
    expect(made.models.map(({ model }) => model)).toEqual(MODELS);
    for (const { conversions, value } of made.models) {
      const sum = (of: typeof value) => of.reduce((total, one) => total + one.value, 0);
      expect(sum(conversions) + made.unclaimed.conversions.value).toBeCloseTo(made.total.conversions, 6);
      expect(sum(value) + made.unclaimed.value.value).toBeCloseTo(made.total.value, 6);
    }
  });

  it('is scaled to the contacts that are shown, interval and all', () => {
    const scaled = attribute(paths, SETTINGS, { ...shown, factor: 10 });
    made.models.forEach(({ conversions }, model) =>
      conversions.forEach(({ value, low, high }, at) => {
        const ten = scaled.models[model]!.conversions[at]!;
        expect([ten.value, ten.low, ten.high]).toEqual(
          [value, low, high].map((one) => expect.closeTo(10 * one, 6) as number),
        );
      }),
    );
  });

  it('of a claimant without any says how much may still exist', () => {
    const rows = pathsOfRows([
      { path: ['sms'], conversions: 0 },
      { path: ['email'], conversions: 9 },
    ]);
    const [sms] = attribute(rows, SETTINGS, shown).models[0]!.conversions;
    expect(sms).toMatchObject({ value: 0, low: 0 });
    expect(sms!.high).toBeGreaterThan(1);
  });

  it('is nothing at all for nobody', () => {
    const empty = attribute(pathsOfRows([]), SETTINGS, { contacts: new Float64Array(GROUPS), factor: 0 });
    expect(empty.claimants).toEqual([]);
    expect(empty.total).toEqual({ conversions: 0, value: 0 });
  });
});

describe('what each contact adds to the chain’s credit', () => {
  it('sums to the credit', () => {
    const paths = audience(makeLuck(2), 600);
    for (const order of [1, 2, 3]) {
      const credit = markovCredit(paths, order);
      markovSpread(paths, credit.chain, 'value').forEach(({ groups, elsewhere }, claimant) =>
        expect(groups.reduce((sum, part) => sum + part, elsewhere)).toBeCloseTo(credit.value[claimant]!, 7),
      );
    }
  });

  it('is by how much the credit changes with a little more of that contact', () => {
    const paths = audience(makeLuck(3), 400);
    const LITTLE = 1e-5;
    for (const measure of ['conversions', 'value'] as const)
      for (const row of [1, 5, paths.conversions.length - 1]) {
        const more = {
          ...paths,
          conversions: paths.conversions.slice(),
          nulls: paths.nulls.slice(),
          value: paths.value.slice(),
        };
        const converts = paths.conversions[row]! > 0;
        (converts ? more.conversions : more.nulls)[row]! += LITTLE;
        if (converts) more.value[row]! *= 1 + LITTLE;
        // Alone in a group of its own, the row's part can be read off.
        const alone = { ...paths, group: new Uint8Array(paths.group.length) };
        alone.group[row] = 1;
        const times = paths.conversions[row]! + paths.nulls[row]!;
        const before = markovCredit(paths, 2)[measure];
        const after = markovCredit(more, 2)[measure];
        markovSpread(alone, chainOf(alone, 2), measure).forEach(({ groups }, claimant) =>
          expect(groups[1]! / times).toBeCloseTo((after[claimant]! - before[claimant]!) / LITTLE, 3),
        );
      }
  });
});

describe('the interval of a credit', () => {
  const LAUNCHES = 1_000;
  // So many contacts that what they come to is nearly the truth.
  const MANY = 400_000;
  let truth: Attribution;
  let launches: readonly Attribution[];
  beforeAll(() => {
    truth = attribute(audience(makeLuck(77), MANY), SETTINGS, {
      contacts: new Float64Array(GROUPS).fill(MANY / GROUPS),
      factor: CONTACTS / MANY,
    });
    const luck = makeLuck(12);
    launches = Array.from({ length: LAUNCHES }, () => attribute(audience(luck, CONTACTS), SETTINGS, shown));
  });

  it.each(
    (['first', 'last', 'linear', 'linearUnique', 'timeDecay', 'markov'] as const).flatMap((model: Model) =>
      CLAIMANTS.map((name, claimant) => ({ model, name, claimant })),
    ),
  )('of $name by $model holds the truth 93 to 97 times in 100', ({ model, claimant }) => {
    const place = MODELS.indexOf(model);
    const real = truth.models[place]!.conversions[claimant]!.value;
    // First touch never credits push.
    if (real < 20) return expect(real).toBe(0);
    const held = launches.filter(({ models }) => {
      const { low, high } = models[place]!.conversions[claimant]!;
      return low <= real && real <= high;
    }).length;
    expect(held / LAUNCHES).toBeGreaterThan(0.93);
    expect(held / LAUNCHES).toBeLessThan(0.97);
  });
});
