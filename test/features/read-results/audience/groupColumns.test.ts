import { expect, it } from 'vitest';
import { groupColumns } from '../../../../src/features/read-results/audience/groupColumns.ts';
import type { AudienceSchema } from '../../../../src/audience/audience.ts';

const schema = (rows: number, roles: AudienceSchema['roles'] = {}): AudienceSchema => ({
  rows,
  roles,
  zones: [],
  columns: [
    { name: 'email', type: 'category', distinct: 990 },
    { name: 'Last name', type: 'category', distinct: 300 },
    { name: 'handle', type: 'category', distinct: 700 },
    { name: 'tel', type: 'category', distinct: 100 },
    { name: 'tier', type: 'category', distinct: 3 },
    { name: 'product name', type: 'category', distinct: 40 },
    { name: 'spend', type: 'number' },
  ],
});

it('offers what many contacts share, and nothing that says who somebody is', () => {
  expect(groupColumns(schema(1000, { tel: 'address:sms' }))).toEqual({
    offered: ['tier', 'product name', 'spend'],
    left: ['email', 'Last name', 'handle', 'tel'],
  });
});

it('lets a column pass that has few values for so many contacts', () => {
  expect(groupColumns(schema(100_000)).offered).toContain('handle');
});
