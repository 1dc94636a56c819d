import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MISSING_CODE, type Audience, type Column } from '../../src/audience/audience.ts';
import { evaluateRule, splitTags } from '../../src/audience/rules.ts';
import type { StepId } from '../../src/journey/journey.ts';
import { OPERATORS, type Operator, type Rule, type RuleValue } from '../../src/journey/rules.ts';
import {
  allRows,
  audienceWith,
  dayColumn,
  instantColumn,
  numberColumn,
  textColumn,
  yesNoColumn,
} from './audiences.ts';

const audience = audienceWith(
  {
    age: numberColumn(17, 30, undefined, 64),
    plan: textColumn('Pro', 'free', undefined, ' pro '),
    size: textColumn('9', '10', undefined, 'many'),
    member: yesNoColumn(true, false, undefined, true),
    renewal: dayColumn('2026-03-01', '2026-03-02', undefined, '2026-03-03'),
    seen: instantColumn('2026-03-02T00:00Z', '2026-03-02T23:59Z', undefined, '2026-03-03T00:00Z'),
    tags: textColumn('vip; beta', 'BETA', undefined, 'vip-lounge|churn'),
    sms_ok: textColumn('opted-in', 'no', undefined, 'unsure'),
  },
  { tags: 'tags', sms_ok: 'consent:sms' },
);

function matches(rule: Rule): string {
  return [...evaluateRule(rule, audience, allRows(audience))].join('');
}

function asks(column: string, operator: Operator, value?: RuleValue): Rule {
  return { kind: 'column', column, operator, ...(value === undefined ? {} : { value }) };
}

test.each<[string, Operator, RuleValue | undefined, string]>([
  ['age', 'is', 30, '0100'],
  ['age', 'isNot', 30, '1011'],
  ['age', 'atLeast', 30, '0101'],
  ['age', 'atMost', 30, '1100'],
  ['age', 'moreThan', 30, '0001'],
  ['age', 'lessThan', 30, '1000'],
  ['age', 'isKnown', undefined, '1101'],
  ['age', 'isUnknown', undefined, '0010'],
  ['age', 'is', '30', '0100'],
  ['age', 'is', 'thirty', '0000'],
  ['age', 'isNot', 'thirty', '1111'],
  ['age', 'atLeast', undefined, '0000'],
  ['age', 'contains', '3', '0000'],
  ['plan', 'is', 'PRO', '1001'],
  ['plan', 'isNot', 'pro', '0110'],
  ['plan', 'contains', 'R', '1101'],
  ['plan', 'startsWith', 'fr', '0100'],
  ['plan', 'isKnown', undefined, '1101'],
  ['plan', 'isUnknown', undefined, '0010'],
  ['plan', 'is', undefined, '0000'],
  ['plan', 'atLeast', 3, '0000'],
  ['size', 'atLeast', 10, '0100'],
  ['size', 'lessThan', '10', '1000'],
  ['size', 'is', 9, '1000'],
  ['member', 'is', true, '1001'],
  ['member', 'is', 'no', '0100'],
  ['member', 'isNot', true, '0110'],
  ['member', 'isUnknown', undefined, '0010'],
  ['renewal', 'before', '2026-03-02', '1000'],
  ['renewal', 'after', '2026-03-02', '0001'],
  ['renewal', 'is', '2026-03-02', '0100'],
  ['renewal', 'isNot', '2026-03-02', '1011'],
  ['renewal', 'before', 'soon', '0000'],
  ['renewal', 'before', 20260302, '0000'],
  ['seen', 'is', '2026-03-02', '1100'],
  ['seen', 'after', '2026-03-02T18:00', '0001'],
  ['no such column', 'is', 1, '0000'],
  ['no such column', 'isNot', 1, '1111'],
  ['no such column', 'isUnknown', undefined, '1111'],
])('%s %s %s matches %s', (column, operator, value, expected) => {
  expect(matches(asks(column, operator, value))).toBe(expected);
});

test.each<[string, Rule, string]>([
  ['all of nothing: everyone', { kind: 'all', rules: [] }, '1111'],
  ['any of nothing: nobody', { kind: 'any', rules: [] }, '0000'],
  ['none of nothing: everyone', { kind: 'none', rules: [] }, '1111'],
  ['all', { kind: 'all', rules: [asks('age', 'atLeast', 18), asks('member', 'is', true)] }, '0001'],
  ['any', { kind: 'any', rules: [asks('age', 'atLeast', 18), asks('member', 'is', true)] }, '1101'],
  ['none', { kind: 'none', rules: [asks('age', 'atLeast', 18), asks('member', 'is', true)] }, '0010'],
  ['a tag, whatever its case', { kind: 'tag', tag: 'Beta' }, '1100'],
  ['a tag is a whole word', { kind: 'tag', tag: 'vip' }, '1000'],
  ['consent is a plain yes', { kind: 'consent', channel: 'sms' }, '1000'],
  ['consent without a column is given', { kind: 'consent', channel: 'email' }, '1111'],
  ['advertising needs no consent', { kind: 'consent', channel: 'search-ad' }, '1111'],
])('%s', (_, rule, expected) => {
  expect(matches(rule)).toBe(expected);
});

test('answers for the rows asked, in their order', () => {
  expect([...evaluateRule(asks('age', 'atLeast', 30), audience, Uint32Array.of(3, 3, 0, 2))]).toEqual([
    1, 1, 0, 0,
  ]);
});

test('without a tags column nobody has a tag', () => {
  const bare = audienceWith({ age: numberColumn(1, 2) });
  expect([...evaluateRule({ kind: 'tag', tag: 'vip' }, bare, allRows(bare))]).toEqual([0, 0]);
});

test.each<[Rule]>([
  [{ kind: 'score', atLeast: 3 }],
  [{ kind: 'behaviour', did: 'opened', step: 'a' as StepId }],
])('refuses what only exists during a run: %o', (rule) => {
  expect(() => matches(rule)).toThrow(rule.kind);
});

test('splits tags at semicolons, commas and bars', () => {
  expect(splitTags(' VIP; beta,churn risk||x ')).toEqual(['vip', 'beta', 'churn risk', 'x']);
});

/** The obviously right evaluation: one row, one value, no tables. */
function naive(rule: Rule, of: Audience, row: number): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.every((part) => naive(part, of, row));
    case 'any':
      return rule.rules.some((part) => naive(part, of, row));
    case 'none':
      return !rule.rules.some((part) => naive(part, of, row));
    case 'column':
      return naiveColumn(valueAt(of.columns.find(({ name }) => name === rule.column)!.data, row), rule);
    case 'tag':
    case 'consent':
    case 'score':
    case 'behaviour':
      throw new Error(rule.kind);
  }
}

type Value = number | string | boolean | Date | undefined;

function valueAt(data: Column, row: number): Value {
  if (data.type === 'category')
    return data.codes[row] === MISSING_CODE ? undefined : data.dictionary[data.codes[row]!]!;
  const value = data.values[row]!;
  if (data.type === 'boolean') return value === 2 ? undefined : value === 1;
  if (Number.isNaN(value)) return undefined;
  return data.type === 'date' ? new Date(value * 60_000) : value;
}

function naiveColumn(value: Value, { operator, value: wanted }: Extract<Rule, { kind: 'column' }>): boolean {
  if (operator === 'isKnown') return value !== undefined;
  if (operator === 'isUnknown') return value === undefined;
  if (operator === 'isNot')
    return !naiveColumn(value, { kind: 'column', column: '', operator: 'is', value: wanted! });
  if (value === undefined) return false;
  if (typeof value === 'string') {
    if (operator === 'is') return value.toLowerCase() === String(wanted).toLowerCase();
    if (operator === 'contains') return value.toLowerCase().includes(String(wanted).toLowerCase());
    if (operator === 'startsWith') return value.toLowerCase().startsWith(String(wanted).toLowerCase());
  }
  if (operator === 'contains' || operator === 'startsWith') return false;
  const left = value instanceof Date ? value.toISOString().slice(0, 10) : Number(value);
  const right = value instanceof Date ? String(wanted) : Number(wanted);
  switch (operator) {
    case 'is':
      return left === right;
    case 'atLeast':
      return left >= right;
    case 'atMost':
      return left <= right;
    case 'moreThan':
    case 'after':
      return left > right;
    case 'lessThan':
    case 'before':
      return left < right;
  }
}

const ROWS = 12;
const isoDay = fc
  .integer({ min: 20_000, max: 20_006 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const orMissing = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<(T | undefined)[]> =>
  fc.array(fc.option(values, { nil: undefined }), { minLength: ROWS, maxLength: ROWS });
const words = fc.constantFrom('red', 'Red', 'green', 'dark green', '7', 'x');
const people = fc.record({
  number: orMissing(fc.integer({ min: -3, max: 3 })).map((values) => numberColumn(...values)),
  text: orMissing(words).map((values) => textColumn(...values)),
  yes: orMissing(fc.boolean()).map((values) => yesNoColumn(...values)),
  day: orMissing(isoDay).map((values) => dayColumn(...values)),
  instant: orMissing(isoDay.map((day) => `${day}T17:45Z`)).map((values) => instantColumn(...values)),
});
const operator = fc.constantFrom(...OPERATORS);
const comparison: fc.Arbitrary<Rule> = fc.oneof(
  fc.tuple(operator, fc.integer({ min: -3, max: 3 })).map(([op, value]) => asks('number', op, value)),
  fc
    .tuple(fc.constantFrom('is', 'isNot', 'contains', 'startsWith', 'isKnown', 'isUnknown'), words)
    .map(([op, value]) => asks('text', op, value)),
  fc.tuple(operator, fc.boolean()).map(([op, value]) => asks('yes', op, value)),
  fc.tuple(operator, isoDay).map(([op, value]) => asks('day', op, value)),
  fc.tuple(operator, isoDay).map(([op, value]) => asks('instant', op, value)),
);
const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small' },
    comparison,
    fc.record({
      kind: fc.constantFrom('all', 'any', 'none'),
      rules: fc.array(tie('rule'), { maxLength: 4 }),
    }),
  ),
})).rule;

test('equals the naive evaluation of one row at a time', () => {
  fc.assert(
    fc.property(people, rules, (columns, rule) => {
      const of = audienceWith(columns);
      const rows = allRows(of);
      const expected = [...rows].map((row) => Number(naive(rule, of, row)));
      expect([...evaluateRule(rule, of, rows)]).toEqual(expected);
    }),
    { seed: 20_261_121, numRuns: 500 },
  );
});
