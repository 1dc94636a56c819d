import type { StepId } from './ids.ts';
import type { Rule } from './rules.ts';
import type { Step } from './steps/index.ts';

/**
 * The step with what it says of other steps said of `name` of them: a check looks at a message, a rule asks about one. Where
 * there is no such step any more, checks look at the latest message and rules ask about any.
 */
export function withStepNames(step: Step, name: (id: StepId) => StepId | undefined): Step {
  switch (step.kind) {
    case 'check':
      return step.on === 'latest' ? step : { ...step, on: name(step.on) ?? 'latest' };
    case 'split':
      return {
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, rule: withNames(branch.rule, name) })),
      };
    case 'entry':
      return step.eligible ? { ...step, eligible: withNames(step.eligible, name) } : step;
    case 'experiment':
    case 'message':
    case 'wait':
    case 'escalate':
    case 'update':
    case 'handoff':
    case 'goal':
    case 'exit':
      return step;
  }
}

function withNames(rule: Rule, name: (id: StepId) => StepId | undefined): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((inner) => withNames(inner, name)) };
    case 'behaviour': {
      const step = rule.step && name(rule.step);
      return { kind: 'behaviour', did: rule.did, ...(step && { step }) };
    }
    case 'column':
    case 'tag':
    case 'score':
    case 'consent':
      return rule;
  }
}
