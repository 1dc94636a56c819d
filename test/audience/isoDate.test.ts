import { expect, test } from 'vitest';
import { dayNumber, dayOfIsoDate } from '../../src/audience/isoDate.ts';

test('counts days like the platform does, over four centuries', () => {
  for (let day = -80_000; day < 80_000; day += 13) {
    const date = new Date(day * 86_400_000);
    expect(dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
  }
});

test.each([
  '2026-02-29',
  '2026-13-01',
  '2026-00-01',
  '2026-04-31',
  '2026-4-3',
  '26-04-03',
  '',
  '2026-04-03 ',
])('%j is no date', (text) => {
  expect(dayOfIsoDate(text)).toBeNaN();
});

test('leap days exist in leap years', () => {
  expect(dayOfIsoDate('2024-02-29')).toBe(19_782);
  expect(dayOfIsoDate('2000-02-29')).toBe(11_016);
  expect(dayOfIsoDate('1900-02-29')).toBeNaN();
});
