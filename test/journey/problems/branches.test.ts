import { describe, expect, test } from 'vitest';
import type { Journey } from '../../../src/journey/journey.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { asks, branches, someFacts } from '../../support/doubtfulJourneys.ts';

const codes = (journey: Journey) => findProblems(journey, someFacts).map(({ code }) => code);

/** Branches in doubt, and the nearest ones where it would be a false alarm. */
const pairs: readonly [code: string, why: string, doubtful: Journey, fine: Journey][] = [
  [
    'branch-never-matches',
    'both can be true',
    branches({ kind: 'all', rules: [asks('spend', 'atLeast', 5), asks('spend', 'lessThan', 5)] }),
    branches({ kind: 'all', rules: [asks('spend', 'atLeast', 5), asks('spend', 'atMost', 5)] }),
  ],
  [
    'branch-never-matches',
    'one of the names is enough',
    branches({ kind: 'all', rules: [asks('plan', 'is', 'pro'), asks('plan', 'is', 'free')] }),
    branches({ kind: 'any', rules: [asks('plan', 'is', 'pro'), asks('plan', 'is', 'free')] }),
  ],
  [
    'branch-never-matches',
    'who has no value is not at least 5, nor below it',
    branches({ kind: 'all', rules: [asks('spend', 'isUnknown'), asks('spend', 'atLeast', 5)] }),
    branches({
      kind: 'all',
      rules: [asks('spend', 'isUnknown'), { kind: 'none', rules: [asks('spend', 'atLeast', 5)] }],
    }),
  ],
  [
    'branch-shadowed',
    'the narrow one comes first',
    branches(asks('spend', 'atLeast', 50), asks('spend', 'atLeast', 100)),
    branches(asks('spend', 'atLeast', 100), asks('spend', 'atLeast', 50)),
  ],
  [
    'branch-shadowed',
    'the first asks for more',
    branches(asks('spend', 'atLeast', 50), {
      kind: 'all',
      rules: [asks('vip', 'is', true), asks('spend', 'atLeast', 60)],
    }),
    branches(
      { kind: 'all', rules: [asks('vip', 'is', true), asks('spend', 'atLeast', 50)] },
      asks('spend', 'atLeast', 60),
    ),
  ],
  [
    'branch-shadowed',
    'contacts without a value are not below 100',
    branches(asks('spend', 'isNot', 3), asks('spend', 'atLeast', 50)),
    branches(asks('spend', 'lessThan', 100), asks('spend', 'isUnknown')),
  ],
  [
    'branches-overlap',
    'the bound belongs to one',
    branches(asks('spend', 'atMost', 100), asks('spend', 'atLeast', 100)),
    branches(asks('spend', 'lessThan', 100), asks('spend', 'atLeast', 100)),
  ],
  [
    'branches-overlap',
    'another column is asked',
    branches(asks('spend', 'atMost', 100), asks('spend', 'atLeast', 100)),
    branches(asks('spend', 'atMost', 100), asks('lifetime_value', 'atLeast', 100)),
  ],
];

describe('is found, and is not found where', () => {
  test.each(pairs)('%s: %s', (code, _, doubtful, fine) => {
    expect(codes(doubtful)).toContain(code);
    expect(codes(fine)).not.toContain(code);
  });
});
