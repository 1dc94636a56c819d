import { describe, expect, it } from 'vitest';
import { FLIGHT_MILLISECONDS, Flights } from '../../../../src/features/edit-journey/play/flights.ts';
import { play } from '../../../support/played.ts';
import { openSample } from '../../../support/samples.ts';

const played = play(openSample('orchestration'), { rows: 2_000, contacts: 200 });
if (!played) throw new Error('the sample cannot run');
const { playback } = played;
const { visits } = playback;

describe('dots on their way', () => {
  it('set out for every move, one link of a contact after the other, and land', () => {
    const flights = new Flights(playback);
    flights.launch(-1, 2 * 1440, 0);
    expect(flights.count).toBeGreaterThan(200);
    const legs = new Map<number, { row: number; begin: number }[]>();
    for (let k = 0; k < flights.count; k++) {
      const row = flights.visit[k]!;
      const own = legs.get(visits.contact[row]!) ?? [];
      legs.set(visits.contact[row]!, [...own, { row, begin: flights.begin[k]! }]);
    }
    for (const own of legs.values())
      own
        .sort((a, b) => a.row - b.row)
        .forEach(({ begin }, at) => {
          const before = own[at - 1];
          if (before) expect(begin).toBeGreaterThanOrEqual(before.begin + FLIGHT_MILLISECONDS);
        });
    expect(flights.arriving.reduce((sum, n) => sum + n, 0)).toBe(flights.count);
    flights.land(1e6);
    expect([flights.count, ...flights.arriving]).toEqual([0, ...flights.arriving.map(() => 0)]);
  });

  it('are never more of one contact behind than the eye would follow', () => {
    const flights = new Flights(playback);
    flights.launch(-1, playback.endMinute, 0);
    expect(Math.max(...flights.begin.subarray(0, flights.count))).toBeLessThanOrEqual(2_400);
  });

  it('are gone at once when the clock is put elsewhere', () => {
    const flights = new Flights(playback);
    flights.launch(-1, 1440, 0);
    flights.clear();
    expect([flights.count, Math.max(...flights.arriving)]).toEqual([0, 0]);
  });
});
