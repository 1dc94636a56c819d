import { expect, test } from 'vitest';
import { schemaOf } from '../../src/audience/schema.ts';
import { audienceWith, dayColumn, numberColumn, textColumn, yesNoColumn } from './audiences.ts';

test('describes columns, roles and zones without any contact', () => {
  const audience = audienceWith(
    {
      age: numberColumn(1, 2, 3, 4),
      plan: textColumn('free', 'pro', 'pro', undefined),
      vip: yesNoColumn(true, false, true, true),
      renewal: dayColumn('2026-03-02', undefined, undefined, undefined),
      tz: textColumn('Europe/Paris', 'nowhere', 'America/Denver', '+01:00'),
    },
    { tz: 'zone' },
  );
  expect(schemaOf(audience)).toEqual({
    rows: 4,
    columns: [
      { name: 'age', type: 'number' },
      { name: 'plan', type: 'category', values: ['pro', 'free'], distinct: 2 },
      { name: 'vip', type: 'boolean' },
      {
        name: 'renewal',
        type: 'date',
        precision: 'day',
        range: { first: Date.UTC(2026, 2, 2) / 60_000, last: Date.UTC(2026, 2, 2) / 60_000 },
      },
      {
        name: 'tz',
        type: 'category',
        values: ['Europe/Paris', 'nowhere', 'America/Denver', '+01:00'],
        distinct: 4,
      },
    ],
    roles: { tz: 'zone' },
    zones: ['America/Denver', 'Europe/Paris'],
    reach: {},
  });
});

test('says which share of the contacts a channel reaches, where a column speaks about it', () => {
  const audience = audienceWith(
    {
      mail: textColumn('a@example.com', undefined, 'c@example.com', 'd@example.com'),
      agreed: yesNoColumn(true, true, false, true),
      texts: yesNoColumn(false, false, false, false),
    },
    { mail: 'address:email', agreed: 'consent:email', texts: 'consent:sms' },
  );
  expect(schemaOf(audience).reach).toEqual({
    email: { addressed: 0.75, allowed: 0.5 },
    sms: { addressed: 1, allowed: 0 },
  });
});

test('lists at most the 200 most frequent values that occur', () => {
  const values = Array.from({ length: 300 }, (_, index) => `v${index}`);
  const audience = audienceWith({ word: textColumn(...values, 'v299', 'v299') });
  const listed = schemaOf(audience).columns[0]!.values!;
  expect(listed).toHaveLength(200);
  expect(listed.slice(0, 2)).toEqual(['v299', 'v0']);
});
