import type { RuleSayer } from '../dialect.ts';

const OPERATOR_WORDS = {
  is: 'is',
  isNot: 'is not',
  atLeast: 'at least',
  atMost: 'at most',
  moreThan: 'greater than',
  lessThan: 'less than',
  contains: 'contains',
  startsWith: 'starts with',
  isKnown: 'is not empty',
  isUnknown: 'is empty',
  before: 'before',
  after: 'after',
} as const;

const FILTERS = {
  received: 'Was Delivered Email',
  opened: 'Opened Email',
  clicked: 'Clicked Link in Email',
} as const;

/** A question as a filter of a smart list. */
export const marketoFilter: RuleSayer = (leaf, { nameOf }) => {
  switch (leaf.kind) {
    case 'column': {
      const value = leaf.value === undefined ? '' : ` “${String(leaf.value)}”`;
      return `Filter “${leaf.column}”: ${OPERATOR_WORDS[leaf.operator]}${value}`;
    }
    case 'tag':
      return `Filter “Member of List”: list “${leaf.tag}”`;
    case 'score':
      return `Filter “Person Score”: at least ${leaf.atLeast}`;
    case 'behaviour':
      if (leaf.did === 'converted') return 'Filter “Success (program status)”: is true';
      return `Filter “${FILTERS[leaf.did]}”: ${leaf.step === undefined ? 'any email of this program' : `the email of task ${nameOf(leaf.step)}`}`;
    case 'consent':
      return `Filter “Unsubscribed (${leaf.channel})”: is false`;
  }
};
