import { describe, expect, it } from 'vitest';
import { oddsForRate } from '../../src/compile/response/odds.ts';
import type { Channel } from '../../src/journey/channels.ts';
import { days, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run as runProgram } from '../support/simulate.ts';
import { minuteOfLeaving, run, smallJourney } from '../support/tinyRun.ts';
import { inARow, mail, pause, text } from '../reference/worked/small.ts';

// Formulas of docs/simulation.md that no other test is about.

const CONTACTS = 100_000;
const MOST = 4.5;
const START = '2026-03-02T10:00:00Z';

const near = (count: number, of: number, share: number) =>
  expect(Math.abs(binomialZ(count, of, share))).toBeLessThan(MOST);

describe('a hand-off', () => {
  const sales = (own: Record<string, unknown>) =>
    smallJourney({
      steps: { sales: { kind: 'handoff', serviceMinutes: 120, ...own } },
      links: ['entry>next>sales'],
    });
  const odds = { winRate: 0.8, halfLifeMinutes: 60, cycleMinutes: 30, cycleSigma: 0.2 };

  it('lasts as long as the service, or as was promised where that is shorter', () => {
    const left = (own: Record<string, unknown>) => {
      const one = run(sales(own));
      return [one.exit('sales', 'accepted'), minuteOfLeaving(sales(own), 'sales')];
    };
    expect([left({}), left({ slaMinutes: 120 }), left({ slaMinutes: 119 })]).toEqual([
      [1, 120],
      [1, 120],
      [0, 119],
    ]);
  });

  it('is won half as often for each half-life of waiting', () => {
    const { results } = run(sales({ opportunity: odds }), { contacts: CONTACTS });
    near(
      results.journeys[0]!.won.reduce((sum, n) => sum + n, 0),
      CONTACTS,
      0.8 / 4,
    );
  });
});

describe('people', () => {
  const opened = 0.3;
  const response = { delivered: 1, opened, clicked: opened, unsubscribed: 0 };
  const push = { kind: 'message', channel: 'push', response } as const;
  const settings = { heterogeneity: 'on', horizonMinutes: days(150) } as const;
  const odds = oddsForRate(opened, 1.2);
  /** Chance per engagement to open at a pressure. */
  const chances = (pressure: number) =>
    [...odds].map((one) => 1 - 1 / (1 + one * Math.exp(-0.18 * (pressure - 1))));
  const mean = (shares: readonly number[]) => shares.reduce((a, b) => a + b, 0) / shares.length;

  it.each([0, 3, 7, 28])('tire: odds · exp(−0.18 (F − 1)), F = 1 + 0.7 · 2^(−%i / 7)', (gap) => {
    const ran = run(inARow([push, pause(gap * 1440), push], START, settings), { contacts: CONTACTS });
    // In sixteenths, downwards.
    const pressure = Math.floor(16 * (1 + 0.7 * 2 ** (-gap / 7))) / 16;
    near(ran.send('a', 'openedTrue'), CONTACTS, opened);
    near(ran.send('c', 'openedTrue'), CONTACTS, mean(chances(pressure)));
  });

  it('stay as they are: who opened one message opens the next more often', () => {
    const check = { kind: 'check', on: 'a', responses: ['opened'], windowMinutes: days(30), ranked: true };
    const journey = smallJourney({
      steps: { a: push, look: check as never, b: push },
      links: ['entry>next>a', 'a>next>look', 'look>opened>b'],
      settings,
    });
    const both = mean(chances(1).map((chance) => chance ** 2));
    expect(both).toBeGreaterThan(opened ** 2 * 1.3);
    near(run(journey, { contacts: CONTACTS }).send('b', 'openedTrue'), CONTACTS, both);
  });

  it('unsubscribe the more, the more they are sent and the less they are engaged', () => {
    const leaving = {
      kind: 'message',
      channel: 'push',
      response: { ...response, unsubscribed: 0.1 },
    } as const;
    // Consent is that of the message’s own channel, so the second goes out on another.
    const second = { ...leaving, channel: 'web-push' } as const;
    const ran = run(inARow([leaving, second], START, settings), { contacts: CONTACTS });
    near(ran.send('a', 'unsubscribed'), CONTACTS, 0.1);
    const often = [...oddsForRate(0.1, -0.35)].map((one) => 1 - 1 / (1 + one * Math.exp((0.2 * 11) / 16)));
    near(ran.send('b', 'unsubscribed'), CONTACTS, mean(often));
  });
});

describe('an answer', () => {
  const send = (channel: Channel, own: Record<string, number>, rest: object = {}) =>
    ({ kind: 'message', channel, response: { delivered: 1, ...own }, ...rest }) as const;
  const long = { horizonMinutes: days(365) };
  const sent = (message: ReturnType<typeof send>) =>
    run(inARow([message], START, long), { contacts: CONTACTS });

  it('that bounces for good suppresses the address: 0.4 % of contacts, the same for every e-mail', () => {
    const ran = run(inARow([mail, pause(1440), mail], START, long), { contacts: CONTACTS });
    const dead = ran.unsent('c', 'suppressed');
    near(dead, CONTACTS, 0.004);
    near(ran.send('a', 'bounced'), CONTACTS, 0.01);
    near(ran.send('c', 'bounced'), CONTACTS - dead, 1 - 0.99 / 0.996);
  });

  it('is a complaint with 5 % of those who unsubscribe from e-mail, and with nobody else', () => {
    const ran = sent(send('email', { unsubscribed: 0.4 }));
    near(ran.send('a', 'complained'), ran.send('a', 'unsubscribed'), 0.05);
    expect(sent(send('sms', { unsubscribed: 0.4 })).send('a', 'complained')).toBe(0);
  });

  it('is a reply by its own rate, and on the phone the conversation', () => {
    near(sent(send('email', { replied: 0.3, opened: 0, clicked: 0 })).send('a', 'replied'), CONTACTS, 0.3);
    const call = sent(send('call', { opened: 0.5, clicked: 0.3 }));
    near(call.send('a', 'clicked'), CONTACTS, 0.3);
    expect(call.send('a', 'replied')).toBe(call.send('a', 'clicked'));
    near(sent(send('call', { opened: 0.5, clicked: 0.3, replied: 0.2 })).send('a', 'replied'), CONTACTS, 0.2);
  });

  it('to a text is no open that anybody is told of', () => {
    const ran = sent(send('sms', { opened: 0.9 }));
    near(ran.send('a', 'openedTrue'), CONTACTS, 0.9);
    expect(ran.send('a', 'opened')).toBe(0);
  });

  it('to a notification is open and click at once, whichever rate is given', () => {
    for (const own of [{ opened: 0.3 }, { clicked: 0.3 }] as const) {
      const ran = sent(send('push', own));
      near(ran.send('a', 'clicked'), CONTACTS, 0.3);
      expect(ran.send('a', 'openedTrue')).toBe(ran.send('a', 'clicked'));
    }
  });

  it('to a banner that is not clicked is Poisson(0.00041 · 0.105 · 7 · (1 − 2^−T/3.5)) orders', () => {
    const banner = step('message', { channel: 'display-ad', response: { clicked: probability(0) } });
    const program = programOf(
      draft({ banner }, ['entry-1.next > banner'], { horizonMinutes: days(14), heterogeneity: 'off' }),
    );
    const { response } = program;
    const alone = { ...program, response: { ...response, organicGap: response.organicGap.map(() => 1e12) } };
    const contacts = 1_000_000;
    const { total } = readResults(alone, runProgram(alone, { contacts }));
    const mean = contacts * 0.00041 * 0.105 * 7 * (1 - 2 ** (-14 / 3.5));
    expect(Math.abs(total('conversionsAudience') - mean) / Math.sqrt(mean)).toBeLessThan(MOST);
  });
});

describe('a message costs', () => {
  it.each([
    ['what its channel does', { kind: 'message', channel: 'sms' }, 0.015],
    ['what is said', { ...text, cost: 0.5 }, 0.5],
    ['ten impressions, of an ad', { kind: 'message', channel: 'social-ad', cost: 0.02 }, 0.2],
  ] as const)('%s', (_, message, units) =>
    expect(run(inARow([message], START)).send('a', 'costMicros')).toBe(Math.round(units * 1e6)),
  );
});
