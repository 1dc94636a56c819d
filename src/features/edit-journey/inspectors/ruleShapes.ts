import type { AudienceSchema, ColumnType } from '../../../audience/audience.ts';
import {
  EVERYONE,
  isGroup,
  type Comparison,
  type Group,
  type Operator,
  type Rule,
  type RuleValue,
} from '../../../journey/rules.ts';

export type SchemaColumn = AudienceSchema['columns'][number];

/** What can be asked of each type of column, in the order of a menu. */
export const OPERATORS_OF: Readonly<Record<ColumnType, readonly Operator[]>> = {
  number: ['atLeast', 'atMost', 'moreThan', 'lessThan', 'is', 'isNot', 'isKnown', 'isUnknown'],
  category: ['is', 'isNot', 'contains', 'startsWith', 'isKnown', 'isUnknown'],
  boolean: ['is', 'isNot', 'isKnown', 'isUnknown'],
  date: ['before', 'after', 'is', 'isKnown', 'isUnknown'],
};

export const needsValue = (operator: Operator): boolean => operator !== 'isKnown' && operator !== 'isUnknown';

/** The column's type; of a column the audience does not have, what the value compared with suggests. */
export function typeOfColumn(column: SchemaColumn | undefined, value: RuleValue | undefined): ColumnType {
  if (column) return column.type;
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'category';
}

/** A comparison with the column that means something before anything is typed. `today` is an ISO date. */
export function comparisonWith(column: SchemaColumn | undefined, today: string): Comparison {
  const name = column?.name ?? 'column';
  const type = typeOfColumn(column, undefined);
  const operator = OPERATORS_OF[type][0] ?? 'isKnown';
  return { kind: 'column', column: name, operator, value: firstValue(type, column, today) };
}

function firstValue(type: ColumnType, column: SchemaColumn | undefined, today: string): RuleValue {
  const values: Readonly<Record<ColumnType, RuleValue>> = {
    number: 1,
    boolean: true,
    date: today,
    category: column?.values?.[0] ?? '',
  };
  return values[type];
}

/** The same comparison with another operator: the value goes when the operator takes none, and comes back when it does. */
export function withOperator(
  rule: Comparison,
  operator: Operator,
  column: SchemaColumn | undefined,
  today: string,
): Comparison {
  if (!needsValue(operator)) return { kind: 'column', column: rule.column, operator };
  const value = rule.value ?? firstValue(typeOfColumn(column, rule.value), column, today);
  return { ...rule, operator, value };
}

/**
 * The same comparison on another column, keeping operator and value where the new column is of the same type: of a number “is” is
 * seldom meant, so it does not come along from a column of words.
 */
export function withColumn(
  rule: Comparison,
  column: SchemaColumn,
  before: SchemaColumn | undefined,
  today: string,
): Comparison {
  const fresh = comparisonWith(column, today);
  if (!OPERATORS_OF[column.type].includes(rule.operator)) return fresh;
  if (!needsValue(rule.operator)) return { ...rule, column: column.name };
  if (typeOfColumn(before, rule.value) !== column.type) return fresh;
  const value = column.type === 'category' ? fresh.value : rule.value;
  return { ...rule, column: column.name, ...(value === undefined ? {} : { value }) };
}

/** Any rule as a group, so that the editor always has a top to add to. */
export function asGroup(rule: Rule | undefined): Group {
  if (rule === undefined) return EVERYONE as Group;
  return isGroup(rule) ? rule : { kind: 'all', rules: [rule] };
}

/** Groups nested deeper than this cannot be added: nobody reads such a rule. */
export const DEEPEST = 4;
