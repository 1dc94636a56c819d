import type { RuleSayer } from '../dialect.ts';

const OPERATOR_WORDS = {
  is: 'equals',
  isNot: 'does not equal',
  atLeast: 'is more than or equal to',
  atMost: 'is less than or equal to',
  moreThan: 'is more than',
  lessThan: 'is less than',
  contains: 'matches regex (contains, any case)',
  startsWith: 'matches regex (begins with, any case)',
  isKnown: 'is not blank',
  isUnknown: 'is blank',
  before: 'is before (calendar date)',
  after: 'is after (calendar date)',
} as const;

const DID = {
  received: 'has received',
  opened: 'has opened',
  clicked: 'has clicked',
  converted: 'has converted from',
} as const;

/** A question as a filter of Braze. */
export const brazeFilter: RuleSayer = (leaf, { nameOf }) => {
  switch (leaf.kind) {
    case 'column': {
      const value = leaf.value === undefined ? '' : ` “${String(leaf.value)}”`;
      return `Custom attribute “${leaf.column}” ${OPERATOR_WORDS[leaf.operator]}${value}`;
    }
    case 'tag':
      return `Custom attribute “tags” (array) includes value “${leaf.tag}”`;
    case 'score':
      return `Custom attribute “score” is more than or equal to ${leaf.atLeast}`;
    case 'behaviour':
      return leaf.step === undefined
        ? `Filter “Interacted with Canvas”: ${DID[leaf.did]} any step of this Canvas`
        : `Filter “Clicked/Opened step”: ${DID[leaf.did]} step ${nameOf(leaf.step)}`;
    case 'consent':
      return `Subscription status of ${leaf.channel} is opted in or subscribed`;
  }
};
