import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountFigures } from '../../../src/analytics/attribution/accountFigures.ts';
import { pathsOfAccounts, type AccountPaths } from '../../../src/analytics/attribution/accountPaths.ts';
import { heuristicCredit, perClaimant } from '../../../src/analytics/attribution/heuristicCredit.ts';
import { DEFAULT_SETTINGS } from '../../../src/analytics/attribution/heuristics.ts';
import { markovCredit } from '../../../src/analytics/attribution/markov/markovCredit.ts';
import { pathsOfTouches, type TouchReading } from '../../../src/analytics/attribution/pathsOfTouches.ts';
import { synthesise } from '../../../src/audience/synthesise.ts';
import { TOUCH, TOUCH_LEVELS } from '../../../src/engine/results.ts';
import { parseJourney } from '../../../src/journey/format.ts';
import { NO_POLICIES } from '../../../src/journey/policies.ts';
import { run, tryCompileAll } from '../../support/simulate.ts';
import { madeAccounts, type MadeContact } from './madeAccounts.ts';

const DAY = 1440;
const [EMAIL, AD, SMS] = [0, 1, 2];
const sends = [
  { step: 'hello', channel: 'email', opensReported: true },
  { step: 'banner', channel: 'display-ad', opensReported: false },
  { step: 'remind', channel: 'sms', opensReported: false },
];
const reading: TouchReading = {
  credited: 'channel',
  level: 'seen',
  lookBackDays: undefined,
  ...{ seed: 1, minorPerUnit: 100 },
};

const rowsOf = ({ paths, toucher, account, buyer }: AccountPaths) =>
  [...account].map((of, row) => {
    const places = Array.from(
      { length: paths.from[row + 1]! - paths.from[row]! },
      (_, k) => paths.from[row]! + k,
    );
    return {
      account: of,
      buyer: buyer[row],
      path: places.map((at) => `${toucher[at]} ${paths.claimants[paths.claimant[at]!]}`),
      ages: places.map((at) => paths.ageDays[at]),
      value: paths.value[row],
    };
  });

describe('the path of a sale to an account', () => {
  // Anna (0) and Ben (1) are of one firm, Carla (2) is of another.
  const email = { send: EMAIL, kind: TOUCH.delivered, minute: 0 };
  const anna: MadeContact = {
    ...{ contact: 0, account: 0 },
    touches: [
      email,
      { send: EMAIL, kind: TOUCH.opened, minute: DAY },
      { send: EMAIL, kind: TOUCH.clicked, minute: DAY },
      { send: SMS, kind: TOUCH.delivered, minute: 6 * DAY },
    ],
    conversions: [],
  };
  const ben: MadeContact = {
    ...{ contact: 1, account: 0 },
    touches: [{ send: AD, kind: TOUCH.delivered, minute: 3 * DAY }],
    conversions: [{ minute: 5 * DAY, valueMinor: 90_000 }],
  };
  const carla: MadeContact = {
    ...{ contact: 2, account: 2 },
    touches: [{ send: EMAIL, kind: TOUCH.opened, minute: 2 * DAY }],
    conversions: [{ minute: 9 * DAY, valueMinor: 100 }],
  };
  const read = (people: readonly MadeContact[], change: Partial<TouchReading> = {}) => {
    const { touches, accounts } = madeAccounts(people);
    return pathsOfAccounts(touches, accounts, sends, { ...reading, ...change });
  };

  it('has the touches of everybody at the account, and of nobody else', () => {
    expect(rowsOf(read([anna, ben, carla]))).toEqual([
      { account: 0, buyer: 1, path: ['0 email', '1 display-ad'], ages: [4, 2], value: 900 },
      // Nothing followed the SMS to Anna.
      { account: 0, buyer: -1, path: ['0 sms'], ages: [0], value: 0 },
      { account: 2, buyer: 2, path: ['2 email'], ages: [7], value: 1 },
    ]);
  });

  it('begins anew after the account’s sale before, whoever bought', () => {
    const annaBuys = { ...anna, conversions: [{ minute: 8 * DAY, valueMinor: 500 }] };
    expect(rowsOf(read([annaBuys, ben])).map(({ buyer, path }) => ({ buyer, path }))).toEqual([
      { buyer: 1, path: ['0 email', '1 display-ad'] },
      { buyer: 0, path: ['0 sms'] },
    ]);
  });

  it('counts touches by their level, and none that is older than the look-back window', () => {
    expect(rowsOf(read([anna, ben], { level: 'clicked' }))[0]!.path).toEqual(['0 email']);
    expect(rowsOf(read([anna, ben], { lookBackDays: 4 }))[0]!.path).toHaveLength(2);
    expect(rowsOf(read([anna, ben], { lookBackDays: 3 }))[0]!.path).toEqual(['1 display-ad']);
  });

  it('says how many of an account were touched and how much of it on others than the buyer', () => {
    const { converted, touched, onOthers } = accountFigures(read([anna, ben, carla]), 10);
    expect(converted.value).toBeCloseTo(20, 9);
    expect(touched?.value).toBeCloseTo(1.5, 9);
    expect(onOthers?.value).toBeCloseTo(1 / 3, 9);
    expect(accountFigures(read([{ ...anna, conversions: [] }]), 10)).toMatchObject({
      converted: { value: 0, low: 0 },
      touched: undefined,
    });
  });

  it('counts an account that bought without a touch as one of which nobody was touched', () => {
    const own = { contact: 3, account: 3, touches: [], conversions: [{ minute: 1, valueMinor: 1 }] };
    expect(accountFigures(read([anna, ben, own]), 1).touched?.value).toBeCloseTo(1, 9);
  });
});

const minutes = fc.integer({ min: 0, max: 12 });
const people = fc
  .array(
    fc.record({
      account: fc.nat(4),
      touches: fc.array(fc.record({ minute: minutes, send: fc.nat(2), kind: fc.nat(2) }), { maxLength: 6 }),
      conversions: fc.array(minutes, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.map(({ account, touches, conversions }, contact): MadeContact => ({
      contact,
      account: all.findIndex((other) => other.account === account),
      touches: touches.toSorted((a, b) => a.minute - b.minute),
      conversions: conversions
        .toSorted((a, b) => a - b)
        .map((minute, k) => ({ minute, valueMinor: 100 * contact + k })),
    })),
  );

/** Rows as one would find them with pencil and paper, sale by sale. */
function naive(all: readonly MadeContact[], counts: (send: number, kind: number) => boolean) {
  return [...new Set(all.map(({ account }) => account))]
    .toSorted((a, b) => a - b)
    .flatMap((account) => {
      const members = all.filter((one) => one.account === account);
      const touches = members.flatMap(({ contact, touches: of }) =>
        of.filter(({ send, kind }) => counts(send, kind)).map((touch) => ({ contact, ...touch })),
      );
      const sales = members
        .flatMap(({ contact, conversions }) => conversions.map((sale) => ({ contact, ...sale })))
        .toSorted((a, b) => a.minute - b.minute || a.contact - b.contact);
      const between = (after: number, upTo: number) =>
        touches
          .filter(({ minute }) => minute > after && minute <= upTo)
          .toSorted((a, b) => a.minute - b.minute || a.contact - b.contact)
          .map(({ contact, send }) => `${contact} ${sends[send]!.channel}`);
      const rows = sales.map(({ contact, minute, valueMinor }, k) => ({
        account,
        buyer: contact,
        value: valueMinor / 100,
        path: between(sales[k - 1]?.minute ?? -1, minute),
      }));
      const left = between(sales.at(-1)?.minute ?? -1, Infinity);
      return left.length === 0 ? rows : [...rows, { account, buyer: -1, value: 0, path: left }];
    });
}

describe('grouping by account', () => {
  it('finds what one finds sale by sale', () => {
    let others = 0;
    fc.assert(
      fc.property(people, fc.constantFrom(...TOUCH_LEVELS), (all, level) => {
        const { touches, accounts } = madeAccounts(all);
        const made = pathsOfAccounts(touches, accounts, sends, { ...reading, level });
        const seen = (send: number) => (sends[send]!.opensReported ? TOUCH.opened : TOUCH.delivered);
        const counts = (send: number, kind: number) =>
          kind === (level === 'seen' ? seen(send) : TOUCH[level]);
        const got = rowsOf(made).map(({ ages: _, ...row }) => row);
        expect(got).toEqual(naive(all, counts));
        others += got.filter(({ buyer, path }) => path.some((one) => !one.startsWith(`${buyer} `))).length;
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(others).toBeGreaterThan(200);
  });
});

describe('a real run by account', () => {
  const parsed = parseJourney(readFileSync('public/samples/orchestration.journey.json', 'utf8'));
  if (!parsed.ok) throw new Error('the sample does not parse');
  const audience = synthesise(2_000, 1);
  const made = (column: string) => {
    const outputs = { detail: true, accounts: column };
    const compiled = tryCompileAll([parsed.journey], audience, NO_POLICIES, outputs);
    if (!compiled.ok) throw new Error('the sample does not compile');
    const { program } = compiled;
    const [journey] = program.journeys;
    const { paths, accounts } = run(program, { contacts: 2_000, seed: 4, audience }).journeys[0]!.detail!;
    const runSends = journey!.sends.map(({ step, channel, opensReported }) => ({
      ...{ step: journey!.steps[step]!.id, channel: program.channels[channel]!, opensReported },
    }));
    const settings = { ...reading, seed: 4 };
    return {
      own: pathsOfTouches(paths, runSends, settings),
      together: pathsOfAccounts(paths, accounts!, runSends, settings),
    };
  };
  const credits = (paths: AccountPaths['paths']) => ({
    linear: perClaimant(heuristicCredit('linear', paths, DEFAULT_SETTINGS).value),
    decay: perClaimant(heuristicCredit('timeDecay', paths, DEFAULT_SETTINGS).conversions),
    shapley: perClaimant(heuristicCredit('linearUnique', paths, DEFAULT_SETTINGS).conversions),
    chain: markovCredit(paths, 2).conversions,
  });

  it('credits as the run by contact does where everybody is an account alone', () => {
    const { own, together } = made('contact_id');
    const [expected, got] = [credits(own), credits(together.paths)];
    for (const model of ['linear', 'decay', 'shapley', 'chain'] as const)
      got[model].forEach((credit, at) => expect(credit).toBeCloseTo(expected[model][at]!, 7));
    expect(together.contacts.reduce((sum, of) => sum + of, 0)).toBe(2_000);
  });

  it('shares out the same conversions and the same value whatever the accounts', () => {
    const { own, together } = made('country');
    const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0);
    const [before, after] = [credits(own), credits(together.paths)];
    expect(sum(together.paths.conversions)).toBe(sum(own.conversions));
    expect(sum(after.linear)).toBeCloseTo(sum(before.linear), 6);
    expect(sum(after.decay)).toBeCloseTo(sum(before.decay), 6);
    expect([...after.shapley]).not.toEqual([...before.shapley]);
  });
});
