import { expect, test } from 'vitest';
import { findChannel } from '../../src/audience/channelWords.ts';
import { yesNoOf, yesNoWord } from '../../src/audience/yesNo.ts';
import { isZone } from '../../src/audience/zones.ts';
import { dayColumn, numberColumn, textColumn, yesNoColumn } from './audiences.ts';

test.each([
  [' E-Mail', 'email'],
  ['SMS', 'sms'],
  ['Web Push', 'web-push'],
  ['in_app', 'in-app'],
  ['phone', 'call'],
  ['letter', 'direct-mail'],
  ['pigeon', undefined],
])('%j names the channel %s', (text, channel) => {
  expect(findChannel(text)).toBe(channel);
});

test('reads the words of consent', () => {
  expect(['Yes', ' opted-in', '1', 'SUBSCRIBED'].map(yesNoWord)).toEqual([1, 1, 1, 1]);
  expect(['no', 'Unsubscribed', '0', 'opted out'].map(yesNoWord)).toEqual([0, 0, 0, 0]);
  expect(['maybe', '', 'pending'].map(yesNoWord)).toEqual([2, 2, 2]);
});

test.each([
  ['boolean', yesNoColumn(true, false, undefined)],
  ['number', numberColumn(3, 0, undefined)],
  ['category', textColumn('granted', 'denied', undefined)],
])('reads a %s column as yes, no, unknown', (_, data) => {
  expect([...yesNoOf(data, Uint32Array.of(0, 1, 2))]).toEqual([1, 0, 2]);
});

test('a known date of consent is consent', () => {
  expect([...yesNoOf(dayColumn('2026-01-01', undefined), Uint32Array.of(0, 1))]).toEqual([1, 2]);
});

test('zones are IANA names, not offsets', () => {
  expect(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires', 'US/Pacific'].map(isZone)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(['+01:00', 'Berlin', '', 'Europe/', 'Mars/Olympus Mons'].map(isZone)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
