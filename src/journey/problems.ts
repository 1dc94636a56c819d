import { findEarlyProblems } from './earlyProblems.ts';
import type { Facts } from './facts.ts';
import type { Journey } from './journey.ts';
import { errorsFirst, type Problem } from './problem.ts';
import { findContentProblems } from './problems/content.ts';

/** Everything doubtful about a journey, errors first. With an error it cannot be simulated; warnings never stop a run. */
export function findProblems(journey: Journey, facts: Facts = {}): readonly Problem[] {
  return errorsFirst([...findEarlyProblems(journey, facts), ...findContentProblems(journey, facts)]);
}
