import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import { findErrors, isError } from '../../src/journey/errors.ts';
import type { Facts } from '../../src/journey/facts.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { MENDABLE } from '../support/doubtfulJourneys.ts';
import { randomEdits } from '../support/randomEdit.ts';
import { runnableJourney } from '../support/randomJourney.ts';
import { sampleFacts } from '../support/sampleFacts.ts';

describe('what stops a run is what the whole linter calls errors', () => {
  const holdsOf = (journey: Journey, facts: Facts | undefined) => {
    const errors = findProblems(journey, facts).filter(isError);
    expect(findErrors(journey, facts)).toEqual(errors);
    return errors.length;
  };

  test.each(MENDABLE)('%s', (_, journey, facts) => void holdsOf(journey, facts));

  test('in random journeys after random edits, some of which break them', () => {
    let found = 0;
    fc.assert(
      fc.property(runnableJourney, fc.infiniteStream(fc.nat()), (start, draws) => {
        let journey = start;
        for (let n = 0; n < 6; n += 1)
          for (const edit of randomEdits(journey, draws, 1)) journey = applyEdit(journey, edit).journey;
        found += holdsOf(journey, sampleFacts);
      }),
    );
    expect(found).toBeGreaterThan(10);
  });
});
