import type { StepId } from '../../journey/ids.ts';
import type { JourneySettings } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import type { Step } from '../../journey/steps/index.ts';

/** What is in the drawing: which of its steps send messages, and which are there at all. */
export interface Present {
  readonly sends: (id: StepId) => boolean;
  readonly has: (id: StepId) => boolean;
}

/** A step without questions about messages that are no longer drawn: they are about any message instead. */
export function mendedStep(step: Step, { sends }: Present): Step {
  if (step.kind === 'check') return step.on === 'latest' || sends(step.on) ? step : { ...step, on: 'latest' };
  if (step.kind === 'entry' && step.eligible) return { ...step, eligible: mendedRule(step.eligible, sends) };
  if (step.kind !== 'split') return step;
  const branches = step.branches.map((branch) => ({ ...branch, rule: mendedRule(branch.rule, sends) }));
  return { ...step, branches };
}

/** Settings without goals at steps that are no longer drawn; where no goal is left, none are given. */
export function mendedSettings(
  settings: JourneySettings,
  { sends, has }: Present,
): Omit<JourneySettings, 'goals'> & Partial<JourneySettings> {
  const goals = settings.goals
    .filter(({ on }) => on.kind !== 'step' || has(on.step))
    .map((goal) =>
      goal.on.kind === 'rule' ? { ...goal, on: { ...goal.on, rule: mendedRule(goal.on.rule, sends) } } : goal,
    );
  const exitRules = settings.exitRules.map((exit) =>
    exit.when.kind === 'rule'
      ? { ...exit, when: { ...exit.when, rule: mendedRule(exit.when.rule, sends) } }
      : exit,
  );
  const { goals: _, ...rest } = settings;
  return { ...rest, exitRules, ...(goals.length > 0 && { goals }) };
}

function mendedRule(rule: Rule, sends: Present['sends']): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((inner) => mendedRule(inner, sends)) };
    case 'behaviour':
      return rule.step === undefined || sends(rule.step) ? rule : { kind: 'behaviour', did: rule.did };
    case 'column':
    case 'tag':
    case 'score':
    case 'consent':
      return rule;
  }
}
