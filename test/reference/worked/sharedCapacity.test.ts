import { describe, expect, it } from 'vitest';
import { days, hours, minutes, money } from '../../../src/journey/units.ts';
import { smallJourney } from '../../support/tinyRun.ts';
import { mail, quiet, inARow } from './small.ts';
import { bothWays, journeyOf } from './worked.ts';

describe('shared capacity', () => {
  it('lets 75 000 go in 8 minutes at 10 000 a minute, here a thousandth of each', () => {
    const ran = bothWays(inARow([mail], '2026-03-02T10:00:00Z'), {
      policies: { rateLimits: [{ channel: 'email', max: 10, perMinutes: minutes(1) }] },
      contacts: 75,
    });
    const times = ran.times('a');
    expect([times.length, times.at(-1)]).toEqual([75, '2026-03-02 10:07']);
    expect(times.filter((time) => time === '2026-03-02 10:07')).toHaveLength(5);
  });

  it('gives the places of a minute to the journey of higher priority', () => {
    const one = (id: string) => journeyOf(id, { steps: { mail }, links: ['entry>next>mail'] });
    const ran = bothWays([one('second'), one('first')], {
      policies: { rateLimits: [{ channel: 'email', max: 5, perMinutes: minutes(1) }] },
      contacts: 5,
    });
    expect(ran.sent.map(({ journey, minute }) => `${journey} ${minute}`)).toEqual([
      ...Array.from({ length: 5 }, () => 'first 0'),
      ...Array.from({ length: 5 }, () => 'second 1'),
    ]);
  });

  it('waits for a window in which every limit has room', () => {
    const ran = bothWays(inARow([mail], '2026-03-02T10:00:00Z'), {
      policies: {
        rateLimits: [
          { channel: 'email', max: 2, perMinutes: minutes(1) },
          { channel: 'email', max: 3, perMinutes: minutes(10) },
        ],
      },
      contacts: 5,
    });
    expect(ran.times('a').map((time) => time.slice(-5))).toEqual([
      '10:00',
      '10:00',
      '10:01',
      '10:10',
      '10:10',
    ]);
  });

  it('loses its place to quiet hours, and needs another', () => {
    // Windows begin at half past. The places of 07:30 and 08:30 fall into quiet hours; that of 08:30 is still gone at 09:00.
    const ran = bothWays(inARow([mail], '2026-03-02T06:30:00Z'), {
      policies: {
        quietHours: quiet('07:00', '09:00'),
        rateLimits: [{ channel: 'email', max: 1, perMinutes: hours(1) }],
      },
      contacts: 3,
    });
    expect(ran.times('a').map((time) => time.slice(-5))).toEqual(['06:30', '09:30', '10:30']);
  });

  it('spends a budget and not more', () => {
    const ran = bothWays(
      inARow(
        [
          { ...mail, cost: money(2) },
          { ...mail, cost: money(0) },
        ],
        '2026-03-02T10:00:00Z',
      ),
      {
        policies: { budgets: [{ channel: 'email', amount: money(5) }] },
        contacts: 4,
      },
    );
    expect([ran.times('a').length, ran.unsent('a')]).toEqual([2, { budget: 2 }]);
    expect(ran.times('b')).toHaveLength(4);
  });

  it('climbs to the next rung when there is no money for one', () => {
    const ladder = {
      kind: 'escalate',
      rungs: [
        { channel: 'sms', occasion: 'campaign', cost: money(1) },
        { channel: 'email', occasion: 'campaign' },
      ],
    } as const;
    const ran = bothWays(inARow([ladder], '2026-03-02T10:00:00Z'), {
      policies: { budgets: [{ channel: 'sms', amount: money(2) }] },
      contacts: 3,
    });
    expect(ran.sent.map(({ channel }) => channel).sort()).toEqual(['email', 'sms', 'sms']);
    expect(ran.unsent('a')).toEqual({ budget: 1 });
  });

  const sales = (own: Record<string, unknown>, settings = {}) =>
    smallJourney({
      steps: {
        sales: {
          kind: 'handoff',
          serviceMinutes: 10,
          capacity: { agents: 1, handlingMinutes: 60, handlingSpread: 'constant' },
          ...own,
        },
        talk: { kind: 'wait', until: { type: 'duration', minutes: days(30) } },
      },
      links: ['entry>next>sales', 'sales>accepted>talk'],
      start: '2026-03-06T16:00:00Z',
      settings: { horizonMinutes: days(5), ...settings },
    });

  it.each([
    [11, 0],
    [12, 1],
    [71, 1],
    [72, 2],
    [131, 2],
    [132, 3],
  ])('lets one agent who needs an hour take, in %i minutes, %i', (horizonMinutes, taken) => {
    const ran = bothWays(sales({}, { horizonMinutes: minutes(horizonMinutes) }), { contacts: 3 });
    expect(ran.left('sales', 'accepted')).toBe(taken);
  });

  it('is missed by those who wait longer than they were promised', () => {
    const ran = bothWays(sales({ slaMinutes: 60 }), { contacts: 3 });
    expect([ran.left('sales', 'accepted'), ran.left('sales', 'missed')]).toEqual([1, 2]);
  });

  it('is in time for everybody when there are agents enough and the promise is kept to the second', () => {
    const capacity = { agents: 300, handlingMinutes: 60 };
    const ran = bothWays(sales({ serviceMinutes: 8, slaMinutes: 8, capacity }), { contacts: 300 });
    expect([ran.left('sales', 'accepted'), ran.left('sales', 'missed')]).toEqual([300, 0]);
  });

  it('works in its hours: who comes on Friday evening is taken on Monday', () => {
    const capacity = {
      agents: 1,
      handlingMinutes: 60,
      handlingSpread: 'constant',
      hours: { weekdays: [0, 1, 2, 3, 4], from: '09:00', until: '16:05' },
    };
    const taken = (horizonMinutes: number) =>
      bothWays(sales({ capacity }, { horizonMinutes: minutes(horizonMinutes) }), { contacts: 2 }).left(
        'sales',
        'accepted',
      );
    const monday9 = 2 * 1440 + 17 * 60;
    expect([taken(monday9), taken(monday9 + 1), taken(monday9 + 60), taken(monday9 + 61)]).toEqual([
      0, 1, 1, 2,
    ]);
  });
});
