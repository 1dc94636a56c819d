import { stepEntries } from '../graph.ts';
import type { StepId } from '../journey.ts';
import { ruleLeavesOf } from '../placedRules.ts';
import { remembered } from '../remembered.ts';

/** Steps that checks, rules and goals ask about by name: taking one out would break what asks. */
export const referredSteps = remembered((journey): ReadonlySet<StepId> => {
  const ofChecks = stepEntries(journey).flatMap(([, step]) =>
    step.kind === 'check' && step.on !== 'latest' ? [step.on] : [],
  );
  const ofRules = ruleLeavesOf(journey).flatMap(({ rule }) =>
    rule.kind === 'behaviour' && rule.step !== undefined ? [rule.step] : [],
  );
  const ofGoals = journey.settings.goals.flatMap(({ on }) => (on.kind === 'step' ? [on.step] : []));
  return new Set([...ofChecks, ...ofRules, ...ofGoals]);
});
