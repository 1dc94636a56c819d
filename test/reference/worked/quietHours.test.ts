import { describe, expect, it } from 'vitest';
import { minutes } from '../../../src/journey/units.ts';
import { smallJourney } from '../../support/tinyRun.ts';
import { STOCKHOLM, mail, text, pause, until, tag, cap, quiet, inARow } from './small.ts';
import { bothWays, journeyOf } from './worked.ts';

describe('quiet hours', () => {
  const nights = { quietHours: quiet('22:00', '06:00') };

  it('from 22 to 6 let what is due at 05:30 go at 06:00', () => {
    const ran = bothWays(inARow([mail], '2026-03-02T05:30:00Z'), { policies: nights });
    expect(ran.times('a')).toEqual(['2026-03-02 06:00']);
  });

  it.each([
    ['21:59', '2026-03-02 21:59'],
    ['22:00', '2026-03-03 06:00'],
    ['06:00', '2026-03-02 06:00'],
  ])('hold from their first minute up to their last: %s', (due, sent) => {
    const ran = bothWays(inARow([mail], `2026-03-02T${due}:00Z`), { policies: nights });
    expect(ran.times('a')).toEqual([sent]);
  });

  it('that are equal last all day, and what they hold is given up when it would pass 7 days', () => {
    const journey = inARow([mail, pause(1)], '2026-03-02T05:00:00Z');
    const ran = bothWays(journey, { policies: { quietHours: quiet('09:00', '09:00') } });
    expect(ran.unsent('a')).toEqual({ quiet: 1 });
    // Held on Monday 05:00 and each 09:00 since; the 09:00 after that of Sunday is too late, and known to be then.
    const stillHeld = {
      ...journey,
      settings: { ...journey.settings, horizonMinutes: minutes(6 * 1440 + 240) },
    };
    expect(bothWays(stillHeld, { policies: { quietHours: quiet('09:00', '09:00') } }).unsent('a')).toEqual({
      horizon: 1,
    });
  });

  it.each(['skip', 'exit'] as const)('can %s', (onQuiet) => {
    const ran = bothWays(inARow([mail, pause(1)], '2026-03-02T05:30:00Z'), {
      policies: { quietHours: quiet('22:00', '06:00', { onQuiet }) },
    });
    expect(ran.unsent('a')).toEqual({ quiet: 1 });
    expect([ran.left('a', 'next'), ran.left('a', 'exitRule')]).toEqual(onQuiet === 'skip' ? [1, 0] : [0, 1]);
  });

  it('spread what they held over the minutes after', () => {
    const ran = bothWays(inARow([mail], '2026-03-02T05:30:00Z'), {
      policies: { quietHours: quiet('22:00', '06:00', { releaseOverMinutes: minutes(30) }) },
      contacts: 200,
    });
    const times = ran.times('a');
    expect([times.at(0), times.at(-1)]).toEqual(['2026-03-02 06:00', '2026-03-02 06:29']);
  });

  it('do not hold transactional messages, nor those of other channels', () => {
    const ran = bothWays(inARow([{ ...mail, transactional: true }, text, mail], '2026-03-02T05:30:00Z'), {
      policies: { quietHours: quiet('22:00', '06:00', { channels: ['email'] }) },
    });
    expect([ran.times('a'), ran.times('b'), ran.times('c')]).toEqual([
      ['2026-03-02 05:30'],
      ['2026-03-02 05:30'],
      ['2026-03-02 06:00'],
    ]);
  });

  // Stockholm goes from 02:00 to 03:00 on 2026-03-29 and from 03:00 back to 02:00 on 2026-10-25.
  it.each([
    ['that end in a gap of the clock let go after it', '2026-03-28T22:00:00Z', '2026-03-29 03:00'],
    ['that end twice let go the first time', '2026-10-24T21:00:00Z', '2026-10-25 02:30'],
  ])('%s', (_, start, sent) => {
    const journey = inARow([mail], start, { zone: STOCKHOLM });
    const ran = bothWays(journey, { policies: { quietHours: quiet('22:00', '02:30') } });
    expect(ran.times('a')).toEqual([sent]);
  });

  it('that end twice hold once more what is due in between, to the second time', () => {
    // 02:10 for the second time.
    const journey = inARow([mail], '2026-10-25T01:10:00Z', { zone: STOCKHOLM });
    const ran = bothWays(journey, { policies: { quietHours: quiet('22:00', '02:30') } });
    expect(ran.sent.map(({ minute }) => minute)).toEqual([20]);
  });

  it('that end twice spread what they held from the second end', () => {
    const journey = inARow([mail], '2026-10-25T01:10:00Z', { zone: STOCKHOLM });
    const quietHours = quiet('22:00', '02:30', { releaseOverMinutes: minutes(30) });
    const ran = bothWays(journey, { policies: { quietHours }, contacts: 60 });
    const sent = ran.sent.map(({ minute }) => minute);
    expect([Math.min(...sent) >= 20, Math.max(...sent) < 50]).toEqual([true, true]);
  });

  it('keep a rung’s place on its ladder', () => {
    const ladder = {
      kind: 'escalate',
      rungs: [
        { channel: 'email', occasion: 'campaign' },
        { channel: 'sms', occasion: 'campaign' },
      ],
    } as const;
    const journey = smallJourney({
      steps: { ladder, wait: pause(60) },
      links: ['entry>next>ladder', 'ladder>sent>wait', 'wait>next>ladder'],
      start: '2026-03-02T05:30:00Z',
    });
    const ran = bothWays(journey, { policies: nights });
    expect(ran.sent.map(({ channel, minute }) => `${channel} ${minute}`)).toEqual(['email 30', 'sms 90']);
  });

  it('leave in flight what they hold at the horizon', () => {
    const journey = inARow([mail], '2026-03-02T05:30:00Z', { horizonMinutes: minutes(30) });
    const ran = bothWays(journey, { policies: nights });
    expect(ran.unsent('a')).toEqual({ horizon: 1 });
    expect(ran.left('a', 'inFlight')).toBe(1);
  });
});

describe('a message held by quiet hours', () => {
  const overnight = { quietHours: quiet('22:00', '06:00') };
  const held = (settings = {}) =>
    journeyOf('second', {
      steps: { mail, out: { kind: 'exit' } },
      links: ['entry>next>mail', 'mail>next>out'],
      start: '2026-03-02T23:00:00Z',
      settings: {
        exitRules: [
          { id: 'tagged', when: { kind: 'rule', rule: { kind: 'tag', tag: 'gone' } }, mode: 'immediate' },
        ],
        ...settings,
      },
    });
  const meanwhile = (at: string) =>
    journeyOf('first', {
      steps: { until: until(at), tag: tag('gone') },
      links: ['entry>next>until', 'until>next>tag'],
      start: '2026-03-02T23:00:00Z',
    });

  it.each([
    ['05:59', { exited: 1 }],
    // In one minute releases come before moves.
    ['06:00', {}],
  ])('is not sent when an exit rule turned true before its release: %s', (at, unsent) => {
    const ran = bothWays([meanwhile(at), held()], { policies: overnight });
    expect(ran.unsent('mail', 'second')).toEqual(unsent);
    expect(ran.times('mail')).toEqual(at === '06:00' ? ['2026-03-03 06:00'] : []);
  });

  it('waits for a cap too, and then for quiet hours again', () => {
    // Sent at 20:00; due at 23:00, released at 06:00, room at 20:00.
    const journey = inARow([mail, pause(180), mail], '2026-03-02T20:00:00Z');
    const caps = (length: number, retry: number) => [
      cap(1, {
        window: { kind: 'rolling', minutes: minutes(length) },
        onCap: { kind: 'retry', minutes: minutes(retry) },
      }),
    ];
    const sentAt = (length: number, retry: number) =>
      bothWays(journey, { policies: { ...overnight, caps: caps(length, retry) } }).times('c');
    expect(sentAt(1440, 2880)).toEqual(['2026-03-03 20:00']);
    // Room at 02:00 of the next night, so it goes at 06:00.
    expect(sentAt(1800, 2880)).toEqual(['2026-03-04 06:00']);
    // It was due at 23:00: at 06:00 the time to retry is over.
    expect(sentAt(1440, 400)).toEqual([]);
  });
});
