import type { Facts } from './facts.ts';
import type { Journey } from './journey.ts';
import { errorsFirst, type Problem } from './problem.ts';
import { findBranchProblems } from './problems/branches.ts';
import { findCheckProblems } from './problems/checks.ts';
import { findClockProblems } from './problems/clocks.ts';
import { findColumnProblems } from './problems/columns.ts';
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
  findLengthProblems,
  findDateProblems,
  findClockProblems,
  findCheckProblems,
  findStepProblems,
  findBranchProblems,
  findExperimentProblems,
  findSettingsProblems,
  findRuleProblems,
  findColumnProblems,
  findPolicyProblems,
  findWorkingHoursProblems,
  findReachProblems,
  findUnsubscribeProblems,
];

/**
 * All but the doubts about the texts of messages, none of which stops a run: reading texts takes code that the page fetches when the
 * journey is already in sight (`problems.ts` has all).
 */
export function findEarlyProblems(journey: Journey, facts: Facts = {}): readonly Problem[] {
  return errorsFirst(FINDERS.flatMap((find) => find(journey, facts)));
}
