import { describe, expect, it } from 'vitest';
import * as format from '../../src/i18n/format.ts';

/** Thin spaces as plain ones. */
const plain = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

it.each([
  [0, '0'],
  [999, '999'],
  [1000, '1 k'],
  [12_400, '12.4 k'],
  [999_949, '1 m'],
  [1_234_567, '1.23 m'],
  [-4500, '−4.5 k'],
])('%d is %s on the canvas', (value, words) => expect(plain(format.formatCompact('en', value))).toBe(words));

it.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.4118, '41.2 %'],
  [0.01, '1.0 %'],
  [0.00417, '0.42 %'],
  [0.000012, '0.0012 %'],
])('a share of %d is %s', (share, words) => expect(plain(format.formatRate('en', share))).toBe(words));

it.each([
  [0, '0 days'],
  [1, '1 minute'],
  [90, '90 minutes'],
  [150, '150 minutes'],
  [6120, '102 hours'],
  [1440, '1 day'],
  [2880, '2 days'],
  [3660, '61 hours'],
  [14_400, '10 days'],
  [20_160, '14 days'],
  [1500, '25 hours'],
])('%d minutes are %s', (minutes, words) => expect(plain(format.formatDuration('en', minutes))).toBe(words));

describe('money', () => {
  it('is whole from 100 on and has decimals below', () => {
    expect(plain(format.formatMoney('en', 1_298_436.4, 'USD'))).toBe('$1 298 436');
    expect(plain(format.formatMoney('en', 0.25, 'EUR'))).toBe('€0.25');
    expect(plain(format.formatMoney('en', 0.0027, 'USD'))).toBe('$0.0027');
    expect(plain(format.formatMoney('en', 0.015, 'USD'))).toBe('$0.015');
    expect(plain(format.formatMoney('en', -0, 'EUR'))).toBe('€0');
  });
  it('is short where there is no room', () =>
    expect(plain(format.formatMoneyCompact('en', -12_400, 'EUR'))).toBe('−€12.4 k'));
});

it('says an interval with its middle', () => {
  const interval = { value: 1240, low: 1204, high: 1276 };
  expect(plain(format.formatInterval(interval, (value) => format.formatNumber('en', value)))).toBe(
    '1 240 (1 204–1 276)',
  );
  const loss = { value: 1, low: -5, high: 7 };
  expect(format.formatInterval(loss, (value) => format.formatNumber('en', value))).toBe('1 (−5 to 7)');
});

it('leaves other languages to Intl', () => {
  expect(plain(format.formatNumber('sv', 1240))).toBe('1 240');
  expect(format.formatCompact('zh', 12_400)).toBe('1.24万');
});

it.each([
  [0, '< 0.1 %'],
  [0.426, '42.6 %'],
  [0.9996, '> 99.9 %'],
])('a chance of %d is %s', (chance, words) => expect(plain(format.formatChance('en', chance))).toBe(words));
