import { describe, expect, it } from 'vitest';
import type { AudienceColumn } from '../../src/audience/audience.ts';
import { minuteOfLeaving, run, smallJourney, type Crowd } from '../support/tinyRun.ts';

const DAY = 1440;

/** Minute at which a wait that starts at `start` ends, as a date and clock time in a zone. */
function waitEnds(until: Record<string, unknown>, start: string, zone = 'UTC', crowd: Crowd = {}): string {
  const journey = smallJourney({
    steps: { wait: { kind: 'wait', until } },
    links: ['entry>next>wait'],
    settings: { zone },
    start,
  });
  const minute = minuteOfLeaving(journey, 'wait', crowd);
  const instant = new Date(Date.parse(start) + minute * 60_000);
  return instant.toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
}

const duration = (minutes: number) => ({ type: 'duration', minutes });
const daysAt = (days: number, at: string) => ({ type: 'daysAt', days, at });
const weekday = (day: string, at?: string) => ({
  type: 'weekday',
  weekday: day,
  ...(at === undefined ? {} : { at }),
});

describe('a wait', () => {
  // 2026-03-02 is a Monday.
  it.each([
    ['an elapsed day from Monday 21:00', duration(DAY), '2026-03-02T21:00:00Z', '2026-03-03 21:00'],
    ['in 1 day at 09:00 from Monday 21:00', daysAt(1, '09:00'), '2026-03-02T21:00:00Z', '2026-03-03 09:00'],
    ['in 0 days at 09:00 from 08:00: today', daysAt(0, '09:00'), '2026-03-02T08:00:00Z', '2026-03-02 09:00'],
    [
      'in 0 days at 09:00 from 10:00: tomorrow',
      daysAt(0, '09:00'),
      '2026-03-02T10:00:00Z',
      '2026-03-03 09:00',
    ],
    [
      'until 09:00, this very minute',
      { type: 'timeOfDay', at: '09:00' },
      '2026-03-02T09:00:00Z',
      '2026-03-02 09:00',
    ],
    [
      'until 09:00, a minute late',
      { type: 'timeOfDay', at: '09:00' },
      '2026-03-02T09:01:00Z',
      '2026-03-03 09:00',
    ],
    [
      'next Saturday from a Saturday: 7 days',
      weekday('saturday'),
      '2026-03-07T12:00:00Z',
      '2026-03-14 12:00',
    ],
    ['next Saturday from a Friday: 1 day', weekday('saturday'), '2026-03-06T12:00:00Z', '2026-03-07 12:00'],
    ['until Tuesday 09:00', weekday('tuesday', '09:00'), '2026-03-02T21:00:00Z', '2026-03-03 09:00'],
    ['over the end of a month', daysAt(1, '09:00'), '2026-03-31T12:00:00Z', '2026-04-01 09:00'],
    ['over a leap day', daysAt(1, '09:00'), '2028-02-28T12:00:00Z', '2028-02-29 09:00'],
    ['over a new year', weekday('friday', '00:00'), '2026-12-31T12:00:00Z', '2027-01-01 00:00'],
  ])('%s', (_, until, start, expected) => expect(waitEnds(until, start)).toBe(expected));

  // Stockholm springs forward on 2026-03-29 at 02:00 and falls back on 2026-10-25 at 03:00.
  it.each([
    [
      'a clock time that the gap skips: the first instant after it',
      daysAt(1, '02:30'),
      '2026-03-28T11:00:00Z',
      '2026-03-29 03:00',
    ],
    ['a clock time after the gap', daysAt(1, '09:00'), '2026-03-28T11:00:00Z', '2026-03-29 09:00'],
    ['a day of 23 hours by the clock', daysAt(1, '12:00'), '2026-03-28T11:00:00Z', '2026-03-29 12:00'],
    [
      '24 elapsed hours over the gap show an hour later',
      duration(DAY),
      '2026-03-28T11:00:00Z',
      '2026-03-29 13:00',
    ],
    [
      'the same clock on a weekday over the fall back',
      weekday('monday'),
      '2026-10-24T10:00:00Z',
      '2026-10-26 12:00',
    ],
  ])('in Stockholm, %s', (_, until, start, expected) =>
    expect(waitEnds(until, start, 'Europe/Stockholm')).toBe(expected),
  );

  it('takes the first of two readings when clocks go back', () => {
    const journey = smallJourney({
      steps: { wait: { kind: 'wait', until: daysAt(1, '02:30') } },
      links: ['entry>next>wait'],
      settings: { zone: 'Europe/Stockholm' },
      start: '2026-10-24T10:00:00Z',
    });
    // 2026-10-25 02:30 is shown at 00:30Z and again at 01:30Z.
    expect(minuteOfLeaving(journey, 'wait')).toBe(
      (Date.parse('2026-10-25T00:30:00Z') - Date.parse('2026-10-24T10:00:00Z')) / 60_000,
    );
  });

  it('goes by the contact’s own zone', () => {
    const zone: AudienceColumn = {
      name: 'zone',
      data: { type: 'category', codes: Uint32Array.of(0), dictionary: ['Asia/Tokyo'] },
    };
    expect(
      waitEnds({ type: 'timeOfDay', at: '09:00' }, '2026-03-02T21:00:00Z', 'UTC', {
        columns: [zone],
        roles: { zone: 'zone' },
      }),
    ).toBe('2026-03-03 00:00');
  });

  const dates = (value: number, precision: 'day' | 'minute'): Crowd => ({
    columns: [{ name: 'due', data: { type: 'date', precision, values: Float64Array.of(value) } }],
  });
  const minuteOf = (text: string) => Date.parse(text) / 60_000;
  const dueIn = (offsetMinutes: number) => ({ type: 'date', column: 'due', offsetMinutes });

  it.each([
    [
      'a calendar date at local midnight',
      dueIn(0),
      dates(minuteOf('2026-03-10T00:00Z'), 'day'),
      '2026-03-10 00:00',
    ],
    [
      'two days before a date',
      dueIn(-2 * DAY),
      dates(minuteOf('2026-03-10T00:00Z'), 'day'),
      '2026-03-08 00:00',
    ],
    ['an instant', dueIn(0), dates(minuteOf('2026-03-10T11:15Z'), 'minute'), '2026-03-10 12:15'],
    ['a past date: on at once', dueIn(0), dates(minuteOf('2026-01-10T00:00Z'), 'day'), '2026-03-02 13:00'],
    ['a missing date: on at once', dueIn(0), dates(NaN, 'day'), '2026-03-02 13:00'],
  ])('until %s', (_, until, crowd, expected) =>
    expect(waitEnds(until, '2026-03-02T12:00:00Z', 'Europe/Stockholm', crowd)).toBe(expected),
  );

  it('counts those who had no date to wait for', () => {
    const journey = smallJourney({
      steps: { wait: { kind: 'wait', until: dueIn(0) } },
      links: ['entry>next>wait'],
    });
    const values = Float64Array.of(NaN, minuteOf('2026-03-10T00:00Z'), minuteOf('2020-01-01T00:00Z'));
    const ran = run(journey, {
      contacts: 3,
      columns: [{ name: 'due', data: { type: 'date', precision: 'day', values } }],
    });
    expect([...(ran.results.journeys[0]?.wentOn ?? [])]).toEqual([0, 2]);
  });

  it('spreads a random wait over both ends, and no further', () => {
    const until = { type: 'random', from: 10, to: 12 };
    const journey = smallJourney({ steps: { wait: { kind: 'wait', until } }, links: ['entry>next>wait'] });
    const inside = (horizon: number) =>
      run(
        { ...journey, settings: { ...journey.settings, horizonMinutes: horizon as never } },
        { contacts: 30_000 },
      ).exit('wait', 'inFlight');
    const [before, first, second, after] = [10, 11, 12, 13].map(inside) as [number, number, number, number];
    expect([before, after]).toEqual([30_000, 0]);
    // A third each: within five standard deviations (82) of 10 000.
    expect(Math.abs(before - first - 10_000)).toBeLessThan(410);
    expect(Math.abs(first - second - 10_000)).toBeLessThan(410);
  });
});
