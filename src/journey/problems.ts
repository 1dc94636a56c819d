import { isError, type Finder } from './errors.ts';
import type { Facts } from './facts.ts';
import type { Journey } from './journey.ts';
import type { Problem } from './problem.ts';
import { findBranchProblems } from './problems/branches.ts';
import { findCheckProblems } from './problems/checks.ts';
import { findClockProblems } from './problems/clocks.ts';
import { findColumnProblems } from './problems/columns.ts';
import { findContentProblems } from './problems/content.ts';
import { findDateProblems } from './problems/dates.ts';
import { findExitProblems } from './problems/exits.ts';
import { findExperimentProblems } from './problems/experiments.ts';
import { findGraphProblems } from './problems/graph.ts';
import { findLengthProblems } from './problems/lengths.ts';
import { findLoopProblems } from './problems/loops.ts';
import { findPolicyProblems } from './problems/policies.ts';
import { findReachProblems } from './problems/reach.ts';
import { findRuleProblems } from './problems/rules.ts';
import { findSettingsProblems } from './problems/settings.ts';
import { findStepProblems } from './problems/steps.ts';
import { findUnsubscribeProblems } from './problems/unsubscribes.ts';
import { findWaitProblems } from './problems/waits.ts';
import { findWorkingHoursProblems } from './problems/workingHours.ts';

/**
 * The linter, one file of `problems/` per kind of doubt. A new doubt that concerns a single step belongs into that step's
 * own `check`; one about how steps stand to each other, or to the audience and the policies, is a finder here, and in `errors.ts` too if it
 * can stop a run.
 */
const FINDERS: readonly Finder[] = [
  findGraphProblems,
  findLoopProblems,
  findExitProblems,
  findWaitProblems,
  findLengthProblems,
  findDateProblems,
  findClockProblems,
  findCheckProblems,
  findStepProblems,
  findBranchProblems,
  findExperimentProblems,
  findContentProblems,
  findSettingsProblems,
  findRuleProblems,
  findColumnProblems,
  findPolicyProblems,
  findWorkingHoursProblems,
  findReachProblems,
  findUnsubscribeProblems,
];

/** Everything doubtful about a journey, errors first. With an error it cannot be simulated; warnings never stop a run. */
export function findProblems(journey: Journey, facts: Facts = {}): readonly Problem[] {
  const all = FINDERS.flatMap((find) => find(journey, facts));
  return [...all.filter(isError), ...all.filter((problem) => !isError(problem))];
}
