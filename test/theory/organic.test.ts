import { describe, expect, it } from 'vitest';
import { logGamma } from '../../src/compile/response/elementary.ts';
import type { JourneySettings } from '../../src/journey/journey.ts';
import { days, probability } from '../../src/journey/units.ts';
import { branchOf, draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 60_000;
const MOST = 4.5;
const PER_DAY = 0.00041;
const SHAPE = 0.24;
const YEARS = days(3652);
const MEAN = (PER_DAY * YEARS) / 1440;

const everyOrder: Partial<JourneySettings> = {
  goals: [
    {
      id: 'order',
      name: 'Order',
      on: { kind: 'conversion' },
      value: { kind: 'event' },
      count: 'every',
      window: { minutes: YEARS, from: 'entry' },
    },
  ],
};

/** A message that does nothing, so that a check has something to stand on. */
const silent = step('message', {
  channel: 'webhook',
  response: { clicked: probability(0), converted: probability(0) },
});

/** P(N ≤ k) from P(N = 0), P(N = 1), … */
function atMost(probabilityOf: (k: number) => number, k: number): number {
  let sum = 0;
  for (let j = 0; j <= k; j++) sum += probabilityOf(j);
  return sum;
}

describe('organic conversions of a contact', () => {
  const counted = 24;

  /** Contacts with at least k conversions in ten years, k = 1 … : each turn of the loop waits for one more. */
  function atLeast(heterogeneity: 'on' | 'off', seed: number): number[] {
    const ks = Array.from({ length: counted }, (_, k) => counted - k);
    const program = programOf(
      draft(
        {
          ask: silent,
          next: step('check', { on: 'latest', responses: ['converted'], windowMinutes: YEARS }),
          count: step('update', { changes: [{ type: 'addScore', points: 1 }] }),
          which: step('split', {
            branches: ks.map((k) => branchOf(`k${k}`, { kind: 'score', atLeast: k })),
          }),
          done: step('exit'),
        },
        [
          'entry-1.next > ask',
          'ask.next > next',
          'next.converted > count',
          'next.noResponse > done',
          'count.next > which',
          ...ks.map((k) => `which.k${k} > ask`),
          'which.else > done',
        ],
        { ...everyOrder, horizonMinutes: YEARS, heterogeneity, maxPasses: 4000 },
      ),
    );
    const { exit, loopBound } = readResults(program, run(program, { contacts: CONTACTS, seed }));
    expect(loopBound('ask')).toBe(0);
    return Array.from({ length: counted - 1 }, (_, k) => exit('which', `k${k + 1}`));
  }

  it('are Poisson when all contacts are alike', () => {
    const poisson = (k: number) => Math.exp(k * Math.log(MEAN) - MEAN - logGamma(k + 1));
    const zs = atLeast('off', 51)
      .slice(0, 7)
      .map((count, k) => binomialZ(count, CONTACTS, 1 - atMost(poisson, k)));
    expect(Math.max(...zs.map(Math.abs))).toBeLessThan(MOST);
  });

  it('are negative binomial, shape 0.24, when propensity is gamma: P(0) = (1 + m / 0.24)^−0.24', () => {
    const times = atLeast('on', 52);
    const success = SHAPE / (SHAPE + MEAN);
    const negativeBinomial = (k: number) =>
      Math.exp(
        logGamma(SHAPE + k) -
          logGamma(SHAPE) -
          logGamma(k + 1) +
          SHAPE * Math.log(success) +
          k * Math.log(1 - success),
      );
    expect(negativeBinomial(0)).toBeCloseTo((1 + MEAN / SHAPE) ** -SHAPE, 10);
    const zs = times.map((count, k) => binomialZ(count, CONTACTS, 1 - atMost(negativeBinomial, k)));
    expect(Math.max(...zs.map(Math.abs))).toBeLessThan(MOST);
  });
});

describe('organic conversions in one half of a run and in the other', () => {
  const half = days(600);
  const mean = (PER_DAY * half) / 1440;

  /** Contacts without a conversion in the first half, in the second, in both. */
  function without(heterogeneity: 'on' | 'off', seed: number) {
    const check = (on: 'first' | 'second') =>
      step('check', { on: on as never, responses: ['converted'], windowMinutes: half, ranked: true });
    const program = programOf(
      draft(
        {
          first: silent,
          early: check('first'),
          bought: step('wait', { until: { type: 'duration', minutes: days(0) } }),
          second: silent,
          late: check('second'),
          again: silent,
          lateToo: step('check', {
            on: 'again' as never,
            responses: ['converted'],
            windowMinutes: half,
            ranked: true,
          }),
          done: step('exit'),
        },
        [
          'entry-1.next > first',
          'first.next > early',
          'early.noResponse > second',
          'second.next > late',
          'late.converted > done',
          'late.noResponse > done',
          'early.converted > bought',
          'bought.next > again',
          'again.next > lateToo',
          'lateToo.converted > done',
          'lateToo.noResponse > done',
        ],
        { ...everyOrder, horizonMinutes: days(1300), heterogeneity },
      ),
    );
    const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed }));
    return {
      first: exit('early', 'noResponse'),
      second: exit('late', 'noResponse') + exit('lateToo', 'noResponse'),
      both: exit('late', 'noResponse'),
    };
  }

  it('are independent when all contacts are alike: e^−m, e^−m, e^−2m', () => {
    const { first, second, both } = without('off', 53);
    expect(Math.abs(binomialZ(first, CONTACTS, Math.exp(-mean)))).toBeLessThan(MOST);
    expect(Math.abs(binomialZ(second, CONTACTS, Math.exp(-mean)))).toBeLessThan(MOST);
    expect(Math.abs(binomialZ(both, CONTACTS, Math.exp(-2 * mean)))).toBeLessThan(MOST);
  });

  it('are the same people’s when propensity is gamma: (1 + m / s)^−s, again, (1 + 2m / s)^−s', () => {
    const { first, second, both } = without('on', 54);
    const none = (m: number) => (1 + m / SHAPE) ** -SHAPE;
    expect(Math.abs(binomialZ(first, CONTACTS, none(mean)))).toBeLessThan(MOST);
    expect(Math.abs(binomialZ(second, CONTACTS, none(mean)))).toBeLessThan(MOST);
    expect(Math.abs(binomialZ(both, CONTACTS, none(2 * mean)))).toBeLessThan(MOST);
    // Far from independent.
    expect(both / CONTACTS - (first / CONTACTS) * (second / CONTACTS)).toBeGreaterThan(0.05);
  });
});

describe('goodwill after an open', () => {
  it('brings Poisson(0.00041 · 2.21 · 3.5 / ln 2 · (1 − 2^−T/3.5)) orders more', () => {
    const horizon = days(21);
    const program = programOf(
      draft(
        {
          app: step('message', {
            channel: 'in-app',
            response: { delivered: probability(1), opened: probability(1), clicked: probability(0) },
          }),
          done: step('exit'),
        },
        ['entry-1.next > app', 'app.next > done'],
        { ...everyOrder, horizonMinutes: horizon, heterogeneity: 'off' },
      ),
    );
    // Opened at once: the delay to the open has its own test.
    const [journey] = program.journeys;
    const sends = journey!.sends.map((send) => ({
      ...send,
      openDelay: new Float64Array(1025),
      warped: false,
    }));
    const at = { ...program, journeys: [{ ...journey!, sends }] };
    const contacts = 400_000;
    const { total } = readResults(at, run(at, { contacts, seed: 55 }));
    const stock = 3.5 / Math.LN2;
    const mean = PER_DAY * (21 + 2.21 * stock * (1 - Math.exp(-21 / stock)));
    expect(
      Math.abs(total('conversionsAudience') - contacts * mean) / Math.sqrt(contacts * mean),
    ).toBeLessThan(MOST);
  });
});
