import { describe, expect, it } from 'vitest';
import type { Audience } from '../../src/audience/audience.ts';
import { bind } from '../../src/audience/bind.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Journey } from '../../src/journey/journey.ts';
import type { Rule } from '../../src/journey/rules.ts';
import { days, hours, minutes, money, probability } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';
import { readResults } from '../support/readResults.ts';
import { anybody, programOf, run } from '../support/simulate.ts';
import { differences } from './differences.ts';
import { simulateNaively } from './naive.ts';

const CONTACTS = 400;

/** Runs a journey both ways, which must agree, and gives the numbers by name. */
function bothWays(journey: Journey, audience: Audience = anybody) {
  const program = programOf(journey, audience);
  const fast = run(program, { contacts: CONTACTS, audience });
  const all = Uint32Array.from({ length: CONTACTS }, (_, contact) => contact);
  const naive = simulateNaively(program, bind(program, audience, all), 1);
  expect(differences(program, [fast, naive]).slice(0, 20), 'engine, reference').toEqual([]);
  return { ...readResults(program, naive), counted: naive.journeys[0]! };
}

const clicked: Rule = { kind: 'behaviour', did: 'clicked' };
const everyone: Rule = { kind: 'all', rules: [] };
const lively = {
  delivered: probability(1),
  opened: probability(0.9),
  clicked: probability(0.8),
  converted: probability(0.9),
};
const goal = (
  on: Journey['settings']['goals'][0]['on'],
  own: Partial<Journey['settings']['goals'][0]> = {},
) => ({
  id: 'goal',
  name: 'Goal',
  on,
  value: { kind: 'event' } as const,
  count: 'oncePerEntry' as const,
  window: { minutes: days(90), from: 'entry' as const },
  ...own,
});

describe('entries', () => {
  it('ask about behaviour that nobody has had before the first', () => {
    const entry = step('entry', {
      trigger: { type: 'atOnce' },
      eligible: { kind: 'behaviour', did: 'received' },
    });
    const { entered, counted } = bothWays(
      draft({ 'entry-1': entry, message: step('message') }, ['entry-1.next > message']),
    );
    expect(entered('entry-1')).toBe(0);
    expect(counted.notEligible).toBe(CONTACTS);
  });

  it('count the events that find the contact inside, up to the horizon', () => {
    const entry = step('entry', { trigger: { type: 'events', event: 'cart', perDay: 1 } });
    const { entered, inFlight, counted } = bothWays(
      draft(
        { 'entry-1': entry, pause: step('wait', { until: { type: 'duration', minutes: days(90) } }) },
        ['entry-1.next > pause'],
        { horizonMinutes: days(20) },
      ),
    );
    expect(inFlight('pause')).toBe(entered('entry-1'));
    expect(
      Math.abs(counted.droppedEntries + entered('entry-1') - CONTACTS * 20) / Math.sqrt(CONTACTS * 20),
    ).toBeLessThan(4);
  });

  it('come in the order of their minutes where a spread is longer than the schedule', () => {
    const entry = step('entry', {
      trigger: { type: 'schedule', everyDays: 1, at: '09:00' },
      spreadMinutes: days(5),
    });
    const { entered } = bothWays(
      draft({ 'entry-1': entry, done: step('exit') }, ['entry-1.next > done'], {
        reEntry: { mode: 'afterExit' },
        horizonMinutes: days(20),
      }),
    );
    expect(entered('entry-1')).toBeGreaterThan(CONTACTS * 17);
  });
});

describe('a hand-off', () => {
  it('that an exit rule forestalls costs nothing and wins nothing', () => {
    const journey = draft(
      {
        message: step('message', { channel: 'sms', cost: money(0), response: lively }),
        sales: step('handoff', {
          serviceMinutes: days(20),
          costPerHandoff: money(10),
          opportunity: {
            winRate: probability(1),
            halfLifeMinutes: days(900),
            cycleMinutes: minutes(60),
            cycleSigma: 0.1,
          },
        }),
        done: step('exit'),
      },
      ['entry-1.next > message', 'message.next > sales', 'sales.accepted > done'],
      { exitRules: [{ id: 'bought', when: { kind: 'converted' }, mode: 'immediate' }] },
    );
    const { exit, exitRule, total, won } = bothWays(journey);
    expect(exitRule('sales')).toBeGreaterThan(CONTACTS / 4);
    expect(total('costMicros')).toBe(exit('sales', 'accepted') * 10_000_000);
    expect(won('sales')).toBeLessThanOrEqual(exit('sales', 'accepted'));
  });
});

describe('complaints', () => {
  it('belong to the unsubscription that came first', () => {
    const insistent = step('message', {
      channel: 'email',
      response: { ...lively, unsubscribed: probability(0.9) },
    });
    const { sends } = bothWays(
      draft(
        { one: insistent, two: insistent, three: insistent },
        ['entry-1.next > one', 'one.next > two', 'two.next > three'],
        { horizonMinutes: days(200) },
      ),
    );
    const unsubscribed = ['one', 'two', 'three'].reduce((sum, id) => sum + sends(id, 'unsubscribed'), 0);
    expect(unsubscribed).toBeLessThanOrEqual(CONTACTS);
  });
});

describe('answers', () => {
  it('that would come at the run’s end never come, deliveries included', () => {
    const journey = draft(
      {
        pause: step('wait', { until: { type: 'duration', minutes: minutes(59) } }),
        message: step('message', { channel: 'sms' }),
      },
      ['entry-1.next > pause', 'pause.next > message'],
      { horizonMinutes: minutes(60) },
    );
    const { sends } = bothWays(journey);
    expect(sends('message', 'sent')).toBe(CONTACTS);
    expect(sends('message', 'delivered') + sends('message', 'bounced')).toBe(0);
  });
});

describe('a goal about a rule', () => {
  const message = step('message', { channel: 'sms', response: lively });

  it('is a conversion that a check waits for', () => {
    const journey = draft(
      {
        message,
        check: step('check', { responses: ['converted'], windowMinutes: days(60) }),
        won: step('exit'),
        lost: step('exit'),
      },
      ['entry-1.next > message', 'message.next > check', 'check.converted > won', 'check.noResponse > lost'],
      { goals: [goal({ kind: 'rule', rule: clicked })] },
    );
    const { ended, sends } = bothWays(journey);
    expect(ended('won')).toBeGreaterThan(CONTACTS / 2);
    expect(ended('won')).toBe(sends('message', 'clicked'));
  });

  it('is reached after the contact has left, like any other', () => {
    const { sends, total } = bothWays(
      draft({ message }, ['entry-1.next > message'], { goals: [goal({ kind: 'rule', rule: clicked })] }),
    );
    expect(total('conversions')).toBe(sends('message', 'clicked'));
  });

  it('counts before an exit rule that turns true with it', () => {
    const { exitRule, total } = bothWays(
      draft({ message }, ['entry-1.next > message'], {
        goals: [goal({ kind: 'rule', rule: everyone })],
        exitRules: [{ id: 'all', when: { kind: 'rule', rule: everyone }, mode: 'immediate' }],
      }),
    );
    expect(exitRule('entry-1')).toBe(CONTACTS);
    expect(total('conversions')).toBe(CONTACTS);
  });

  it('is looked at afresh for each entry', () => {
    const entry = step('entry', { trigger: { type: 'schedule', everyDays: 10, at: '09:00' } });
    const { entered, total } = bothWays(
      draft({ 'entry-1': entry, done: step('exit') }, ['entry-1.next > done'], {
        goals: [goal({ kind: 'rule', rule: everyone })],
        reEntry: { mode: 'afterExit' },
        horizonMinutes: days(35),
      }),
    );
    expect(total('conversions')).toBe(entered('entry-1'));
  });
});

describe('a window from a send', () => {
  it('does not hold what came before the send in the same minute', () => {
    const { total } = bothWays(
      draft(
        {
          order: step('goal', { conversion: { value: money(1) } }),
          message: step('message', { channel: 'webhook' }),
        },
        ['entry-1.next > order', 'order.next > message'],
        {
          goals: [
            goal({ kind: 'step', step: 'order' as never }, { window: { minutes: days(1), from: 'send' } }),
          ],
        },
      ),
    );
    expect(total('conversions')).toBe(0);
  });

  it('holds what comes after it in the same minute', () => {
    const { total } = bothWays(
      draft(
        {
          order: step('goal', { conversion: { value: money(1) } }),
          message: step('message', { channel: 'webhook' }),
        },
        ['entry-1.next > message', 'message.next > order'],
        {
          goals: [
            goal({ kind: 'step', step: 'order' as never }, { window: { minutes: days(1), from: 'send' } }),
          ],
        },
      ),
    );
    expect(total('conversions')).toBe(CONTACTS);
  });
});

describe('local clocks', () => {
  it('wait for hours that a change of clocks skips or repeats', () => {
    const audience = synthesise(CONTACTS, 1);
    for (const start of ['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z']) {
      for (const at of ['01:30', '02:15', '02:30', '03:00']) {
        const { ended } = bothWays(
          draft(
            {
              clock: step('wait', { until: { type: 'timeOfDay', at } }),
              next: step('wait', { until: { type: 'daysAt', days: 1, at } }),
              day: step('wait', { until: { type: 'weekday', weekday: 'sunday' } }),
              done: step('exit'),
            },
            ['entry-1.next > clock', 'clock.next > next', 'next.next > day', 'day.next > done'],
            { start, zone: 'Europe/Stockholm', horizonMinutes: hours(24 * 12) },
          ),
          audience,
        );
        expect(ended('done')).toBe(CONTACTS);
      }
    }
  });
});
