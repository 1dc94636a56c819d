import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit, replay } from '../../../src/journey/applyEdit.ts';
import { record, startHistory, undo } from '../../../src/journey/history.ts';
import type { Facts } from '../../../src/journey/facts.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Problem } from '../../../src/journey/problem.ts';
import { isError } from '../../../src/journey/errors.ts';
import { findProblems } from '../../../src/journey/problems.ts';
import { MENDABLE } from '../../support/doubtfulJourneys.ts';
import { randomEdits } from '../../support/randomEdit.ts';
import { runnableJourney } from '../../support/randomJourney.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';

const nameOf = ({ code, step, path }: Problem) => [code, step, path].join(' ');

/** What must hold of a fix: it mends, it breaks nothing, and it is one step back. */
function holdsOf(journey: Journey, facts: Facts, problem: Problem): void {
  const { fix } = problem;
  if (!fix) return;
  const before = findProblems(journey, facts);
  const applied = applyEdit(journey, fix);
  const after = findProblems(applied.journey, facts);
  const count = (problems: readonly Problem[], like: Problem) =>
    problems.filter((other) => nameOf(other) === nameOf(like)).length;
  expect(count(after, problem), `${problem.code} is gone`).toBeLessThan(count(before, problem));
  const known = new Set(before.filter(isError).map(({ code }) => code));
  expect(after.filter((one) => isError(one) && !known.has(one.code))).toEqual([]);
  expect(replay(applied.journey, applied.inverse)).toEqual(journey);
  const { history } = record(startHistory(journey), fix);
  expect(history.past).toHaveLength(1);
  expect(undo(history).history.present).toEqual(journey);
}

describe('a fix mends its problem, brings no new error, and is one step to undo', () => {
  test.each(MENDABLE)('%s', (code, journey, facts) => {
    const own = findProblems(journey, facts).filter((problem) => problem.code === code);
    expect(own).not.toEqual([]);
    for (const problem of own) {
      expect(problem.fix).toBeDefined();
      holdsOf(journey, facts, problem);
    }
  });

  test.each(MENDABLE)('%s: so do the fixes of whatever else is found with it', (_, journey, facts) => {
    for (const problem of findProblems(journey, facts)) holdsOf(journey, facts, problem);
  });

  test('in random journeys after random edits', () => {
    const mended = new Set<string>();
    fc.assert(
      fc.property(runnableJourney, fc.infiniteStream(fc.nat()), (start, draws) => {
        let journey = start;
        for (let n = 0; n < 6; n += 1)
          for (const edit of randomEdits(journey, draws, 1)) journey = applyEdit(journey, edit).journey;
        for (const problem of findProblems(journey, sampleFacts)) {
          holdsOf(journey, sampleFacts, problem);
          if (problem.fix) mended.add(problem.code);
        }
      }),
      { seed: 29, numRuns: 150 },
    );
    expect(mended.size).toBeGreaterThan(15);
  });
});
