import type { Channel } from './channels.ts';
import type { StepId } from './ids.ts';

/** What a comparison can be asked of a column. Text operators ignore case. */
export const OPERATORS = [
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
  'contains',
  'startsWith',
  'isKnown',
  'isUnknown',
  'before',
  'after',
] as const;
export type Operator = (typeof OPERATORS)[number];

/** A number, a text or category, a yes/no, or an ISO date (`2026-11-21`) for `before` and `after`. */
export type RuleValue = number | string | boolean;

/** Events a contact can have had with a message of this journey; `converted` is the primary goal, any cause. */
export const BEHAVIOURS = ['received', 'opened', 'clicked', 'converted'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/**
 * A segment rule: a tree of groups over comparisons. Parts that only read audience columns are worked out once
 * before a run; parts that read behaviour, tags, score, or a column that an update step writes, while it runs.
 */
export type Rule =
  | { readonly kind: 'all'; readonly rules: readonly Rule[] }
  | { readonly kind: 'any'; readonly rules: readonly Rule[] }
  | { readonly kind: 'none'; readonly rules: readonly Rule[] }
  | {
      readonly kind: 'column';
      readonly column: string;
      readonly operator: Operator;
      /** Absent for `isKnown` and `isUnknown`. */
      readonly value?: RuleValue;
    }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'score'; readonly atLeast: number }
  | {
      readonly kind: 'behaviour';
      readonly did: Behaviour;
      /** One message or escalate step of this journey; absent: any of them. */
      readonly step?: StepId;
    }
  | { readonly kind: 'consent'; readonly channel: Channel };

/** A rule made of rules. */
export type Group = Extract<Rule, { kind: 'all' | 'any' | 'none' }>;
/** What is asked of one column. */
export type Comparison = Extract<Rule, { kind: 'column' }>;

export function isGroup(rule: Rule): rule is Group {
  return rule.kind === 'all' || rule.kind === 'any' || rule.kind === 'none';
}

/** The rule everyone matches. */
export const EVERYONE: Rule = { kind: 'all', rules: [] };

/** Whether no contact can match, whoever it is: somewhere it asks for any of nothing, or for none of everyone. */
export function neverMatches(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.some(neverMatches);
    case 'any':
      return rule.rules.every(neverMatches);
    case 'none':
      return rule.rules.some(alwaysMatches);
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return false;
  }
}

/** Whether every contact matches, as an empty `all` does. */
export function alwaysMatches(rule: Rule): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.every(alwaysMatches);
    case 'any':
      return rule.rules.some(alwaysMatches);
    case 'none':
      return rule.rules.every(neverMatches);
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return false;
  }
}

const TEXT_OPERATORS: readonly Operator[] = ['contains', 'startsWith'];
const ANY_TYPE_OPERATORS: readonly Operator[] = ['is', 'isNot', 'isKnown', 'isUnknown'];

/** Whether a comparison can be true of a column of that type: names have no order, and only names contain text. */
export function canAsk(type: 'number' | 'category' | 'boolean' | 'date', operator: Operator): boolean {
  return ANY_TYPE_OPERATORS.includes(operator) || TEXT_OPERATORS.includes(operator) === (type === 'category');
}
