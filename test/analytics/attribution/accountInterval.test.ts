import { beforeAll, describe, expect, it } from 'vitest';
import { AttributionWork, type Credit } from '../../../src/analytics/attribution/attributionWork.ts';
import { MODELS, type Model } from '../../../src/analytics/attribution/attribute.ts';
import type { Estimate } from '../../../src/analytics/intervals.ts';
import { GROUPS, TOUCH } from '../../../src/engine/results.ts';
import { makeLuck, type Luck } from '../luck.ts';
import { madeAccounts, type MadeContact } from './madeAccounts.ts';

const CONTACTS = 2_048;
const LAUNCHES = 1_000;
// So many contacts that what they come to is nearly the truth.
const MANY = 300_000;
const SENDS = ['email', 'sms', 'push'].map((channel) => ({ step: channel, channel, opensReported: false }));

/** One to five of a firm. Some firms are written to more and buy more than others, so colleagues are alike. */
function firm(luck: Luck, first: number, most: number): readonly MadeContact[] {
  const size = Math.min(most, 1 + Math.floor(luck.uniform() * 5));
  const eager = luck.uniform() < 0.3 ? 3 : 0.5;
  return Array.from({ length: size }, (_, k) => {
    const touches = Array.from({ length: luck.poisson(eager) }, () => ({
      minute: Math.floor(luck.uniform() * 10_000),
      send: Math.floor(luck.uniform() ** 2 * SENDS.length),
      kind: TOUCH.delivered,
    })).toSorted((a, b) => a.minute - b.minute);
    const buys = luck.uniform() < 0.08 * eager;
    const sale = { minute: Math.floor(luck.uniform() * 12_000), valueMinor: 100 * luck.order() };
    return { contact: first + k, account: first, touches, conversions: buys ? [sale] : [] };
  });
}

function launch(luck: Luck, contacts: number, seed: number): Credit {
  const people: MadeContact[] = [];
  while (people.length < contacts) people.push(...firm(luck, people.length, contacts - people.length));
  const work = new AttributionWork();
  work.open({
    ...madeAccounts(people),
    ...{ sends: SENDS, seed, minorPerUnit: 100, factor: CONTACTS / contacts },
    // By contact: not what intervals of accounts are taken over.
    contacts: new Float64Array(GROUPS),
  });
  return work.attribute({
    reading: { credited: 'channel', level: 'delivered', lookBackDays: undefined },
    settings: { decay: { by: 'time', halfLifeDays: 7 }, order: 1 },
  });
}

describe('the interval by account', () => {
  let truth: Credit;
  let launches: readonly Credit[];
  beforeAll(() => {
    truth = launch(makeLuck(5), MANY, 1);
    const luck = makeLuck(6);
    launches = Array.from({ length: LAUNCHES }, (_, seed) => launch(luck, CONTACTS, seed));
  }, 120_000);

  const share = (of: (credit: Credit) => Estimate | undefined) => {
    const real = of(truth)!.value;
    return (
      launches.filter((one) => {
        const { low, high } = of(one)!;
        return low <= real && real <= high;
      }).length / LAUNCHES
    );
  };

  const placeOf = (model: Model) => MODELS.indexOf(model);
  const rules = ['first', 'last', 'linear', 'markov'] as const;

  it.each(rules.flatMap((model) => SENDS.map(({ channel }, claimant) => ({ model, channel, claimant }))))(
    'of $channel by $model holds the truth 93 to 97 times in 100',
    ({ model, claimant }) => {
      expect(truth.models[placeOf(model)]!.conversions[claimant]!.value).toBeGreaterThan(20);
      const held = share(({ models }) => models[placeOf(model)]!.conversions[claimant]);
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.97);
    },
  );

  it.each(rules)(
    'of the value of more than 60 sales by %s holds the truth 93 to 97 times in 100',
    (model) => {
      const email = 0;
      expect(truth.models[placeOf(model)]!.conversions[email]!.value).toBeGreaterThan(60);
      const held = share(({ models }) => models[placeOf(model)]!.value[email]);
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.97);
    },
  );

  it.each(['converted', 'touched', 'onOthers'] as const)(
    'of the figure “%s” holds the truth 93 to 97 times in 100',
    (figure) => {
      const held = share(({ accounts }) => accounts?.[figure]);
      expect(held).toBeGreaterThan(0.93);
      expect(held).toBeLessThan(0.97);
    },
  );
});
