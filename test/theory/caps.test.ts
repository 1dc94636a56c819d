import { describe, expect, it } from 'vitest';
import { NO_POLICIES, type Policies } from '../../src/journey/policies.ts';
import { days, hours, type Minutes } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { anybody, run, tryCompileAll } from '../support/simulate.ts';

const CONTACTS = 40_000;
const MOST = 4.5;
const PER_DAY = 1.5;
/** Chance of an event in a given minute. */
const p = 1 - Math.exp(-PER_DAY / 1440);

/** How many contacts got at least k messages, from k = 0, when every event of theirs sends one that the cap lets through. */
function sentAtLeast(horizonMinutes: Minutes, window: Minutes, max: number, seed: number): number[] {
  const journey = draft(
    {
      'entry-1': step('entry', { trigger: { type: 'events', event: 'visit', perDay: PER_DAY } }),
      // Ads neither bounce nor are they unsubscribed from.
      ad: step('message', { channel: 'display-ad' }),
    },
    ['entry-1.next > ad'],
    { horizonMinutes, reEntry: { mode: 'afterExit' } },
  );
  const policies: Policies = {
    ...NO_POLICIES,
    caps: [
      {
        id: 'cap',
        max,
        window: { kind: 'rolling', minutes: window },
        zone: 'UTC',
        scope: 'all',
        onCap: { kind: 'skip' },
      },
    ],
  };
  const compiled = tryCompileAll([journey], anybody, policies, { outcomes: true });
  if (!compiled.ok) throw new Error(compiled.problems.map(({ words }) => words).join());
  const { sent } = run(compiled.program, { contacts: CONTACTS, seed }).outcomes!;
  const atLeast: number[] = [];
  for (let k = 0; k < 9; k++) atLeast.push(sent.reduce((sum, n) => sum + (n >= k ? 1 : 0), 0));
  return atLeast;
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

describe('messages under a rolling cap', () => {
  it.each([
    [days(4), hours(12), 51],
    [days(10), days(2), 52],
  ])('of one are a renewal process with a dead time: %i minutes, window %i', (horizon, window, seed) => {
    const counts = sentAtLeast(horizon, window, 1, seed);
    for (let k = 1; k < 7; k++) {
      // k sends fit when k of the minutes beside k − 1 windows have an event; a send is possible again w minutes later.
      const share = binomialAtLeast(Math.max(0, horizon - (k - 1) * (window - 1)), k);
      if (share < 1e-9) expect(counts[k]).toBe(0);
      else expect(Math.abs(binomialZ(counts[k]!, CONTACTS, share)), `${k} or more`).toBeLessThan(MOST);
    }
  });

  it('as long as the run get no contact above its number, and stop nobody below it', () => {
    const horizon = days(4);
    const counts = sentAtLeast(horizon, horizon, 3, 53);
    for (const k of [1, 2, 3])
      expect(Math.abs(binomialZ(counts[k]!, CONTACTS, binomialAtLeast(horizon, k)))).toBeLessThan(MOST);
    expect(counts[4]).toBe(0);
  });
});
