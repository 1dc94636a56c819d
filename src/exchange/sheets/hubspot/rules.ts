import type { RuleSayer } from '../dialect.ts';

const OPERATOR_WORDS = {
  is: 'is equal to any of',
  isNot: 'is not equal to any of',
  atLeast: 'is greater than or equal to',
  atMost: 'is less than or equal to',
  moreThan: 'is greater than',
  lessThan: 'is less than',
  contains: 'contains any of',
  startsWith: 'starts with any of',
  isKnown: 'is known',
  isUnknown: 'is unknown',
  before: 'is before',
  after: 'is after',
} as const;

const DID = { received: 'was delivered', opened: 'opened', clicked: 'clicked a link in' } as const;

/** A question as a filter of HubSpot. */
export const hubspotFilter: RuleSayer = (leaf, { nameOf }) => {
  switch (leaf.kind) {
    case 'column': {
      const value = leaf.value === undefined ? '' : ` “${String(leaf.value)}”`;
      return `Contact property “${leaf.column}” ${OPERATOR_WORDS[leaf.operator]}${value}`;
    }
    case 'tag':
      return `Contact property “Tags” contains any of “${leaf.tag}”`;
    case 'score':
      return `Contact property “HubSpot score” is greater than or equal to ${leaf.atLeast}`;
    case 'behaviour':
      if (leaf.did === 'converted')
        return 'Contact property “Number of conversions” is greater than 0, since enrollment';
      return `Marketing emails: contact ${DID[leaf.did]} ${leaf.step === undefined ? 'any email of this workflow' : `the email of task ${nameOf(leaf.step)}`}`;
    case 'consent':
      return `Communication subscriptions: ${leaf.channel} is opted in`;
  }
};
