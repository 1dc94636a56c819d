import { stepEntries } from './graph.ts';
import type { ExitRule, Journey, StepId } from './journey.ts';
import { keyOf, partsOf } from './policyParts.ts';
import type { Budget, FrequencyCap, Policies, QuietHours, RateLimit } from './policies.ts';
import type { ExperimentStep } from './steps/experiment.ts';

/** A rule that keeps messages back and could be another. */
export type RelaxableRule =
  | { readonly kind: 'cap'; readonly cap: FrequencyCap }
  | { readonly kind: 'quiet'; readonly quiet: QuietHours }
  | { readonly kind: 'budget'; readonly budget: Budget }
  | { readonly kind: 'rateLimit'; readonly rateLimit: RateLimit }
  /** Its contacts go the way of the last arm, so that everybody else keeps theirs. */
  | { readonly kind: 'holdout'; readonly step: StepId; readonly arm: string }
  | { readonly kind: 'exitRule'; readonly exitRule: ExitRule };

/** One rule, and what is to be changed for it not to hold. */
export interface Relaxation {
  readonly key: string;
  readonly rule: RelaxableRule;
  /** Why messages are not sent because of it, as reports name it; undefined: it only delays. */
  readonly reason: string | undefined;
  readonly change: { readonly journey?: Journey; readonly policies?: Policies };
}

export function relaxationsOf(journey: Journey, policies: Policies): readonly Relaxation[] {
  return [...ofPolicies(policies), ...holdouts(journey), ...exitRules(journey)];
}

function ofPolicies(policies: Policies): readonly Relaxation[] {
  const { caps, quietHours, budgets, rateLimits } = policies;
  const rules = new Map<string, Pick<Relaxation, 'rule' | 'reason'>>([
    ...caps.map(
      (cap) => [keyOf.cap(cap.id), { rule: { kind: 'cap', cap }, reason: `cap:${cap.id}` }] as const,
    ),
    ...(quietHours
      ? [[keyOf.quietHours, { rule: { kind: 'quiet', quiet: quietHours }, reason: 'quiet' }] as const]
      : []),
    ...budgets.map(
      (budget) =>
        [keyOf.budget(budget.channel), { rule: { kind: 'budget', budget }, reason: 'budget' }] as const,
    ),
    ...rateLimits.map(
      (rateLimit, at) =>
        [keyOf.rateLimit(at), { rule: { kind: 'rateLimit', rateLimit }, reason: undefined }] as const,
    ),
  ]);
  return partsOf(policies).flatMap(({ key, without }) => {
    const rule = rules.get(key);
    return rule ? [{ key, ...rule, change: { policies: without } }] : [];
  });
}

function holdouts(journey: Journey): readonly Relaxation[] {
  return stepEntries(journey).flatMap(([id, step]) => {
    const last = step.kind === 'experiment' ? step.arms.at(-1) : undefined;
    if (step.kind !== 'experiment' || !last || !step.holdout || step.holdout.weight === 0) return [];
    const change = { journey: { ...journey, steps: { ...journey.steps, [id]: allTreated(step) } } };
    const rule = { kind: 'holdout', step: id, arm: last.name } as const;
    return [{ key: `holdout.${id}`, rule, reason: 'holdout', change }];
  });
}

function allTreated(step: ExperimentStep): ExperimentStep {
  const { weight = 0, goesOn = false } = step.holdout ?? {};
  const arms = step.arms.map((arm, at) =>
    at === step.arms.length - 1 ? { ...arm, weight: arm.weight + weight } : arm,
  );
  return { ...step, arms, holdout: { weight: 0, goesOn } };
}

function exitRules(journey: Journey): readonly Relaxation[] {
  const { exitRules: rules } = journey.settings;
  return rules.map((exitRule, at) => ({
    key: `exitRule.${at}`,
    rule: { kind: 'exitRule', exitRule },
    reason: 'exited',
    change: {
      journey: { ...journey, settings: { ...journey.settings, exitRules: rules.toSpliced(at, 1) } },
    },
  }));
}
