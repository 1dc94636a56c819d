import { describe, expect, it } from 'vitest';
import { isDay, toInstant, toLocal } from '../../../../src/features/edit-journey/inspectors/zonedTime.ts';

describe('clock times in a zone', () => {
  it.each([
    ['2026-03-02T08:00:00Z', 'Europe/Stockholm', '2026-03-02T09:00'],
    ['2026-07-02T08:00:00Z', 'Europe/Stockholm', '2026-07-02T10:00'],
    ['2026-03-02T08:00:00Z', 'UTC', '2026-03-02T08:00'],
    ['2026-03-02T08:00:00Z', 'Asia/Kolkata', '2026-03-02T13:30'],
  ])('shows %s in %s as %s, and reads it back', (instant, zone, local) => {
    expect(toLocal(instant, zone)).toBe(local);
    expect(toInstant(local, zone)).toBe(instant);
  });

  it.each(['', 'yesterday', '2026-13-40T99:99', '275760-09-13T00:00', '0001-01-01T00:00'])(
    'refuses %j',
    (text) => {
      expect(toInstant(text, 'UTC')).toBeUndefined();
    },
  );

  it('answers nonsense with nothing instead of throwing', () => {
    expect(toLocal('not a date', 'UTC')).toBe('');
    expect(toLocal('2026-03-02T08:00:00Z', 'Mars/Olympus')).toBe('2026-03-02T08:00');
  });
});

it.each([
  ['2026-02-28', true],
  ['2026-02-30', false],
  ['26-2-3', false],
  ['', false],
])('takes %j for a day: %s', (text, day) => {
  expect(isDay(text)).toBe(day);
});
