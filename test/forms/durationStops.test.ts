import { expect, it } from 'vitest';
import { DURATION_STOPS, stopAt } from '../../src/forms/durationStops.ts';

it('climbs from nothing to a quarter of a year', () => {
  expect(DURATION_STOPS.at(0)).toBe(0);
  expect(DURATION_STOPS.at(-1)).toBe(90 * 1440);
  expect(DURATION_STOPS.toSorted((a, b) => a - b)).toEqual(DURATION_STOPS);
  expect(new Set(DURATION_STOPS).size).toBe(DURATION_STOPS.length);
});

it('finds every stop at its own place', () => {
  DURATION_STOPS.forEach((minutes, place) => expect(stopAt(minutes)).toBe(place));
});

it.each([
  [1, 0],
  [14, 1],
  [2 * 1440 + 1, DURATION_STOPS.indexOf(2 * 1440)],
  [3650 * 1440, DURATION_STOPS.length - 1],
])('puts %d minutes, which is no stop, at the nearest', (minutes, place) => {
  expect(stopAt(minutes)).toBe(place);
});
