import { describe, expect, it } from 'vitest';
import {
  asGroup,
  comparisonWith,
  withColumn,
  withOperator,
  type SchemaColumn,
} from '../../../../src/features/edit-journey/inspectors/ruleShapes.ts';

const TODAY = '2026-11-21';
const country: SchemaColumn = { name: 'country', type: 'category', values: ['SE', 'DE'] };
const orders: SchemaColumn = { name: 'orders', type: 'number' };
const spent: SchemaColumn = { name: 'spent', type: 'number' };
const joined: SchemaColumn = { name: 'joined', type: 'date', precision: 'day' };

describe('a comparison', () => {
  it('means something from the start', () => {
    expect(comparisonWith(country, TODAY)).toEqual({
      kind: 'column',
      column: 'country',
      operator: 'is',
      value: 'SE',
    });
    expect(comparisonWith(joined, TODAY)).toEqual({
      kind: 'column',
      column: 'joined',
      operator: 'before',
      value: TODAY,
    });
  });

  it('loses its value with an operator that takes none, and gets one back', () => {
    const rule = comparisonWith(orders, TODAY);
    const known = withOperator(rule, 'isKnown', orders, TODAY);
    expect(known).not.toHaveProperty('value');
    expect(withOperator(known, 'atMost', orders, TODAY)).toMatchObject({ operator: 'atMost', value: 1 });
  });

  it('keeps operator and value on a column of the same type, and starts anew on another', () => {
    const rule = { ...comparisonWith(orders, TODAY), operator: 'moreThan', value: 7 } as const;
    expect(withColumn(rule, spent, orders, TODAY)).toEqual({ ...rule, column: 'spent' });
    expect(withColumn(rule, country, orders, TODAY)).toEqual(comparisonWith(country, TODAY));
    expect(withColumn(comparisonWith(country, TODAY), orders, country, TODAY)).toEqual(
      comparisonWith(orders, TODAY),
    );
    const known = { kind: 'column', column: 'country', operator: 'isKnown' } as const;
    expect(withColumn(known, orders, country, TODAY)).toEqual({ ...known, column: 'orders' });
  });
});

it('puts a lone condition into a group', () => {
  const tag = { kind: 'tag', tag: 'vip' } as const;
  expect(asGroup(tag)).toEqual({ kind: 'all', rules: [tag] });
  expect(asGroup(undefined)).toEqual({ kind: 'all', rules: [] });
});
