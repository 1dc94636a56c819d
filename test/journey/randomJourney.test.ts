import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJourney } from '../../src/journey/format.ts';
import { isError } from '../../src/journey/errors.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';
import { runnableJourney, runnableJourneyOf } from '../support/randomJourney.ts';
import { sampleFacts } from '../support/sampleFacts.ts';

test('random journeys have no errors, so every one can be simulated', () => {
  fc.assert(
    fc.property(runnableJourney, (journey) => {
      expect(findProblems(journey, sampleFacts).filter(isError)).toEqual([]);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a random journey survives its file, and its file survives it', () => {
  fc.assert(
    fc.property(runnableJourney, (journey) => {
      const text = serializeJourney(journey);
      const parsed = parseJourney(text);
      expect(parsed).toEqual({ ok: true, journey });
      if (parsed.ok) expect(serializeJourney(parsed.journey)).toBe(text);
    }),
    { seed: 8, numRuns: 300 },
  );
});

test('a seed names one random journey', () => {
  expect(runnableJourneyOf(3)).toEqual(runnableJourneyOf(3));
  expect(runnableJourneyOf(3)).not.toEqual(runnableJourneyOf(4));
});
