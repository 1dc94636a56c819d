import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromAmpscript, toAmpscript } from '../../../src/exchange/sfmc/ampscript.ts';
import { readFilter } from '../../../src/exchange/sfmc/readFilter.ts';
import { writeFilter } from '../../../src/exchange/sfmc/writeFilter.ts';
import type { Comparison, Rule } from '../../../src/journey/rules.ts';
import { domParser } from '../../support/formats/domParser.ts';

const bindings = { event: 'DE.1', dataExtension: () => 'People', live: new Set(['plan']) };
const reading = { event: 'DE.1', hasStep: () => true };

/** Somebody of few kinds, so that limits are met. `null`: nothing is known. */
type Somebody = Readonly<Record<string, string | number | boolean | null>>;

const somebody: fc.Arbitrary<Somebody> = fc.record({
  orders: fc.constantFrom(null, 1, 2, 3),
  plan: fc.constantFrom(null, 'pro', 'starter'),
  'odd "name" & <more>.x': fc.constantFrom(null, 'pro', 'a]]>b'),
  newsletter: fc.constantFrom(null, true, false),
  seen: fc.constantFrom(null, '2026-01-14', '2026-01-15', '2026-01-16'),
  tag_vip: fc.constantFrom('true', 'false'),
  score: fc.constantFrom(1, 2, 3),
  opened: fc.constantFrom('true', 'false'),
  clicked_mail: fc.constantFrom('true', 'false'),
  consent_sms: fc.constantFrom('true', 'false'),
});

const comparison: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('orders'),
    operator: fc.constantFrom('is', 'isNot', 'atLeast', 'atMost', 'moreThan', 'lessThan'),
    value: fc.constantFrom(1, 2, 3),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('plan', 'odd "name" & <more>.x'),
    operator: fc.constantFrom('is', 'isNot', 'contains'),
    value: fc.constantFrom('pro', 'a]]>b', 'o', '5', 'true'),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('newsletter'),
    operator: fc.constantFrom('is', 'isNot'),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('seen'),
    operator: fc.constantFrom('before', 'after'),
    value: fc.constantFrom('2026-01-14', '2026-01-15'),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('plan', 'seen'),
    operator: fc.constantFrom('isKnown', 'isUnknown'),
  }),
  fc.constantFrom<Rule>(
    { kind: 'tag', tag: 'vip' },
    { kind: 'score', atLeast: 2 },
    { kind: 'behaviour', did: 'opened' },
    { kind: 'behaviour', did: 'clicked', step: 'mail' as never },
    { kind: 'consent', channel: 'sms' },
  ),
);

const rule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    comparison,
    fc.record({
      kind: fc.constantFrom('all', 'any', 'none'),
      rules: fc.array(tie('rule'), { maxLength: 3 }),
    }),
  ),
})).rule;

/** What a rule means, in as few words as can be. */
function matches(asked: Rule, who: Somebody): boolean {
  switch (asked.kind) {
    case 'all':
      return asked.rules.every((part) => matches(part, who));
    case 'any':
      return asked.rules.some((part) => matches(part, who));
    case 'none':
      return !asked.rules.some((part) => matches(part, who));
    case 'column':
      return compares(asked, who[asked.column] ?? null);
    case 'tag':
      return who[`tag_${asked.tag}`] === 'true';
    case 'score':
      return Number(who['score']) >= asked.atLeast;
    case 'behaviour':
      return who[asked.step === undefined ? asked.did : `${asked.did}_${asked.step}`] === 'true';
    case 'consent':
      return who[`consent_${asked.channel}`] === 'true';
  }
}

function compares({ operator, value = '' }: Comparison, has: string | number | boolean | null): boolean {
  if (has === null) return operator === 'isUnknown' || operator === 'isNot';
  switch (operator) {
    case 'isKnown':
      return true;
    case 'isUnknown':
      return false;
    case 'is':
      return has === value;
    case 'isNot':
      return has !== value;
    case 'atLeast':
      return has >= value;
    case 'atMost':
      return has <= value;
    case 'moreThan':
    case 'after':
      return has > value;
    case 'lessThan':
    case 'before':
      return has < value;
    case 'contains':
      return String(has).includes(String(value));
    case 'startsWith':
      return String(has).startsWith(String(value));
  }
}

/** What the XML means, read by another parser. Of a missing value nothing is true but that it is missing, or another. */
function meets(element: Element, who: Somebody): boolean {
  if (element.tagName !== 'Condition') {
    const parts = [...element.children].map((part) => meets(part, who));
    return element.getAttribute('Operator') === 'OR' ? parts.some(Boolean) : parts.every(Boolean);
  }
  const key = element.getAttribute('Key') ?? '';
  const isOwn = element.getAttribute('IsEphemeralAttribute') === 'true';
  const field = isOwn ? key.replace('Event.DE.1.', '') : key.replace('People.', '');
  if (field === 'ContactKey') return element.getAttribute('Operator') === 'IsNotNull';
  const has = who[field] ?? null;
  const value = element.querySelector('Value')?.textContent ?? '';
  const operator = element.getAttribute('Operator') ?? '';
  if (has === null) return operator === 'IsNull' || operator === 'NotEqual';
  const order = typeof has === 'number' ? has - Number(value) : String(has).localeCompare(value, 'en');
  const answers: Readonly<Record<string, boolean>> = {
    IsNull: false,
    IsNotNull: true,
    Equal: order === 0,
    NotEqual: order !== 0,
    GreaterThan: order > 0,
    GreaterThanOrEqual: order >= 0,
    LessThan: order < 0,
    LessThanOrEqual: order <= 0,
    Contains: String(has).includes(value),
    NotContains: !String(has).includes(value),
  };
  const answer = answers[operator];
  if (answer === undefined) throw new Error(`what is ${operator}?`);
  return answer;
}

describe('rules as filters', () => {
  test('a filter asks what the rule asks, and is read as a rule that asks the same', () => {
    fc.assert(
      fc.property(rule, fc.array(somebody, { minLength: 1, maxLength: 20 }), (asked, people) => {
        const { xml, lost } = writeFilter(asked, bindings);
        expect(lost).toEqual([]);
        const read = readFilter(xml, reading);
        if (!read.ok) throw new Error(read.words);
        expect(read.doubts).toEqual([]);
        const root = domParser.parseFromString(xml, 'text/xml').documentElement;
        for (const who of people) {
          const expected = matches(asked, who);
          expect(meets(root, who)).toBe(expected);
          expect(matches(read.rule, who)).toBe(expected);
        }
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  test('a comparison comes back as it was, whatever its values are', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom('5', '05', 'true', 'True', '2026-01-15', ''),
    );
    const operator = fc.constantFrom(
      'is',
      'isNot',
      'atLeast',
      'lessThan',
      'moreThan',
      'contains',
      'startsWith',
      'before',
      'after',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), operator, value, (column, asks, than) => {
        const asked = {
          kind: 'column',
          column,
          operator: asks,
          value: Object.is(than, -0) ? 0 : than,
        } as const;
        const read = readFilter(writeFilter(asked, bindings).xml, reading);
        expect(read).toEqual({ ok: true, rule: asked, doubts: [] });
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  test('what has no contrary is left out and told', () => {
    const starts: Rule = { kind: 'column', column: 'plan', operator: 'startsWith', value: 'p' };
    const { xml, lost } = writeFilter({ kind: 'none', rules: [starts] }, bindings);
    expect(lost).toEqual([starts]);
    expect(xml).toContain('Operator="IsNull"');
  });
});

describe('texts', () => {
  test('placeholders are the platform’s, everything else stays text', () => {
    const pieces = fc.constantFrom(
      '{{first_name}}',
      '{{first name|you "there"}}',
      '{{a|}}',
      '{{coupon}}',
      '%%',
      '%',
      '=',
      'x',
      ' ',
      '"',
      '[',
      ']',
      '{',
      '}',
      '%%=v(@x)=%%',
      '<b>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        const there = toAmpscript(text);
        // What remains of AMPscript is ours: nobody can write code into a subject.
        const ours =
          /%%=Concat\((?:"%?",?)+\)=%%|%%=IIF\(EMPTY\(\[[^[\]"%]+\]\),"(?:[^"]|"")*",\[[^[\]"%]+\]\)=%%|%%[\w ]+%%/g;
        expect(there.replaceAll(ours, '')).not.toContain('%%');
        expect(fromAmpscript(there)).toBe(text);
      }),
      { seed: 43, numRuns: 300 },
    );
    for (const text of [
      'Hi {{first_name|there}}',
      '{{first name}} "x"',
      '50 %% off',
      '{{a|say ""}}',
      'plain',
    ])
      expect(fromAmpscript(toAmpscript(text))).toBe(text);
  });
});
