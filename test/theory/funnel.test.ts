import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/analytics/buildReport.ts';
import { wilson } from '../../src/analytics/intervals.ts';
import { days, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { binomialZ, logNormalBelow } from '../support/normal.ts';
import { readResults } from '../support/readResults.ts';
import { programOf, run } from '../support/simulate.ts';

const CONTACTS = 1_000_000;
const rates = { delivered: 0.9, opened: 0.6, clicked: 0.12, converted: 0.25, unsubscribed: 0.02 };

/** A mobile message: nobody waits long to look at it, so closed forms are products of rates. */
const journey = draft(
  {
    message: step('message', {
      channel: 'sms',
      response: {
        delivered: probability(rates.delivered),
        opened: probability(rates.opened),
        clicked: probability(rates.clicked),
        converted: probability(rates.converted),
        unsubscribed: probability(rates.unsubscribed),
      },
    }),
    check: step('check', { on: 'latest', responses: ['clicked', 'bounced'], windowMinutes: days(28) }),
    goal: step('goal', { conversion: {} }),
    quiet: step('exit'),
    done: step('exit'),
  },
  [
    'entry-1.next > message',
    'message.next > check',
    'check.clicked > goal',
    'check.noResponse > quiet',
    'check.bounced > quiet',
    'goal.next > done',
  ],
  {
    horizonMinutes: days(56),
    heterogeneity: 'off',
    goals: [
      {
        id: 'reached',
        name: 'Reached',
        on: { kind: 'step', step: 'goal' as never },
        value: { kind: 'event' },
        count: 'oncePerEntry',
        window: { minutes: days(56), from: 'entry' },
      },
    ],
  },
);

describe('a funnel of fixed rates', () => {
  const program = programOf(journey);
  const results = run(program, { contacts: CONTACTS, seed: 7 });
  const { sends, entered, exit, ended, total } = readResults(program, results);
  const delivered = rates.delivered;
  /** Clicks come after the look, both log-normal: hardly any later than four weeks. */
  const inTime = logNormalBelow(28 * 24, -0.45, 2.0);

  it.each([
    ['delivered', () => sends('message', 'delivered'), delivered],
    ['opened', () => sends('message', 'openedTrue'), delivered * rates.opened],
    ['clicked', () => sends('message', 'clicked'), delivered * rates.clicked],
    ['converted', () => sends('message', 'converted'), delivered * rates.clicked * rates.converted],
    ['unsubscribed', () => sends('message', 'unsubscribed'), delivered * rates.unsubscribed],
    ['bounced', () => exit('check', 'bounced'), 1 - delivered],
    ['left the check by clicked', () => exit('check', 'clicked'), delivered * rates.clicked * inTime],
    ['reached the goal', () => total('conversions'), delivered * rates.clicked * inTime],
    ['said nothing', () => ended('quiet'), 1 - delivered * rates.clicked * inTime],
  ])('has as many %s as the product of its rates', (_, count, share) => {
    const { low, high } = wilson(count(), CONTACTS);
    // 99.9 %: nine claims about one run would fail one time in two at 95 %.
    expect(Math.abs(binomialZ(count(), CONTACTS, share))).toBeLessThan(3.29);
    expect(high - low).toBeLessThan(0.002);
  });

  it('agrees within the interval of its own report', () => {
    const report = buildReport({ program, results, names: {}, journeyName: 'Funnel', seed: 7, seconds: 1 });
    const truth = delivered * rates.clicked * inTime * CONTACTS;
    expect(report.totals.conversions.low).toBeLessThan(truth);
    expect(report.totals.conversions.high).toBeGreaterThan(truth);
    const unsubscribed = delivered * rates.unsubscribed * CONTACTS;
    expect(report.totals.unsubscribed.low).toBeLessThan(unsubscribed);
    expect(report.totals.unsubscribed.high).toBeGreaterThan(unsubscribed);
  });

  it('sends to everybody who enters', () => {
    expect(entered('message')).toBe(CONTACTS);
    expect(sends('message', 'sent')).toBe(CONTACTS);
  });

  it('sells without any message what organic demand and open sales predict', () => {
    const perDay = 0.00041;
    const organic = perDay * 56;
    // Every look brings goodwill: half-life 3.5 days, 2.21 times the organic rate at its start (docs: response model).
    const stockDays = 3.5 / Math.LN2;
    const goodwill = delivered * rates.opened * perDay * 2.21 * stockDays * (1 - Math.exp(-56 / stockDays));
    const clicked = delivered * rates.clicked * rates.converted;
    const reached = delivered * rates.clicked * inTime;
    const mean = organic + goodwill + clicked + reached;
    // Poisson parts and yes-or-no parts: at most as spread as a Poisson, clicks and goals being the same people's.
    const deviation = Math.sqrt(CONTACTS * (mean + 2 * Math.sqrt(clicked * reached)));
    expect(Math.abs(total('conversionsAudience') - CONTACTS * mean) / deviation).toBeLessThan(3.29);
  });
});
