import { describe, expect, it } from 'vitest';
import type { Journey, JourneySettings } from '../../src/journey/journey.ts';
import type { EntryStep } from '../../src/journey/steps/entry.ts';
import { days, hours, minutes } from '../../src/journey/units.ts';
import { branchOf, draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 40_000;
const MOST = 4.5;
const PER_DAY = 1.5;
/** Chance of an event in a given minute. */
const p = 1 - Math.exp(-PER_DAY / 1440);
/** No contact is counted beyond so many entries. */
const COUNTED = 12;

/** Who comes in for the k-th time leaves by exit `k`: the score counts entries and outlives them. */
function countedEntries(horizonMinutes: number, settings: Partial<JourneySettings>, stay = 0): Journey {
  const ks = Array.from({ length: COUNTED }, (_, k) => COUNTED - k);
  return draft(
    {
      'entry-1': step('entry', { trigger: { type: 'events', event: 'visit', perDay: PER_DAY } }),
      count: step('update', { changes: [{ type: 'addScore', points: 1 }] }),
      which: step('split', {
        branches: ks.map((k) => branchOf(`k${k}`, { kind: 'score', atLeast: k })),
      }),
      stay: step('wait', { until: { type: 'duration', minutes: minutes(stay) } }),
      done: step('exit'),
    },
    [
      'entry-1.next > count',
      'count.next > which',
      ...ks.map((k) => `which.k${k} > stay`),
      'which.else > done',
      'stay.next > done',
    ],
    { horizonMinutes: minutes(horizonMinutes), ...settings },
  );
}

/** Contacts that came in at least k times, for k = 1 … COUNTED − 1 (the last exit takes all later ones too). */
function atLeast(journey: Journey, seed: number) {
  const program = programOf(journey);
  const results = run(program, { contacts: CONTACTS, seed });
  const { exit, entered } = readResults(program, results);
  const times = Array.from({ length: COUNTED - 1 }, (_, k) => exit('which', `k${k + 1}`));
  return { times, entered: entered('entry-1'), dropped: results.journeys[0]!.droppedEntries };
}

/** P(Binomial(n, p) ≥ k). */
function binomialAtLeast(n: number, k: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let j = 0; j < k; j++) {
    below += term;
    term *= ((n - j) / (j + 1)) * (p / (1 - p));
  }
  return 1 - below;
}

function zs(times: readonly number[], share: (k: number) => number): number[] {
  return times.map((count, k) => binomialZ(count, CONTACTS, share(k + 1)));
}

function worst(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}

describe('events by chance', () => {
  const horizon = days(3);
  const { times, entered, dropped } = atLeast(
    countedEntries(horizon, { reEntry: { mode: 'afterExit' } }),
    31,
  );

  it('let a contact in k times or more as the Poisson law has it, minutes with two events counted once', () => {
    expect(worst(zs(times, (k) => binomialAtLeast(horizon, k)))).toBeLessThan(MOST);
    // Which is Poisson(4.5) but for one event in two thousand.
    expect(binomialAtLeast(horizon, 4)).toBeCloseTo(
      1 - Math.exp(-4.5) * (1 + 4.5 + 4.5 ** 2 / 2 + 4.5 ** 3 / 6),
      3,
    );
  });

  it('vary from contact to contact as much as they are many: variance λT', () => {
    // E[N] and E[N²] from P(N ≥ k), with the law's own tail beyond what is counted.
    const tail = (k: number) => (k < COUNTED ? times[k - 1]! / CONTACTS : binomialAtLeast(horizon, k));
    let [mean, square] = [0, 0];
    for (let k = 1; k < 40; k++) {
      mean += tail(k);
      square += (2 * k - 1) * tail(k);
    }
    const lambda = horizon * p;
    // Of a sample of n Poisson counts the variance has variance (λ + 2 λ²) / n, nearly.
    const deviation = Math.sqrt((lambda + 2 * lambda ** 2) / CONTACTS);
    expect(Math.abs(square - mean ** 2 - lambda * (1 - p)) / deviation).toBeLessThan(MOST);
  });

  it('are λT each, let in or dropped', () => {
    const events = (CONTACTS * PER_DAY * horizon) / 1440;
    expect(Math.abs(entered + dropped - events) / Math.sqrt(events)).toBeLessThan(MOST);
  });
});

describe('entries that cannot follow each other closely', () => {
  /** The k-th entry comes in time when k of the minutes that are left beside k − 1 pauses have an event. */
  const renewal = (horizon: number, pause: number) => (k: number) =>
    binomialAtLeast(Math.max(0, horizon - (k - 1) * (pause - 1)), k);

  it.each([
    ['since the last began', { mode: 'cooldown', minutes: hours(7), from: 'start' }, 0, hours(7)],
    ['since the last ended', { mode: 'cooldown', minutes: hours(5), from: 'end' }, hours(3), hours(8)],
    ['after the last, which lasts', { mode: 'afterExit' }, hours(6), hours(6) + 1],
  ] as const)(
    'are a renewal process: P(N ≥ k) = P(Erlang(k) ≤ T − (k − 1) pause), %s',
    (_, reEntry, stay, pause) => {
      const horizon = days(4);
      const { times } = atLeast(countedEntries(horizon, { reEntry }, stay), 32 + stay);
      expect(worst(zs(times.slice(0, 8), renewal(horizon, pause)))).toBeLessThan(MOST);
    },
  );

  it('drop every event that finds the contact inside: events let in and dropped are λT', () => {
    const horizon = days(4);
    const { entered, dropped } = atLeast(
      countedEntries(horizon, { reEntry: { mode: 'afterExit' } }, hours(6)),
      33,
    );
    const events = (CONTACTS * PER_DAY * horizon) / 1440;
    expect(Math.abs(entered + dropped - events) / Math.sqrt(events)).toBeLessThan(MOST);
  });
});

describe('events with an hour profile', () => {
  const profile = [0, 0, 0, 0, 0, 1, 2, 5, 8, 6, 4, 4, 6, 8, 5, 4, 3, 3, 4, 6, 8, 9, 4, 1];
  const weight = profile.reduce((a, b) => a + b, 0);

  /** Contacts that have come in before the run is so many minutes old. */
  function inBefore(horizon: number, zone: string, seed: number): number {
    const trigger: EntryStep['trigger'] = { type: 'events', event: 'visit', perDay: 2, hourProfile: profile };
    const program = programOf(
      draft({ 'entry-1': step('entry', { trigger }), done: step('exit') }, ['entry-1.next > done'], {
        horizonMinutes: minutes(horizon),
        zone,
      }),
    );
    return readResults(program, run(program, { contacts: 5000, seed })).entered('entry-1');
  }

  it.each([
    ['UTC', 8 * 60],
    ['Asia/Kolkata', 13.5 * 60],
    ['America/New_York', 3 * 60],
  ])('come by the clock of %s: 1 − exp(−events up to then), every half hour of a day', (zone, start) => {
    const chances: number[] = [];
    let expected = 0;
    for (let half = 0; half < 48; half++) {
      // Half an hour at a time: never across a full hour.
      expected += profile[Math.floor((start + half * 30) / 60) % 24]! / weight;
      const share = 1 - Math.exp(-expected);
      const count = inBefore((half + 1) * 30, zone, 340 + half);
      if (expected === 0) expect(count).toBe(0);
      else chances.push(binomialZ(count, 5000, share));
    }
    expect(worst(chances)).toBeLessThan(MOST);
    const chiSquare = chances.reduce((sum, z) => sum + z * z, 0);
    // Mean and variance of a chi-square.
    expect(Math.abs(chiSquare - chances.length) / Math.sqrt(2 * chances.length)).toBeLessThan(MOST);
  });
});
