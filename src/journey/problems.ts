import type { Facts } from './facts.ts';
import type { Journey } from './journey.ts';
import type { Problem } from './problem.ts';
import { findColumnProblems } from './problems/columns.ts';
import { findExitProblems } from './problems/exits.ts';
import { findGraphProblems } from './problems/graph.ts';
import { findLoopProblems } from './problems/loops.ts';
import { findPolicyProblems } from './problems/policies.ts';
import { findRuleProblems } from './problems/rules.ts';
import { findSettingsProblems } from './problems/settings.ts';
import { findStepProblems } from './problems/steps.ts';
import { findWaitProblems } from './problems/waits.ts';
import { findWorkingHoursProblems } from './problems/workingHours.ts';

type Finder = (journey: Journey, facts: Facts) => readonly Problem[];

/**
 * The linter, one file of `problems/` per kind of doubt. A new doubt that concerns a single step belongs into that step's
 * own `check`; one about how steps stand to each other, or to the audience and the policies, is a finder here.
 */
const FINDERS: readonly Finder[] = [
  findGraphProblems,
  findLoopProblems,
  findExitProblems,
  findWaitProblems,
  findStepProblems,
  findSettingsProblems,
  findRuleProblems,
  findColumnProblems,
  findPolicyProblems,
  findWorkingHoursProblems,
];

/** Everything doubtful about a journey, errors first. With an error it cannot be simulated; warnings never stop a run. */
export function findProblems(journey: Journey, facts: Facts = {}): readonly Problem[] {
  const all = FINDERS.flatMap((find) => find(journey, facts));
  return [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
