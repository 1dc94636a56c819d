import { describe, expect, it } from 'vitest';
import type { Program } from '../../src/compile/program.ts';
import { exponentialMinutes } from '../../src/compile/response/delays.ts';
import { days, minutes, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ, logNormalBelow } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 100_000;
const MOST = 4.5;

const response = {
  delivered: probability(1),
  opened: probability(1),
  clicked: probability(1),
  converted: probability(0),
  unsubscribed: probability(0),
  replied: probability(0),
};

function worst(zs: readonly number[]): number {
  return Math.max(...zs.map(Math.abs));
}

/** How the contacts leave the step `check`, each exit against its share. */
function exitZs(program: Program, seed: number, shares: Readonly<Record<string, number>>): number[] {
  const { exit } = readResults(program, run(program, { contacts: CONTACTS, seed }));
  expect(Object.values(shares).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
  return Object.entries(shares).map(([name, share]) => binomialZ(exit('check', name), CONTACTS, share));
}

describe('two exponential delays', () => {
  const WINDOW = days(3);
  /** Mean minutes until an organic order and until the call is answered; the click is the minute after that. */
  const [orderMean, answerMean] = [5000, 3000];
  const [b, a] = [1 / orderMean, 1 / answerMean];
  const ratio = Math.exp(-(a + b));
  /** Both can have come from minute 2 on; the order alone may come in minute 1. */
  const both = Math.exp(-b) * (1 - ratio ** (WINDOW - 1));

  function raced(ranked: boolean): Program {
    const program = programOf(
      draft(
        {
          call: step('message', { channel: 'call', response }),
          check: step('check', {
            on: 'latest',
            responses: ['converted', 'clicked'],
            windowMinutes: WINDOW,
            ranked,
          }),
          done: step('exit'),
        },
        [
          'entry-1.next > call',
          'call.next > check',
          'check.converted > done',
          'check.clicked > done',
          'check.noResponse > done',
        ],
        { horizonMinutes: days(4), heterogeneity: 'off' },
      ),
    );
    return {
      ...program,
      response: { ...program.response, organicGap: program.response.organicGap.map(() => orderMean) },
      journeys: program.journeys.map((journey) => ({
        ...journey,
        sends: journey.sends.map((send) => ({ ...send, openDelay: exponentialMinutes(answerMean) })),
      })),
    };
  }

  it('race to the first: b / (a + b) · (1 − e^−(a+b)T), minute by minute, ties to the better answer', () => {
    const converted = (1 - Math.exp(-b)) * (1 + both / (1 - ratio));
    const clicked = ((1 - Math.exp(-a)) * Math.exp(-b) * both) / (1 - ratio);
    // The sums over minutes are the integrals, nearly.
    expect(converted / ((b / (a + b)) * (1 - Math.exp(-(a + b) * WINDOW)))).toBeCloseTo(1, 2);
    const noResponse = Math.exp(-b * WINDOW - a * (WINDOW - 1));
    expect(worst(exitZs(raced(false), 21, { converted, clicked, noResponse }))).toBeLessThan(MOST);
  });

  it('ranked to the deadline: 1 − e^−bT for the better, e^−bT (1 − e^−aT) for the other', () => {
    const ordered = 1 - Math.exp(-b * WINDOW);
    const answered = 1 - Math.exp(-a * (WINDOW - 1));
    const shares = {
      converted: ordered,
      clicked: (1 - ordered) * answered,
      noResponse: (1 - ordered) * (1 - answered),
    };
    expect(worst(exitZs(raced(true), 22, shares))).toBeLessThan(MOST);
  });
});

describe('a letter against a salesman', () => {
  it('are answered first as ∫ of one density times what is left of the other says: Weibull, log-normal, Poisson', () => {
    const window = days(30);
    const program = programOf(
      draft(
        {
          letter: step('message', { channel: 'direct-mail', response }),
          sales: step('handoff', {
            serviceMinutes: minutes(0),
            opportunity: {
              winRate: probability(0.8),
              halfLifeMinutes: days(1),
              cycleMinutes: days(14),
              cycleSigma: 0.5,
            },
          }),
          check: step('check', { on: 'latest', responses: ['converted', 'clicked'], windowMinutes: window }),
          done: step('exit'),
        },
        [
          'entry-1.next > letter',
          'letter.next > sales',
          'sales.accepted > check',
          'check.converted > done',
          'check.clicked > done',
          'check.noResponse > done',
        ],
        { horizonMinutes: days(40), heterogeneity: 'off' },
      ),
    );
    /** Nothing bought up to a minute: neither from sales, who win 80 %, nor unasked, 0.00041 a day. */
    const unsold = (minute: number) =>
      (1 - 0.8 * logNormalBelow(minute / 60, Math.log(14 * 24), 0.5)) * Math.exp((-0.00041 * minute) / 1440);
    /** Letters are answered from the fifth day on: Weibull, scale 17.5 days, shape 1.21. */
    const answered = 1 - Math.exp(-((26 / 17.5) ** 1.21));
    const parts = 1000;
    let clicked = 0;
    for (let k = 0; k < parts; k++) {
      const u = ((k + 0.5) / parts) * answered;
      const minute = 1440 * (4 + 17.5 * (-Math.log(1 - u)) ** (1 / 1.21));
      clicked += (unsold(minute) * answered) / parts;
    }
    const noResponse = unsold(window) * (1 - answered);
    expect(
      worst(exitZs(program, 23, { converted: 1 - clicked - noResponse, clicked, noResponse })),
    ).toBeLessThan(MOST);
  });
});

describe('an answer on the way', () => {
  it('comes before a wait is over as often as its delay is shorter: an ad, an exit rule, two even draws', () => {
    const program = programOf(
      draft(
        {
          ad: step('message', { channel: 'social-ad', response }),
          pause: step('wait', { until: { type: 'random', from: minutes(1), to: days(7) } }),
          done: step('exit'),
        },
        ['entry-1.next > ad', 'ad.next > pause', 'pause.next > done'],
        {
          horizonMinutes: days(8),
          heterogeneity: 'off',
          exitRules: [
            {
              id: 'clicked',
              when: { kind: 'rule', rule: { kind: 'behaviour', did: 'clicked' } },
              mode: 'immediate',
            },
          ],
        },
      ),
    );
    const { exitRule, ended } = readResults(program, run(program, { contacts: CONTACTS, seed: 24 }));
    // Of n even minutes 1 … n for the wait and 2 … n + 1 for the click, (n − 1) n / 2 of n² pairs have it in time.
    const n = 10_080;
    expect(Math.abs(binomialZ(exitRule('pause'), CONTACTS, (n - 1) / 2 / n))).toBeLessThan(MOST);
    expect(ended('done') + exitRule('pause')).toBe(CONTACTS);
  });
});
