import { expect, it } from 'vitest';
import { applyEdit } from '../../src/journey/applyEdit.ts';
import { keepProblems } from '../../src/journey/keepProblems.ts';
import { findProblems } from '../../src/journey/problems.ts';
import { CONVERSION_BENCHMARKS } from '../../src/state/conversionBenchmarks.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { CHECK, EMAIL, smallJourney } from '../support/smallJourney.ts';
import { runnableJourneyOf } from '../support/randomJourney.ts';

const about = { schema: undefined, policies: NO_POLICIES, conversions: CONVERSION_BENCHMARKS };

it('gives the very list of before when nothing is said differently', () => {
  const journey = runnableJourneyOf(3);
  const before = findProblems(journey, about);
  expect(before.length).toBeGreaterThan(0);
  expect(keepProblems(before, findProblems({ ...journey }, about))).toBe(before);
});

it('says all that is found now, and keeps the objects of what was known', () => {
  const journey = smallJourney();
  const broken = applyEdit(journey, { type: 'disconnect', from: CHECK, exit: 'response' }).journey;
  const worse = applyEdit(broken, { type: 'disconnect', from: EMAIL, exit: 'next' }).journey;
  const before = findProblems(broken, about);
  const now = findProblems(worse, about);
  const kept = keepProblems(before, now);
  expect(kept).toEqual(now);
  expect(now).not.toEqual(before);
  for (const problem of kept)
    expect(before.includes(problem)).toBe(
      before.some((old) => JSON.stringify(old) === JSON.stringify(problem)),
    );
});

it('forgets problems that are gone', () => {
  const journey = smallJourney();
  const broken = applyEdit(journey, { type: 'disconnect', from: CHECK, exit: 'response' }).journey;
  const now = findProblems(journey, about);
  expect(keepProblems(findProblems(broken, about), now)).toEqual(now);
});
