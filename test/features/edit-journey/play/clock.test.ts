import { describe, expect, it, vi } from 'vitest';
import { countsAt } from '../../../../src/analytics/playback.ts';
import { PlayClock, SPEEDS } from '../../../../src/features/edit-journey/play/clock.ts';
import { play } from '../../../support/played.ts';
import { openSample } from '../../../support/samples.ts';

const played = play(openSample('orchestration'), { rows: 2_000, contacts: 200 });
if (!played) throw new Error('the sample cannot run');
const { playback } = played;

describe('the clock of the player', () => {
  it('goes as fast as its speed says, and only while it plays', () => {
    const clock = new PlayClock(playback);
    const { minute } = clock;
    clock.pass(1000);
    expect(clock.minute).toBe(minute);
    clock.toggle();
    clock.setSpeed('hour');
    clock.pass(1000);
    expect(clock.minute).toBe(minute + SPEEDS.hour);
    clock.setSpeed('week');
    clock.pass(500);
    expect(clock.minute).toBe(minute + SPEEDS.hour + SPEEDS.week / 2);
    clock.pause();
    clock.pass(1000);
    expect(clock.minute).toBe(minute + SPEEDS.hour + SPEEDS.week / 2);
  });

  it('stops at the end, and plays again from the start', () => {
    const clock = new PlayClock(playback);
    clock.toggle();
    clock.pass(1e9);
    expect([clock.minute, clock.shown().playing]).toEqual([playback.endMinute, false]);
    clock.toggle();
    expect([clock.minute, clock.shown().playing]).toEqual([clock.start, true]);
  });

  it('tells ten times a second at most while it plays, and at once when it is put somewhere', () => {
    const clock = new PlayClock(playback);
    const listener = vi.fn();
    clock.subscribe(listener);
    clock.toggle();
    expect(listener).toHaveBeenCalledTimes(1);
    for (let frame = 0; frame < 60; frame++) clock.pass(1000 / 60);
    expect(listener.mock.calls.length).toBeLessThanOrEqual(11);
    expect(listener.mock.calls.length).toBeGreaterThan(8);
    clock.scrub(5000);
    expect(clock.shown().minute).toBe(5000);
    expect([...clock.shown().counts]).toEqual([...countsAt(playback, 5000)]);
  });

  it('stays within the run wherever it is put', () => {
    const clock = new PlayClock(playback);
    clock.scrub(-5);
    expect(clock.minute).toBe(0);
    clock.scrub(1e9);
    expect(clock.minute).toBe(playback.endMinute);
  });

  it('jumps from event to event, each minute in which somebody moves once', () => {
    const clock = new PlayClock(playback);
    clock.scrub(0);
    const minutes = new Set([...playback.entryMinutes, ...playback.visits.leave]);
    const expected = [...minutes].filter((minute) => minute > 0).sort((a, b) => a - b);
    for (const minute of expected.slice(0, 50)) {
      clock.next();
      expect(clock.minute).toBe(minute);
    }
  });

  it('goes on in steps without movement: at least its stretch of time, and as far as something happens', () => {
    const clock = new PlayClock(playback);
    clock.step();
    expect(clock.minute).toBe(clock.start);
    clock.toggle();
    clock.setSpeed('hour');
    for (let n = 0; n < 20; n++) {
      const before = clock.minute;
      clock.step();
      expect(clock.minute - before).toBeGreaterThanOrEqual(SPEEDS.hour);
      const skipped = Array.from({ length: clock.minute - before }, (_, k) => before + 1 + k);
      const happens = skipped.some(
        (minute) => playback.visits.leave.includes(minute) || playback.entryMinutes.includes(minute),
      );
      expect(happens || clock.minute === clock.end).toBe(true);
    }
  });
});
