import * as fc from 'fast-check';
import type { Rule } from '../../src/journey/rules.ts';

/** Comparisons on columns of the sample audience, and on what happens in the journey (no single message: it may not exist). */
const leaf: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('intent'),
    operator: fc.constantFrom('is', 'isNot'),
    value: fc.constantFrom('high', 'medium', 'low'),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('intent_score', 'orders'),
    operator: fc.constantFrom('atLeast', 'lessThan'),
    value: fc.nat(100),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('last_order'),
    operator: fc.constantFrom('before', 'after'),
    value: fc.constantFrom('2025-06-01', '2026-01-15'),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constant('newsletter'),
    operator: fc.constant('is'),
    value: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('column' as const),
    column: fc.constantFrom('renewal_date', 'country'),
    operator: fc.constantFrom('isKnown', 'isUnknown'),
  }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.constantFrom('engaged', 'vip') }),
  fc.record({ kind: fc.constant('score' as const), atLeast: fc.nat(40) }),
  fc.record({
    kind: fc.constant('behaviour' as const),
    did: fc.constantFrom('received', 'opened', 'clicked', 'converted'),
  }),
  fc.record({ kind: fc.constant('consent' as const), channel: fc.constantFrom('email', 'sms', 'push') }),
);

export const randomRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 2 },
    leaf,
    fc.record({
      kind: fc.constantFrom('all', 'any', 'none'),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
    }),
  ),
})).rule;
