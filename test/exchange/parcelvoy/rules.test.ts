import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience } from '../../../src/audience/audience.ts';
import { evaluateRule } from '../../../src/audience/rules.ts';
import { readRule } from '../../../src/exchange/parcelvoy/readRule.ts';
import { ruleThere } from '../../../src/exchange/parcelvoy/rules.ts';
import { isGroup, type Rule } from '../../../src/journey/rules.ts';
import { checkRule, type User } from '../../support/formats/parcelvoyRules.ts';
import { empty } from '../../support/draftJourney.ts';
import { randomRule } from '../../support/randomRule.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';

const PLAN = {
  journey: empty,
  campaignOf: () => 1,
  listOf: () => 1,
  eventOf: () => 'event',
  externalOf: (id: string) => id,
  say: () => undefined,
};

const ROWS = Uint32Array.from({ length: 200 }, (_, row) => row);

/** A contact as a user of the platform: what is missing is not there. */
function userAt({ columns }: Audience, row: number): User {
  const entries = columns.map(({ name, data }): [string, unknown] => {
    if (data.type === 'category') return [name, data.dictionary[data.codes[row]!]];
    const value = data.values[row]!;
    if (data.type === 'boolean') return [name, value === 2 ? undefined : value === 1];
    if (Number.isNaN(value)) return [name, undefined];
    return [name, data.type === 'date' ? new Date(value * 60_000).toISOString() : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const users = [...ROWS].map((row) => userAt(sampleAudience, row));

/** Rules that only ask what is in columns. */
function asksColumns(rule: Rule): boolean {
  return isGroup(rule) ? rule.rules.every(asksColumns) : rule.kind === 'column';
}

/** Capital letters count there, and all values of these columns are small. */
const rules = fc.oneof(
  randomRule.filter(asksColumns),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('last_order'),
    operator: fc.constantFrom('before', 'after', 'atLeast', 'atMost', 'moreThan', 'lessThan'),
    value: fc.constantFrom('2025-06-01', '2025-11-30'),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('newsletter', 'no such column'),
    operator: fc.constantFrom('is', 'isNot', 'isKnown', 'isUnknown'),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('plan', 'intent'),
    operator: fc.constantFrom('contains', 'startsWith', 'is', 'isNot'),
    value: fc.constantFrom('f', 'ee', 'high', '{{', '"'),
  }),
);

test('the platform’s rule engine lets the same contacts through', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const theirs = ruleThere(rule, 'here', PLAN, undefined);
      const passes = users.map((user) => Number(checkRule(theirs, { user, events: [] })));
      expect(passes.join('')).toBe(evaluateRule(rule, sampleAudience, ROWS).join(''));
    }),
    { seed: 31, numRuns: 150 },
  );
});

test('a rule that comes back lets the same contacts through', () => {
  const doubts: string[] = [];
  const reader = { messageOf: () => undefined, doubt: (code: string) => void doubts.push(code) };
  fc.assert(
    fc.property(rules, (rule) => {
      const again = readRule(ruleThere(rule, 'here', PLAN, undefined), 'rule', reader);
      const [before, after] = [rule, again].map((one) => evaluateRule(one, sampleAudience, ROWS).join(''));
      expect(after).toBe(before);
    }),
    { seed: 32, numRuns: 150 },
  );
  expect(doubts).toEqual([]);
});

test('conditions have uuids that follow from where they stand', () => {
  const rule: Rule = {
    kind: 'any',
    rules: [
      { kind: 'tag', tag: 'a' },
      { kind: 'tag', tag: 'a' },
    ],
  };
  const once = ruleThere(rule, 'split-1/vip', PLAN, undefined);
  expect(ruleThere(rule, 'split-1/vip', PLAN, undefined)).toEqual(once);
  const uuids = [once.uuid, ...(once.children ?? []).map(({ uuid }) => uuid)];
  expect(new Set([...uuids, ruleThere(rule, 'split-1/other', PLAN, undefined).uuid]).size).toBe(4);
  for (const uuid of uuids)
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(once.children?.map(({ parent_uuid }) => parent_uuid)).toEqual([once.uuid, once.uuid]);
});

test.each([
  ['ends with', { type: 'string', path: '$.plan', operator: 'ends with', value: 'o' }],
  ['a template', { type: 'date', path: '$.seen', operator: '<', value: '{{now}}' }],
  ['no path', { type: 'string', path: '', operator: '=', value: 'x' }],
  [
    'an event',
    { type: 'wrapper', group: 'event', path: '$.name', operator: 'and', value: 'bought', children: [] },
  ],
  [
    'a count',
    {
      type: 'wrapper',
      group: 'event',
      path: '$.name',
      operator: 'and',
      value: 'email_opened',
      frequency: {},
    },
  ],
])('%s becomes a question for a tag, and is told', (_, node) => {
  const doubts: string[] = [];
  const doubt = (code: string, words: string, path: string) => void doubts.push(`${code} ${path}: ${words}`);
  const rule = readRule(node, 'data.rule', { messageOf: () => undefined, doubt });
  expect(rule.kind).toBe('tag');
  expect(doubts).toHaveLength(1);
  expect(doubts[0]).toContain('rule-as-tag data.rule: ');
});
