import { expect, it } from 'vitest';
import type { Roles } from '../../../../../src/audience/audience.ts';
import type { SchemaColumn } from '../../../../../src/features/edit-journey/inspectors/ruleShapes.ts';
import { usefulColumn } from '../../../../../src/features/edit-journey/inspectors/rules/usefulColumn.ts';
import { sampleSchema } from '../../../../../src/simulation/sampleAudience.ts';

const text = (name: string, count: number): SchemaColumn => ({
  name,
  type: 'category',
  values: Array.from({ length: count }, (_, at) => `${name} ${at}`),
});
const number = (name: string): SchemaColumn => ({ name, type: 'number' });
const yesNo = (name: string): SchemaColumn => ({ name, type: 'boolean' });

it('of the sample audience is the intent, not the number of the contact', () => {
  const { columns, roles } = sampleSchema(100);
  expect(columns[0]?.name).toBe('contact_id');
  expect(usefulColumn(columns, roles)?.name).toBe('intent');
});

it.each<[string, readonly SchemaColumn[], Roles, string | undefined]>([
  ['has few values', [number('contact_id'), text('city', 200), text('segment', 4)], {}, 'segment'],
  ['else is a yes or no', [text('e-mail', 3), text('city', 200), yesNo('member')], {}, 'member'],
  ['else is no identifier', [number('Customer No'), text('first_name', 9), number('orders')], {}, 'orders'],
  [
    'has no role',
    [text('zone', 3), text('tags', 3), text('plan', 3)],
    { zone: 'zone', tags: 'tags' },
    'plan',
  ],
  ['is not one of a single value', [text('brand', 1), text('plan', 2)], {}, 'plan'],
  [
    'is another than the id where all tell apart',
    [text('email', 9), text('phone', 9)],
    { email: 'id' },
    'phone',
  ],
  ['is the only one there is', [number('id')], { id: 'id' }, 'id'],
  ['is none where there is none', [], {}, undefined],
])('%s', (_, columns, roles, name) => expect(usefulColumn(columns, roles)?.name).toBe(name));
