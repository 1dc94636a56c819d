import { describe, expect, it } from 'vitest';
import type { FrequencyCap } from '../../../src/journey/policies.ts';
import { days, minutes } from '../../../src/journey/units.ts';
import { STOCKHOLM, mail, promo, pause, cap, each, inARow } from './small.ts';
import { bothWays } from './worked.ts';

describe('a cap', () => {
  it.each([
    ['calendar', each('day'), ['2026-03-03 00:00']],
    ['rolling', {}, []],
  ])('of 1 a %s day, at 23:00 and 00:00', (_, window, second) => {
    const ran = bothWays(inARow([mail, pause(60), mail], '2026-03-02T23:00:00Z'), {
      policies: { caps: [cap(1, window)] },
    });
    expect([ran.times('a'), ran.times('c')]).toEqual([['2026-03-02 23:00'], second]);
  });

  it.each([
    ['calendar', each('week')],
    ['rolling', { window: { kind: 'rolling', minutes: days(7) } } as const],
  ])('of 2 a %s week lets Monday and Wednesday through, and not Thursday', (_, window) => {
    const journey = inARow([mail, pause(2880), mail, pause(1440), mail], '2026-03-02T10:00:00Z');
    const ran = bothWays(journey, { policies: { caps: [cap(2, window)] } });
    expect(['a', 'c', 'e'].map((step) => ran.times(step).length)).toEqual([1, 1, 0]);
    expect(ran.unsent('e')).toEqual({ 'cap:cap': 1 });
  });

  // 2026-03-06 is a Friday.
  it.each([
    ['monday', [1, 0, 0, 1]],
    ['sunday', [1, 0, 1, 0]],
    ['saturday', [1, 1, 0, 0]],
  ] as const)('of 1 a week lets Friday and the next week from %s on through', (weekStart, sent) => {
    const daily = [mail, pause(1440), mail, pause(1440), mail, pause(1440), mail];
    const ran = bothWays(inARow(daily, '2026-03-06T10:00:00Z'), {
      policies: { caps: [cap(1, each('week'))], weekStart },
    });
    expect(['a', 'c', 'e', 'g'].map((step) => ran.times(step).length)).toEqual(sent);
  });

  const ofPromos = (max: number) => cap(max, { ...each('week'), id: 'promos', scope: { tags: ['promo'] } });

  it('of 3 a week with one of 2 promotions a week lets 2 promotions through and one thing more', () => {
    const ran = bothWays(inARow([promo, promo, promo, mail, mail], '2026-03-02T10:00:00Z'), {
      policies: { caps: [cap(3, each('week')), ofPromos(2)] },
    });
    expect(['a', 'b', 'c', 'd', 'e'].map((step) => ran.times(step).length)).toEqual([1, 1, 0, 1, 0]);
    expect([ran.unsent('c'), ran.unsent('e')]).toEqual([{ 'cap:promos': 1 }, { 'cap:cap': 1 }]);
  });

  it('of 1 a week with one of 3 promotions a week lets 1 promotion through', () => {
    const ran = bothWays(inARow([promo, promo, promo], '2026-03-02T10:00:00Z'), {
      policies: { caps: [cap(1, each('week')), ofPromos(3)] },
    });
    expect(ran.sent).toHaveLength(1);
    expect(ran.unsent('b')).toEqual({ 'cap:cap': 1 });
  });

  it('of one channel leaves the other alone, in the same minute', () => {
    const push = { kind: 'message', channel: 'push' } as const;
    const ran = bothWays(inARow([push, mail, push, mail], '2026-03-02T10:00:00Z'), {
      policies: {
        caps: [
          cap(1, { ...each('day'), id: 'pushes', scope: { channels: ['push'] } }),
          cap(1, { ...each('day'), id: 'mails', scope: { channels: ['email'] } }),
        ],
      },
    });
    expect(['a', 'b', 'c', 'd'].map((step) => ran.times(step).length)).toEqual([1, 1, 0, 0]);
    expect([ran.unsent('c'), ran.unsent('d')]).toEqual([{ 'cap:pushes': 1 }, { 'cap:mails': 1 }]);
  });

  // On the two days in Stockholm on which clocks change, of 23 and 25 hours.
  it.each([
    ['2026-03-28T23:00:00Z', 23],
    ['2026-10-24T22:00:00Z', 25],
  ])('of 1 a day lasts the whole day from %s, %i hours', (midnight, length) => {
    const journey = inARow([mail, pause(length * 60 - 1), mail, pause(1), mail], midnight, {
      zone: STOCKHOLM,
    });
    const ran = bothWays(journey, { policies: { caps: [cap(1, each('day'))] } });
    expect(['a', 'c', 'e'].map((step) => ran.times(step).length)).toEqual([1, 0, 1]);
  });

  it.each([
    ['a month without leap day', '2026-02-28T23:59:00Z', 1],
    ['a month that ends with a leap day', '2028-02-28T23:59:00Z', 0],
    ['a year', '2026-12-31T23:59:00Z', 1],
  ])('of 1 a month begins anew after %s', (_, start, second) => {
    const ran = bothWays(inARow([mail, pause(1), mail], start), {
      policies: { caps: [cap(1, each('month'))] },
    });
    expect([ran.times('a').length, ran.times('c').length]).toEqual([1, second]);
  });

  it('of 1 a week begins anew on Monday', () => {
    const ran = bothWays(inARow([mail, pause(1), mail], '2026-03-01T23:59:00Z'), {
      policies: { caps: [cap(1, each('week'))] },
    });
    expect([ran.times('a').length, ran.times('c').length]).toEqual([1, 1]);
  });

  it('goes by the clock it names', () => {
    // 23:30 in Stockholm, 22:30 UTC.
    const journey = inARow([mail, pause(30), mail], '2026-03-02T22:30:00Z', { zone: STOCKHOLM });
    const sends = (zone: FrequencyCap['zone']) =>
      bothWays(journey, { policies: { caps: [cap(1, { ...each('day'), zone })] } }).sent.length;
    expect([sends('contact'), sends('workspace'), sends('UTC')]).toEqual([2, 2, 1]);
  });

  it('may make the contact leave', () => {
    const ran = bothWays(inARow([mail, mail, pause(1)], '2026-03-02T10:00:00Z'), {
      policies: { caps: [cap(1, { onCap: { kind: 'exit' } })] },
    });
    expect([ran.unsent('b'), ran.left('b', 'exitRule')]).toEqual([{ 'cap:cap': 1 }, 1]);
  });

  const retry = (length: number) => ({ onCap: { kind: 'retry', minutes: minutes(length) } }) as const;

  it.each([
    ['a rolling day', {}, '2026-03-03 10:00'],
    ['a calendar day', each('day'), '2026-03-03 00:00'],
  ])('of %s lets a message go at the first minute with room', (_, window, second) => {
    const ran = bothWays(inARow([mail, mail], '2026-03-02T10:00:00Z'), {
      policies: { caps: [cap(1, { ...window, ...retry(2880) })] },
    });
    expect(ran.times('b')).toEqual([second]);
  });

  it('gives up when there is no room in time, and not before', () => {
    const journey = inARow([mail, mail, pause(1)], '2026-03-02T10:00:00Z');
    const ran = bothWays(journey, { policies: { caps: [cap(1, retry(1439))] } });
    expect(ran.unsent('b')).toEqual({ 'cap:cap': 1 });
    expect(bothWays(journey, { policies: { caps: [cap(1, retry(1440))] } }).times('b')).toEqual([
      '2026-03-03 10:00',
    ]);
  });

  it('waits for room in every cap that stops the message', () => {
    const ran = bothWays(inARow([mail, mail], '2026-03-02T10:00:00Z'), {
      policies: {
        caps: [cap(1, { ...each('day'), ...retry(20_000) }), cap(1, { id: 'week', ...each('week') })],
      },
    });
    expect(ran.times('b')).toEqual(['2026-03-09 00:00']);
  });

  it('never makes a rung wait', () => {
    const ladder = {
      kind: 'escalate',
      rungs: [
        { channel: 'email', occasion: 'campaign' },
        { channel: 'sms', occasion: 'campaign' },
      ],
    } as const;
    const ran = bothWays(inARow([mail, ladder], '2026-03-02T10:00:00Z'), {
      policies: { caps: [cap(1, { scope: { channels: ['email'] }, ...retry(20_000) })] },
    });
    expect(ran.times('b')).toEqual(['2026-03-02 10:00']);
    expect(ran.unsent('b')).toEqual({ 'cap:cap': 1 });
  });

  it('does not stop or count what is exempt', () => {
    const ran = bothWays(
      inARow(
        [{ ...mail, countsTowardCaps: false }, mail, mail, { ...mail, obeysCaps: false }],
        '2026-03-02T10:00:00Z',
      ),
      { policies: { caps: [cap(1)] } },
    );
    expect(['a', 'b', 'c', 'd'].map((step) => ran.times(step).length)).toEqual([1, 1, 0, 1]);
  });
});
