import { describe, expect, it } from 'vitest';
import {
  audienceOfOne,
  fitsColumn,
  formOf,
  readByMachine,
  schemaWith,
} from '../../src/audience/oneContact.ts';
import { findContacts } from '../../src/audience/findContacts.ts';
import { schemaOf } from '../../src/audience/schema.ts';
import { synthesise } from '../../src/audience/synthesise.ts';
import type { Audience } from '../../src/audience/audience.ts';

const sample = synthesise(200, 1);
const schema = schemaOf(sample);

describe('one contact', () => {
  it('comes out of a form as she went in, whoever she is', () => {
    for (let row = 0; row < sample.rows; row++) {
      const form = formOf(sample, row);
      expect(formOf(audienceOfOne(schema, form), 0)).toEqual(form);
    }
  });

  it('has nothing known where the form says nothing, or what does not fit', () => {
    const one = audienceOfOne(schema, { orders: 'many', last_order: 'yesterday', newsletter: 'perhaps' });
    expect(formOf(one, 0)).toEqual({});
    const orders = schema.columns.find(({ name }) => name === 'orders')!;
    const lastOrder = schema.columns.find(({ name }) => name === 'last_order')!;
    expect([fitsColumn(orders, 'many'), fitsColumn(orders, '4.5'), fitsColumn(orders, '')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([fitsColumn(lastOrder, '2026-02-30x'), fitsColumn(lastOrder, '2026-02-03')]).toEqual([
      false,
      true,
    ]);
  });

  it('brings her zone along where no other contact has it', () => {
    const one = audienceOfOne(schema, { time_zone: 'Asia/Tokyo' });
    expect(schemaWith(schema, one).zones).toContain('Asia/Tokyo');
    expect(schemaWith(schema, audienceOfOne(schema, { time_zone: 'Mars' }))).toBe(schema);
  });

  it('says whether a machine reads her e-mail where the audience does', () => {
    const told: Audience = {
      id: 'told',
      name: '',
      rows: 3,
      columns: [{ name: 'apple', data: { type: 'boolean', values: Uint8Array.of(1, 0, 2) } }],
      roles: { apple: 'machineReader' },
    };
    expect([0, 1, 2].map((row) => readByMachine(told, row))).toEqual([true, false, undefined]);
    expect(readByMachine(sample, 0)).toBeUndefined();
  });
});

describe('looking for contacts', () => {
  it('finds an identity exactly and words in part, at most so many', () => {
    expect(findContacts(sample, '17', { most: 1 })).toEqual([{ row: 16, column: 'contact_id', value: '17' }]);
    const inBerlin = findContacts(sample, 'berlin', { most: 3 });
    expect(inBerlin).toHaveLength(3);
    expect(inBerlin.every(({ value }) => value === 'Europe/Berlin')).toBe(true);
    expect(findContacts(sample, 'nowhere at all', { most: 9 })).toEqual([]);
    expect(findContacts(sample, '  ', { most: 9 })).toEqual([]);
  });

  it('numbers rows of a slice as those of the whole', () => {
    const slice = synthesise(200, 1, 100, 200);
    expect(findContacts(slice, '117', { most: 1, from: 100 })[0]?.row).toBe(116);
  });
});
