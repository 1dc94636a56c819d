import { describe, expect, test } from 'vitest';
import type { Column } from '../../../src/audience/audience.ts';
import { audienceOf, codesOf, columnOf, importOf, realFile } from './sources.ts';

const hillstrom = realFile('hillstrom.csv');
const bank = realFile('bank-additional-full.csv');
const paths = realFile('PathData.csv');

const skipped = (file: unknown, name: string): string =>
  file === undefined ? `${name} (SKIPPED: ../shared/data/${name} is not there)` : name;

function numbers(data: Column): Float64Array {
  if (data.type !== 'number') throw new Error(`expected a number column, got ${data.type}`);
  return data.values;
}

function shareOfYes(data: Column): number {
  if (data.type !== 'boolean') throw new Error(`expected a yes/no column, got ${data.type}`);
  return data.values.reduce((sum, value) => sum + Number(value === 1), 0) / data.values.length;
}

function counts(data: Column): Record<string, number> {
  if (data.type !== 'category') throw new Error(`expected a category column, got ${data.type}`);
  const found = new Uint32Array(data.dictionary.length);
  for (const code of data.codes) found[code]!++;
  return Object.fromEntries(data.dictionary.map((text, code) => [text, found[code]!]));
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(hillstrom === undefined)(skipped(hillstrom, 'hillstrom.csv'), () => {
  test('has the rows, types and totals of its description', async () => {
    const audience = await audienceOf(hillstrom!, { name: 'hillstrom.csv' });
    expect(audience.name).toBe('hillstrom');
    expect(audience.rows).toBe(64_000);
    expect(audience.columns.map(({ name, data }) => `${name}: ${data.type}`)).toEqual([
      ...[
        'recency: number',
        'history_segment: category',
        'history: number',
        'mens: boolean',
        'womens: boolean',
      ],
      ...[
        'zip_code: category',
        'newbie: boolean',
        'channel: category',
        'segment: category',
        'visit: boolean',
      ],
      ...['conversion: boolean', 'spend: number'],
    ]);
    const history = numbers(columnOf(audience, 'history'));
    expect(history.reduce((low, value) => Math.min(low, value), Infinity)).toBe(29.99);
    expect(history.reduce((high, value) => Math.max(high, value), 0)).toBe(3345.93);
    const recency = numbers(columnOf(audience, 'recency'));
    expect([...new Set(recency)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(counts(columnOf(audience, 'segment'))).toEqual({
      'Mens E-Mail': 21_307,
      'Womens E-Mail': 21_387,
      'No E-Mail': 21_306,
    });
    expect(Object.keys(counts(columnOf(audience, 'history_segment')))).toHaveLength(7);
    expect(Object.keys(counts(columnOf(audience, 'zip_code'))).sort()).toEqual([
      'Rural',
      'Surburban',
      'Urban',
    ]);
    expect(Object.keys(counts(columnOf(audience, 'channel'))).sort()).toEqual([
      'Multichannel',
      'Phone',
      'Web',
    ]);
    expect(shareOfYes(columnOf(audience, 'visit'))).toBeCloseTo(0.1468, 4);
    expect(shareOfYes(columnOf(audience, 'conversion'))).toBeCloseTo(0.00903, 5);
    expect(mean(numbers(columnOf(audience, 'spend')))).toBeCloseTo(1.05, 2);
    expect(audience.roles).toEqual({});
  });
});

describe.skipIf(bank === undefined)(skipped(bank, 'bank-additional-full.csv'), () => {
  test('has the rows, types and totals of its description', async () => {
    const outcome = await importOf(bank!);
    expect(codesOf(outcome)).toEqual([]);
    const audience = await audienceOf(bank!);
    expect(audience.rows).toBe(41_188);
    expect(audience.columns).toHaveLength(21);
    expect(shareOfYes(columnOf(audience, 'y'))).toBeCloseTo(0.1127, 4);
    const age = numbers(columnOf(audience, 'age'));
    expect(age.reduce((low, value) => Math.min(low, value), 200)).toBe(17);
    expect(age.reduce((high, value) => Math.max(high, value), 0)).toBe(98);
    expect(numbers(columnOf(audience, 'pdays'))).toContain(999);
    expect(Object.keys(counts(columnOf(audience, 'default'))).sort()).toEqual(['no', 'unknown', 'yes']);
    expect(columnOf(audience, 'emp.var.rate').type).toBe('number');
  });
});

describe.skipIf(paths === undefined)(skipped(paths, 'PathData.csv'), () => {
  test('has the rows and totals of its description', async () => {
    const audience = await audienceOf(paths!);
    const total = (name: string): number =>
      numbers(columnOf(audience, name)).reduce((sum, value) => sum + value, 0);
    expect(audience.rows).toBe(10_000);
    expect(total('total_conversions')).toBe(19_785);
    expect(total('total_conversion_value')).toBeCloseTo(74_802.97, 2);
    expect(total('total_null')).toBe(68_602);
  });
});
