import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitExample } from '../../../../../src/features/edit-journey/inspectors/wait/waitExample.ts';
import { WEEKDAYS, type WaitUntil } from '../../../../../src/journey/steps/wait.ts';
import { minutes, MINUTES_PER_DAY } from '../../../../../src/journey/units.ts';
import { dayColumn } from '../../../../audience/audiences.ts';
import { minuteOfLeaving, smallJourney } from '../../../../support/tinyRun.ts';

const clock = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const until: fc.Arbitrary<WaitUntil> = fc.oneof(
  fc.record({ type: fc.constant('duration' as const), minutes: fc.nat(20_000).map(minutes) }),
  fc.record({ type: fc.constant('daysAt' as const), days: fc.nat(9), at: clock }),
  fc.record({ type: fc.constant('timeOfDay' as const), at: clock }),
  fc.record({ type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS), at: clock }),
  fc.record({ type: fc.constant('weekday' as const), weekday: fc.constantFrom(...WEEKDAYS) }),
);
/** Around the days on which the clocks of Stockholm go forward and back. */
const instant = fc
  .tuple(fc.constantFrom('2026-03-27T00:00Z', '2026-10-23T00:00Z'), fc.nat(4 * MINUTES_PER_DAY))
  .map(([day, minute]) => Date.parse(day) / 60_000 + minute);

const ZONE = 'Europe/Stockholm';
/** The clock in Stockholm at a minute since 1970, by the platform. */
function clockIn(minute: number): number {
  const text = new Date(minute * 60_000).toLocaleString('sv-SE', { timeZone: ZONE });
  return Date.parse(`${text.replace(' ', 'T')}Z`) / 60_000;
}

describe('the example of a wait', () => {
  it('leaves when the engine lets a contact go who arrives then', () => {
    fc.assert(
      fc.property(until, instant, (wait, now) => {
        const journey = smallJourney({
          steps: { wait: { kind: 'wait', until: wait } },
          links: ['entry>next>wait'],
          settings: { zone: ZONE },
          start: new Date(now * 60_000).toISOString(),
        });
        const leaves = now + minuteOfLeaving(journey, 'wait');
        expect(waitExample(wait, now, ZONE)).toEqual({ arrives: clockIn(now), leaves: clockIn(leaves) });
      }),
      { seed: 40, numRuns: 60 },
    );
  });

  it('of a date gives the contact one that is still to come', () => {
    const now = Date.parse('2026-03-20T10:00Z') / 60_000;
    const wait: WaitUntil = { type: 'date', column: 'renewal', offsetMinutes: -3 * MINUTES_PER_DAY };
    const { date = NaN, leaves } = waitExample(wait, now, ZONE);
    const journey = smallJourney({
      steps: { wait: { kind: 'wait', until: wait } },
      links: ['entry>next>wait'],
      settings: { zone: ZONE },
      start: '2026-03-20T10:00:00Z',
    });
    const day = new Date(date * 60_000).toISOString().slice(0, 10);
    const columns = [{ name: 'renewal', data: dayColumn(day) }];
    expect(clockIn(now + minuteOfLeaving(journey, 'wait', { columns }))).toBe(leaves);
    expect(leaves).toBeGreaterThan(clockIn(now));
  });

  it('of a random wait says the first and the last moment', () => {
    const wait: WaitUntil = { type: 'random', from: minutes(60), to: minutes(1440) };
    expect(waitExample(wait, 0, 'UTC')).toEqual({ arrives: 0, leaves: 60, latest: 1440 });
  });
});
