import type { Operator, Rule } from '../../journey/rules.ts';
import type { Asked, Conjunction, Leaf } from './conjunctions.ts';
import { CONSENT_KEY, DID_KEY, NEVER_KEY, type PropertyFilter, SCORE_KEY, TAG_KEY } from './format.ts';

/** Operators and their contraries. */
const OPERATORS: Readonly<Record<Operator, readonly [string, string]>> = {
  is: ['exact', 'is_not'],
  isNot: ['is_not', 'exact'],
  atLeast: ['gte', 'lt'],
  atMost: ['lte', 'gt'],
  moreThan: ['gt', 'lte'],
  lessThan: ['lt', 'gte'],
  contains: ['icontains', 'not_icontains'],
  startsWith: ['starts_with', 'not_starts_with'],
  isKnown: ['is_set', 'is_not_set'],
  isUnknown: ['is_not_set', 'is_set'],
  before: ['is_date_before', 'is_date_after'],
  after: ['is_date_after', 'is_date_before'],
};

/** Conditions on a person, all of which must hold. */
export function filtersOf(conjunction: Conjunction): readonly PropertyFilter[] {
  return conjunction.map(filterOf);
}

export const NOBODY: readonly PropertyFilter[] = [
  { key: NEVER_KEY, operator: 'exact', value: [true], type: 'person' },
];

function filterOf({ leaf, not }: Asked): PropertyFilter {
  if (leaf.kind === 'column') return columnFilter(leaf, not);
  if (leaf.kind === 'score')
    return { key: SCORE_KEY, operator: not ? 'lt' : 'gte', value: leaf.atLeast, type: 'person' };
  return { key: flagKey(leaf), operator: not ? 'is_not' : 'exact', value: [true], type: 'person' };
}

function columnFilter(
  { column, operator, value }: Extract<Leaf, { kind: 'column' }>,
  not: boolean,
): PropertyFilter {
  const own = OPERATORS[operator][not ? 1 : 0];
  if (value === undefined) return { key: column, operator: own, type: 'person' };
  // PostHog’s editor shows these as lists to choose from.
  const many = own === 'exact' || own === 'is_not';
  return { key: column, operator: own, value: many ? [value] : value, type: 'person' };
}

type Flag = Exclude<Leaf, { kind: 'column' } | { kind: 'score' }>;

/** The person property that says yes to what a workflow cannot ask itself. */
export function flagKey(leaf: Flag): string {
  switch (leaf.kind) {
    case 'tag':
      return TAG_KEY + leaf.tag;
    case 'consent':
      return CONSENT_KEY + leaf.channel;
    case 'behaviour':
      return DID_KEY + leaf.did + (leaf.step === undefined ? '' : `:${leaf.step}`);
  }
}

/** What parts of a rule stand on person properties that somebody has to keep. */
export function keptByOthers(rule: Rule): readonly Leaf[] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.flatMap(keptByOthers);
    case 'column':
      return [];
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return [rule];
  }
}
