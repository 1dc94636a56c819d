import { describe, expect, it } from 'vitest';
import { accountsOf } from '../../src/audience/accounts.ts';
import { MISSING_CODE, type Audience, type Column } from '../../src/audience/audience.ts';

const firms: Column = {
  type: 'category',
  codes: Uint32Array.of(0, 1, 2, MISSING_CODE, 1, 3, MISSING_CODE),
  dictionary: ['Acme', 'Bolt', ' ACME ', '  '],
};
const numbers: Column = { type: 'number', values: Float64Array.of(7, 7, NaN, 8, NaN, 7, 8) };
const days: Column = { type: 'date', precision: 'day', values: new Float64Array(7) };
const audience: Audience = {
  id: 'a',
  name: 'A',
  rows: 7,
  columns: [
    { name: 'firm', data: firms },
    { name: 'number', data: numbers },
    { name: 'since', data: days },
  ],
  roles: {},
};
const everybody = Uint32Array.from({ length: 7 }, (_, row) => row);

describe('the account of a contact', () => {
  it('is the first contact of whom the column says the same, whatever the case', () => {
    expect([...accountsOf(audience, 'firm', everybody)]).toEqual([0, 1, 0, 3, 1, 5, 6]);
  });

  it('may be told by a number', () => {
    expect([...accountsOf(audience, 'number', everybody)]).toEqual([0, 0, 2, 3, 4, 0, 3]);
  });

  it('is the contact itself where nothing is known, or the column is of days or not there', () => {
    expect([...accountsOf(audience, 'since', everybody)]).toEqual([...everybody]);
    expect([...accountsOf(audience, 'constructor', everybody)]).toEqual([...everybody]);
  });

  it('hangs on no other contact that is asked about', () => {
    expect([...accountsOf(audience, 'firm', Uint32Array.of(4, 2))]).toEqual([1, 0]);
  });

  it('of a repeated row is that of the same repetition', () => {
    const later = everybody.map((row) => row + 14);
    expect([...accountsOf(audience, 'firm', later)]).toEqual([14, 15, 14, 17, 15, 19, 20]);
  });
});
