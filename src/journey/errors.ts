import type { Facts } from './facts.ts';
import type { Journey } from './journey.ts';
import type { Problem } from './problem.ts';
import { findCheckProblems } from './problems/checks.ts';
import { findColumnProblems } from './problems/columns.ts';
import { findExitProblems } from './problems/exits.ts';
import { findGraphProblems } from './problems/graph.ts';
import { findLoopProblems } from './problems/loops.ts';
import { findRuleProblems } from './problems/rules.ts';
import { findSettingsProblems } from './problems/settings.ts';
import { findStepProblems } from './problems/steps.ts';
import { findWorkingHoursProblems } from './problems/workingHours.ts';

export type Finder = (journey: Journey, facts: Facts) => readonly Problem[];

/** The part of the linter that can find errors; the rest only warns, and is fetched after the first numbers. */
const FINDERS: readonly Finder[] = [
  findGraphProblems,
  findLoopProblems,
  findExitProblems,
  findCheckProblems,
  findStepProblems,
  findSettingsProblems,
  findRuleProblems,
  findColumnProblems,
  findWorkingHoursProblems,
];

/** Why a journey cannot be simulated: the errors of `findProblems`. */
export function findErrors(journey: Journey, facts: Facts = {}): readonly Problem[] {
  return FINDERS.flatMap((find) => find(journey, facts)).filter(isError);
}

export function isError({ severity }: Problem): boolean {
  return severity === 'error';
}
