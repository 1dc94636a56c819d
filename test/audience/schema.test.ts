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
      { name: 'plan', type: 'category', values: ['pro', 'free'] },
      { name: 'vip', type: 'boolean' },
      { name: 'renewal', type: 'date', precision: 'day' },
      { name: 'tz', type: 'category', values: ['Europe/Paris', 'nowhere', 'America/Denver', '+01:00'] },
    ],
    roles: { tz: 'zone' },
    zones: ['America/Denver', 'Europe/Paris'],
  });
});

test('lists at most the 200 most frequent values that occur', () => {
  const values = Array.from({ length: 300 }, (_, index) => `v${index}`);
  const audience = audienceWith({ word: textColumn(...values, 'v299', 'v299') });
  const listed = schemaOf(audience).columns[0]!.values!;
  expect(listed).toHaveLength(200);
  expect(listed.slice(0, 2)).toEqual(['v299', 'v0']);
});
