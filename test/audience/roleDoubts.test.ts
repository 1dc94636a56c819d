import { expect, test } from 'vitest';
import type { Column, Roles } from '../../src/audience/audience.ts';
import { roleDoubts } from '../../src/audience/roleDoubts.ts';
import { audienceWith, textColumn, yesNoColumn } from './audiences.ts';

test.each<[string, Record<string, Column>, Roles, readonly RegExp[]]>([
  [
    'zones that are none',
    { TZ: textColumn('Europe/Rome', 'Rome', 'Rome', undefined) },
    { TZ: 'zone' },
    [
      /^2 of 3 values in “TZ” are no time zone, for example “Rome”: these contacts live in the journey’s zone\./,
    ],
  ],
  ['zones that are some, and blanks', { TZ: textColumn('utc', undefined) }, { TZ: 'zone' }, []],
  [
    'consent that is neither yes nor no',
    { ok: textColumn('yes', 'no', 'maybe') },
    { ok: 'consent:sms' },
    [/^1 of 3 values in “ok” is neither yes nor no, for example “maybe”: this contact counts as a no\.$/],
  ],
  ['consent of plain yes and no', { ok: yesNoColumn(true, undefined) }, { ok: 'consent:sms' }, []],
  [
    'channels that are none',
    { c: textColumn('Fax', 'SMS') },
    { c: 'preferredChannel' },
    [/^1 of 2 values in “c” is no known channel/],
  ],
  [
    'what is called consent and not used',
    { sms_consent: textColumn('ja', 'nein') },
    {},
    [/^“sms_consent” is called like a consent, but 2 of 2 values .* everybody counts as consenting/],
  ],
  [
    'unless another column says it',
    { sms_consent: textColumn('ja', 'nein'), ok: yesNoColumn(true, true) },
    { ok: 'consent:sms' },
    [],
  ],
  ['columns without a role', { town: textColumn('Rome') }, {}, []],
])('tells %s', (_, columns, roles, expected) => {
  const found = roleDoubts(audienceWith(columns).columns, roles).map(({ words }) => words);
  expect(found).toHaveLength(expected.length);
  expected.forEach((words, at) => expect(found[at]).toMatch(words));
});

test('looks at few of very many values', () => {
  const names = Array.from({ length: 200_000 }, (_, row) => `Name${row}`);
  const column: Column = {
    type: 'category',
    codes: Uint32Array.from(names, (_, row) => row),
    dictionary: names,
  };
  expect(roleDoubts([{ name: 'who', data: column }], { who: 'zone' })[0]?.values).toMatchObject({
    count: 200_000,
  });
});
