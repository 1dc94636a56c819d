import { describe, expect, it } from 'vitest';
import { MISSING_CODE, type Audience } from '../../src/audience/audience.ts';
import { contactValues } from '../../src/audience/contactValues.ts';
import { synthesise } from '../../src/audience/synthesise.ts';

const DAY = 1440;
const audience: Audience = {
  id: 'a',
  name: 'A',
  rows: 2,
  roles: {},
  columns: [
    {
      name: 'city',
      data: { type: 'category', codes: Uint32Array.of(1, MISSING_CODE), dictionary: ['Oslo', 'Åre'] },
    },
    { name: 'spend', data: { type: 'number', values: Float64Array.of(1234567.5, NaN) } },
    { name: 'tiny', data: { type: 'number', values: Float64Array.of(-0.0001, NaN) } },
    { name: 'member', data: { type: 'boolean', values: Uint8Array.of(1, 2) } },
    { name: 'never', data: { type: 'boolean', values: Uint8Array.of(0, 2) } },
    { name: 'born', data: { type: 'date', precision: 'day', values: Float64Array.of(20_514 * DAY, NaN) } },
    {
      name: 'seen',
      data: { type: 'date', precision: 'minute', values: Float64Array.of(20_514 * DAY + 485, NaN) },
    },
  ],
};

describe('what is known of a contact', () => {
  it('is said as people write it', () => {
    expect(contactValues(audience, 0)).toEqual({
      city: 'Åre',
      spend: '1234567.5',
      tiny: '-0.0001',
      member: 'yes',
      never: 'no',
      born: '2 March 2026',
      seen: '2 March 2026 at 08:05 UTC',
    });
  });

  it('leaves out what is missing', () => {
    expect(contactValues(audience, 1)).toEqual({});
  });

  it('is the same for a contact of the sample made alone as in the whole', () => {
    const whole = synthesise(500, 1);
    for (const row of [0, 41, 499])
      expect(contactValues(synthesise(500, 1, row, row + 1), 0)).toEqual(contactValues(whole, row));
    expect(contactValues(whole, 41)['contact_id']).toBe('42');
  });

  it.each([-1, 2, 0.5, NaN])('is refused for contact %s', (row) => {
    expect(() => contactValues(audience, row)).toThrow(`invalid contact: ${row} of 2`);
  });
});
