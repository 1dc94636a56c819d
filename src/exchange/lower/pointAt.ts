import { stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Goal, Journey } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import { type CheckStep, NO_RESPONSE } from '../../journey/steps/check.ts';
import type { Step } from '../../journey/steps/index.ts';

type Copies = ReadonlyMap<StepId, readonly StepId[]>;

/** Messages that checks look at by name. */
export function referredSends(journey: Journey): ReadonlySet<StepId> {
  return new Set(
    stepEntries(journey).flatMap(([, step]) =>
      step.kind === 'check' && step.on !== 'latest' ? [step.on] : [],
    ),
  );
}

/**
 * What names a step names its copies: a check the one that its contact was sent (`seen`, where there are several), a rule any of them. A
 * check on a message that nobody can have been sent is a wait.
 */
export function pointAt(
  journey: Journey,
  copies: Copies,
  seen: ReadonlyMap<StepId, StepId | undefined>,
): Journey {
  const links = { ...journey.links };
  const steps: Record<StepId, Step> = {};
  for (const [id, step] of stepEntries(journey)) {
    if (step.kind !== 'check' || step.on === 'latest') steps[id] = withRules(step, copies);
    else {
      const all = copies.get(step.on) ?? [];
      const on = all.length > 1 ? seen.get(id) : all[0];
      steps[id] = on === undefined ? waitInstead(step) : { ...step, on };
      if (on === undefined) links[id] = onlyNoResponse(links[id]);
    }
  }
  const { exitRules, goals } = journey.settings;
  const settings = {
    ...journey.settings,
    exitRules: exitRules.map((rule) =>
      rule.when.kind === 'rule'
        ? { ...rule, when: { ...rule.when, rule: anyCopy(rule.when.rule, copies) } }
        : rule,
    ),
    goals: goals.map((goal) => goalAt(goal, copies, steps)),
  };
  return { ...journey, steps, links, settings };
}

function waitInstead({ name, windowMinutes }: CheckStep): Step {
  return { kind: 'wait', name, until: { type: 'duration', minutes: windowMinutes } };
}

function onlyNoResponse(exits: Readonly<Record<string, StepId>> | undefined): Record<string, StepId> {
  const to = exits?.[NO_RESPONSE];
  return to === undefined ? {} : { next: to };
}

function withRules(step: Step, copies: Copies): Step {
  if (step.kind === 'entry' && step.eligible) return { ...step, eligible: anyCopy(step.eligible, copies) };
  if (step.kind !== 'split') return step;
  return {
    ...step,
    branches: step.branches.map((branch) => ({ ...branch, rule: anyCopy(branch.rule, copies) })),
  };
}

function anyCopy(rule: Rule, copies: Copies): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { kind: rule.kind, rules: rule.rules.map((inner) => anyCopy(inner, copies)) };
    case 'behaviour': {
      if (rule.step === undefined) return rule;
      const all = copies.get(rule.step) ?? [];
      const [only] = all;
      if (only !== undefined && all.length === 1) return { ...rule, step: only };
      return { kind: 'any', rules: all.map((step) => ({ ...rule, step })) };
    }
    case 'column':
    case 'tag':
    case 'score':
    case 'consent':
      return rule;
  }
}

/** A goal at a step that is gone counts conversions: there is nothing else to count. */
function goalAt(goal: Goal, copies: Copies, steps: Journey['steps']): Goal {
  const { on } = goal;
  if (on.kind === 'rule') return { ...goal, on: { kind: 'rule', rule: anyCopy(on.rule, copies) } };
  if (on.kind === 'conversion' || Object.hasOwn(steps, on.step)) return goal;
  return { ...goal, on: { kind: 'conversion' } };
}
