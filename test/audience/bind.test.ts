import { expect, test } from 'vitest';
import type { Role } from '../../src/audience/audience.ts';
import { bind, type Wanted } from '../../src/audience/bind.ts';
import type { Input } from '../../src/compile/program.ts';
import type { Channel } from '../../src/journey/channels.ts';
import { audienceWith, dayColumn, numberColumn, textColumn, yesNoColumn } from './audiences.ts';

function wanted(
  inputs: readonly Input[] = [],
  channels: readonly Channel[] = ['email', 'sms', 'social-ad'],
): Wanted {
  const zones = {
    ids: ['Europe/Berlin', 'Asia/Tokyo'],
    firstQuarter: 0,
    quarters: 0,
    offsets: new Int16Array(0),
  };
  return { inputs, channels, zones, muted: 0, scoreInput: -1 };
}

const audience = audienceWith(
  {
    tz: textColumn('Asia/Tokyo', 'Europe/Berlin', undefined, 'Atlantis'),
    email_ok: yesNoColumn(true, false, undefined, true),
    mobile: textColumn('0151', undefined, ' ', '0170'),
    likes: textColumn('SMS', 'E-Mail', undefined, 'webhook'),
    reads_by_machine: yesNoColumn(true, false, undefined, true),
    orders: numberColumn(3, 0, undefined, 7),
    renewal: dayColumn('2026-03-02', undefined, '1970-01-02', '1970-01-01'),
    stars: textColumn('4', 'five', undefined, ' 5 '),
  },
  {
    tz: 'zone',
    email_ok: 'consent:email',
    mobile: 'address:sms',
    likes: 'preferredChannel',
    reads_by_machine: 'machineReader',
  },
);

const all = Uint32Array.of(0, 1, 2, 3);

test('gathers each contact’s row, repeating the audience when there are more contacts', () => {
  const contacts = Uint32Array.of(7, 0, 4_000_000_003);
  const columns = bind(wanted([{ kind: 'number', column: 'orders' }]), audience, contacts);
  expect(columns.count).toBe(3);
  expect(columns.contact).toBe(contacts);
  expect([...columns.inputs[0]!]).toEqual([7, 3, 7]);
});

test('zones that are missing or unknown to the program are the journey’s', () => {
  expect([...bind(wanted(), audience, all).zone]).toEqual([1, 0, 0, 0]);
});

test('consent is a bit per channel: a plain yes, or no column that could say no', () => {
  expect([...bind(wanted(), audience, all).consent]).toEqual([0b111, 0b110, 0b110, 0b111]);
});

test('reachable is a bit per channel: an address that is not blank, or no column of addresses', () => {
  expect([...bind(wanted(), audience, all).reachable]).toEqual([0b111, 0b101, 0b101, 0b111]);
});

test('advertising needs neither consent nor address, whatever the roles say', () => {
  const roles: Record<string, Role> = { no: 'consent:display-ad', blank: 'address:webhook' };
  const refusing = audienceWith({ no: yesNoColumn(false), blank: textColumn(undefined) }, roles);
  const columns = bind(wanted([], ['display-ad', 'webhook']), refusing, Uint32Array.of(0));
  expect([columns.consent[0], columns.reachable[0]]).toEqual([0b11, 0b11]);
});

test('preferred channels are found by the words people use; others are unknown', () => {
  expect([...bind(wanted(), audience, all).preferred]).toEqual([1, 0, -1, -1]);
});

test('machine readers are known where a column says so', () => {
  expect([...bind(wanted(), audience, all).machine]).toEqual([1, 0, 2, 1]);
  const silent = audienceWith({ age: numberColumn(1) });
  expect([...bind(wanted(), silent, Uint32Array.of(0)).machine]).toEqual([2]);
});

test('inputs are numbers, minutes or rule bits', () => {
  const inputs = bind(
    wanted([
      { kind: 'number', column: 'orders' },
      { kind: 'number', column: 'email_ok' },
      { kind: 'number', column: 'stars' },
      { kind: 'number', column: 'renewal' },
      { kind: 'date', column: 'renewal' },
      { kind: 'date', column: 'orders' },
      { kind: 'number', column: 'nowhere' },
      { kind: 'rule', rule: { kind: 'column', column: 'orders', operator: 'atLeast', value: 1 } },
    ]),
    audience,
    all,
  ).inputs.map((values) => [...values]);
  expect(inputs).toEqual([
    [3, 0, NaN, 7],
    [1, 0, NaN, 1],
    [4, NaN, NaN, 5],
    [NaN, NaN, NaN, NaN],
    [29_540_160, NaN, 1440, 0],
    [NaN, NaN, NaN, NaN],
    [NaN, NaN, NaN, NaN],
    [1, 0, 0, 1],
  ]);
});

test('refuses an audience of nobody', () => {
  expect(() => bind(wanted(), audienceWith({}), all)).toThrow('0 rows');
});
