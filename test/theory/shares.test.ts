import { describe, expect, it } from 'vitest';
import { days, hours, minutes } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 200_000;

describe('an experiment', () => {
  const weights = { a: 50, b: 30, c: 12.5, holdout: 7.5 };
  const journey = draft(
    {
      test: step('experiment', {
        arms: (['a', 'b', 'c'] as const).map((id) => ({ id, name: id, weight: weights[id] })),
        holdout: { weight: weights.holdout, goesOn: false },
      }),
      done: step('exit'),
    },
    ['entry-1.next > test', 'test.a > done', 'test.b > done', 'test.c > done', 'test.holdout > done'],
    { horizonMinutes: days(1) },
  );
  const program = programOf(journey);

  it.each([1, 2, 3])('divides contacts by its weights (chi-square, seed %i)', (seed) => {
    const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed }));
    const chiSquare = Object.entries(weights).reduce((sum, [arm, weight]) => {
      const expected = (CONTACTS * weight) / 100;
      return sum + (exit('test', arm) - expected) ** 2 / expected;
    }, 0);
    // 99.9 % quantile with 3 degrees of freedom.
    expect(chiSquare).toBeLessThan(16.27);
  });
});

describe('a random wait', () => {
  const [from, to] = [30, 149];

  /** Contacts that have gone on before minute `horizon`. */
  function goneOnBefore(horizon: number, seed: number): number {
    const journey = draft(
      {
        pause: step('wait', { until: { type: 'random', from: minutes(from), to: minutes(to) } }),
        done: step('exit'),
      },
      ['entry-1.next > pause', 'pause.next > done'],
      { horizonMinutes: minutes(horizon) },
    );
    const program = programOf(journey);
    return readResults(program, run(program, { contacts: CONTACTS, seed })).entered('done');
  }

  it('is whole minutes, every one as likely as the other, both ends included', () => {
    expect(goneOnBefore(from, 1)).toBe(0);
    expect(goneOnBefore(to, 1)).toBeLessThan(CONTACTS);
    expect(goneOnBefore(to + 1, 1)).toBe(CONTACTS);
    for (let minute = from + 1; minute <= to; minute += 17) {
      const share = (minute - from) / (to - from + 1);
      expect(Math.abs(binomialZ(goneOnBefore(minute, minute), CONTACTS, share))).toBeLessThan(3.9);
    }
  });
});

describe('an entry spread over time', () => {
  it('lets as many in per hour as in any other', () => {
    const journey = draft(
      {
        'entry-1': step('entry', { trigger: { type: 'atOnce' }, spreadMinutes: hours(10) }),
        done: step('exit'),
      },
      ['entry-1.next > done'],
      { horizonMinutes: hours(3) },
    );
    const program = programOf(journey);
    const { entered } = readResults(program, run(program, { contacts: CONTACTS }));
    expect(Math.abs(binomialZ(entered('entry-1'), CONTACTS, 0.3))).toBeLessThan(3.29);
  });
});

describe('events that arrive', () => {
  it('bring as many contacts in as their rate says, when everyone may come back', () => {
    const journey = draft(
      {
        'entry-1': step('entry', { trigger: { type: 'events', event: 'cart', perDay: 1 } }),
        done: step('exit'),
      },
      ['entry-1.next > done'],
      { horizonMinutes: days(2), reEntry: { mode: 'afterExit' } },
    );
    // One event a day for an audience of one contact, 50 000 times over.
    const program = programOf(journey);
    const { entered } = readResults(program, run(program, { contacts: 50_000 }));
    expect(Math.abs(entered('entry-1') - 100_000) / Math.sqrt(100_000)).toBeLessThan(3.29);
  });
});

describe('organic conversions', () => {
  it('come to every contact, entered or not, at the organic rate', () => {
    const journey = draft(
      {
        'entry-1': step('entry', { trigger: { type: 'atOnce' }, eligible: { kind: 'tag', tag: 'nobody' } }),
        done: step('exit'),
      },
      ['entry-1.next > done'],
      { horizonMinutes: days(90) },
    );
    const program = programOf(journey);
    const { entered, total } = readResults(program, run(program, { contacts: CONTACTS }));
    const mean = 0.00041 * 90;
    // Propensity is gamma distributed with shape .24: the counts are negative binomial.
    const deviation = Math.sqrt(CONTACTS * (mean + mean ** 2 / 0.24));
    expect(entered('entry-1')).toBe(0);
    expect(Math.abs(total('conversionsAudience') - CONTACTS * mean) / deviation).toBeLessThan(3.29);
    expect(Math.abs(total('revenueAudienceMinor') / total('conversionsAudience') / 11_600 - 1)).toBeLessThan(
      0.04,
    );
  });
});
