import { expect, it } from 'vitest';
import { clockTimeFrom } from '../../src/forms/clockTime.ts';

it.each([
  ['9', '09:00'],
  ['9:5', '09:05'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  [' 23:59 ', '23:59'],
  ['24:00', undefined],
  ['12:60', undefined],
  ['noon', undefined],
  ['', undefined],
])('reads %j as %s', (text, clock) => {
  expect(clockTimeFrom(text)).toBe(clock);
});
