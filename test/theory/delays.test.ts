import { describe, expect, it } from 'vitest';
import { ACTIVITY_BY_HOUR } from '../../src/compile/response/commonBenchmarks.ts';
import { exponentialMinutes, logNormalMinutes } from '../../src/compile/response/delays.ts';
import { quantile, wholeMinutes } from '../../src/engine/tables.ts';
import type { Goal, Journey } from '../../src/journey/journey.ts';
import type { Step } from '../../src/journey/steps/index.ts';
import { days, minutes, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { logNormalBelow } from '../support/normal.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 40_000;
const MOST = 4.5;
const ORGANIC_PER_MINUTE = 0.00041 / 1440;

/** A chi-square value as a standard normal one (Wilson and Hilferty 1931); good from some ten degrees of freedom. */
function chiSquareZ(chiSquare: number, freedom: number): number {
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
}

/** A journey in which everybody converts once (and some once more, unasked). */
interface Seen {
  readonly steps: Readonly<Record<string, Step>>;
  readonly links: readonly string[];
  readonly from: Goal['window']['from'];
  readonly horizonMinutes: number;
}

/** How many contacts have converted within each of so many minutes: one goal per limit. */
function countWithin(limits: readonly number[], seen: Seen, seed: number): number[] {
  const goals = limits.map((limit): Goal => ({
    id: `within-${limit}`,
    name: 'Within',
    on: { kind: 'conversion' },
    value: { kind: 'event' },
    count: 'oncePerEntry',
    // The minute at which a window ends is outside it.
    window: { minutes: minutes(limit + 1), from: seen.from },
  }));
  const journey: Journey = draft(seen.steps, seen.links, {
    horizonMinutes: minutes(seen.horizonMinutes),
    heterogeneity: 'off',
    goals,
  });
  const { goals: counted } = run(programOf(journey), { contacts: CONTACTS, seed }).journeys[0]!;
  return limits.map((_, k) => counted[k * 2]!);
}

/** Chi-square of the cells between limits, as z; `below` is the share of contacts up to a limit. */
function fitZ(limits: readonly number[], within: readonly number[], below: (limit: number) => number) {
  const counts = [...within, CONTACTS].map((count, k) => count - (k === 0 ? 0 : within[k - 1]!));
  const shares = [...limits.map(below), 1].map((share, k, all) => share - (k === 0 ? 0 : all[k - 1]!));
  let chiSquare = 0;
  shares.forEach((share, k) => {
    expect(CONTACTS * share).toBeGreaterThan(15);
    chiSquare += (counts[k]! - CONTACTS * share) ** 2 / (CONTACTS * share);
  });
  return chiSquareZ(chiSquare, shares.length - 1);
}

/** Somebody may convert unasked before: 0.00041 a day, but not in minute 0, which comes before the entry. */
function orOrganic(below: (limit: number) => number): (limit: number) => number {
  return (limit) => 1 - (1 - below(limit)) * Math.exp(-ORGANIC_PER_MINUTE * limit);
}

/** Limits so that equally many contacts are expected between them, whole minutes, each once. */
function limitsOf(cells: number, delay: (u: number) => number): number[] {
  const all = Array.from({ length: cells - 1 }, (_, k) => Math.round(delay((k + 1) / cells)));
  return [...new Set(all)].filter((limit) => limit > 0);
}

/** Where `below` first reaches u. */
function inverse(below: (limit: number) => number, most: number): (u: number) => number {
  return (u) => {
    let [low, high] = [0, most];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (below(middle) < u) low = middle;
      else high = middle;
    }
    return high;
  };
}

const sure = {
  delivered: probability(1),
  opened: probability(1),
  clicked: probability(1),
  converted: probability(0),
  unsubscribed: probability(0),
  replied: probability(0),
};

describe('a delay of whole minutes, seen through a journey', () => {
  it('until a hand-off is won: ⌈log-normal⌉, minute by minute', () => {
    const [median, sigma] = [45, 0.6];
    const limits = Array.from({ length: 60 }, (_, k) => k + 16);
    const handoff = step('handoff', {
      serviceMinutes: minutes(0),
      opportunity: {
        winRate: probability(1),
        halfLifeMinutes: days(1),
        cycleMinutes: minutes(median),
        cycleSigma: sigma,
      },
    });
    const within = countWithin(
      limits,
      {
        steps: { handoff, done: step('exit') },
        links: ['entry-1.next > handoff', 'handoff.accepted > done'],
        from: 'entry',
        horizonMinutes: days(2),
      },
      11,
    );
    const below = orOrganic((limit) => logNormalBelow(limit / 60, Math.log(median / 60), sigma));
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });

  it('from a click to the order: 60 % log-normal around 15 minutes, 40 % around a day', () => {
    const below = orOrganic((limit) => {
      const hours = limit / 60;
      return 0.6 * logNormalBelow(hours, -1.386294361, 1) + 0.4 * logNormalBelow(hours, 3.17805383, 1.2);
    });
    const limits = limitsOf(40, inverse(below, days(60)));
    const within = countWithin(
      limits,
      {
        steps: {
          call: step('message', { channel: 'call', response: { ...sure, converted: probability(1) } }),
          done: step('exit'),
        },
        links: ['entry-1.next > call', 'call.next > done'],
        from: 'click',
        horizonMinutes: days(70),
      },
      12,
    );
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });

  /** A message whose answer leads to a conversion in the same minute. */
  const answered = (channel: 'direct-mail' | 'social-ad' | 'push', response: 'clicked' | 'opened'): Seen => ({
    steps: {
      message: step('message', { channel, response: sure }),
      check: step('check', { on: 'latest', responses: [response], windowMinutes: days(200) }),
      reached: step('goal', { conversion: {} }),
      done: step('exit'),
    },
    links: [
      'entry-1.next > message',
      'message.next > check',
      `check.${response} > reached`,
      'reached.next > done',
    ],
    from: 'entry',
    horizonMinutes: days(220),
  });

  it('from a letter to its answer: four days and a Weibull of scale 17.5 days, shape 1.21', () => {
    const scale = 17.5 * 1440;
    const below = orOrganic((limit) => 1 - Math.exp(-((Math.max(0, limit - 5760) / scale) ** 1.21)));
    const limits = limitsOf(40, inverse(below, days(200)));
    const within = countWithin(limits, answered('direct-mail', 'clicked'), 13);
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });

  it('from an ad to its click: every minute of seven days as likely, and one minute more', () => {
    const below = orOrganic((limit) => (limit - 1) / 10_080);
    const limits = Array.from({ length: 39 }, (_, k) => 252 * (k + 1) + 1);
    const within = countWithin(limits, answered('social-ad', 'clicked'), 14);
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });

  it('from a notification to the tap: log-normal on a clock that runs with the hours of the day', () => {
    const total = ACTIVITY_BY_HOUR.reduce<number>((sum, weight) => sum + weight, 0);
    const rates = Array.from({ length: days(14) }, (_, minute) => {
      // The run starts at eight in the morning.
      return (ACTIVITY_BY_HOUR[Math.floor(8 + minute / 60) % 24]! * 24) / total;
    });
    let passed = 0;
    const active = [0, ...rates.map((rate) => (passed += rate))];
    const below = orOrganic((limit) => logNormalBelow(active[limit]! / 60, -0.92, 1.8));
    const limits = limitsOf(40, inverse(below, days(14)));
    const within = countWithin(limits, answered('push', 'opened'), 15);
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });

  it('of two passes of a random wait: the sum of two even draws, a triangle', () => {
    const span = 40;
    const limits = Array.from({ length: span - 5 }, (_, k) => 2 * k + 5);
    const within = countWithin(
      limits,
      {
        steps: {
          once: step('wait', {
            until: { type: 'random', from: minutes(1), to: minutes(span) },
            maxPasses: 2,
          }),
          twice: step('split', {
            branches: [{ id: 'second', name: 'Second', rule: { kind: 'score', atLeast: 2 } }],
          }),
          count: step('update', { changes: [{ type: 'addScore', points: 1 }] }),
          reached: step('goal', { conversion: {} }),
          done: step('exit'),
        },
        links: [
          'entry-1.next > once',
          'once.next > count',
          'count.next > twice',
          'twice.second > reached',
          'twice.else > once',
          'reached.next > done',
        ],
        from: 'entry',
        horizonMinutes: 200,
      },
      16,
    );
    // Pairs of 1 … span with a sum of at most `limit`.
    const below = orOrganic((limit) =>
      limit <= span + 1
        ? ((limit - 1) * limit) / 2 / span ** 2
        : 1 - ((2 * span - limit + 1) * (2 * span - limit)) / 2 / span ** 2,
    );
    expect(Math.abs(fitZ(limits, within, below))).toBeLessThan(MOST);
  });
});

describe('a table of 1 024 cells', () => {
  /** The largest distance of the table's distribution from the exact one, inside and in the two outermost cells. */
  function distances(table: Float64Array, below: (value: number) => number) {
    const inside: number[] = [];
    const edges: number[] = [];
    for (let cell = 0; cell < 1024; cell++) {
      for (const part of [0, 0.1, 0.25, 0.5, 0.75, 0.9]) {
        const word = (cell + part) * 0x400000;
        const distance = Math.abs(below(quantile(table, word)) - word / 2 ** 32);
        (cell === 0 || cell === 1023 ? edges : inside).push(distance);
      }
    }
    return { inside: Math.max(...inside), edges: Math.max(...edges) };
  }

  it.each([
    [1.84, 2.3],
    [-0.45, 2],
    [3.178, 1.2],
    [-1.386, 1],
  ])('holds a log-normal (%d, %d) to 2 in 10 000, its outermost thousandths to 6', (mu, sigma) => {
    const { inside, edges } = distances(logNormalMinutes({ mu, sigma }), (value) =>
      logNormalBelow(value / 60, mu, sigma),
    );
    expect(inside).toBeLessThan(2e-4);
    expect(edges).toBeLessThan(6e-4);
  });

  it('holds an exponential', () => {
    const { inside, edges } = distances(exponentialMinutes(1), (value) => 1 - Math.exp(-value));
    expect(inside).toBeLessThan(2e-4);
    expect(edges).toBeLessThan(6e-4);
  });

  it('is read as whole minutes, rounded up, at least one', () => {
    expect([0, 0.2, 1, 1.01, 7.5, 8].map(wholeMinutes)).toEqual([1, 1, 1, 2, 8, 8]);
  });
});
