import type { ExitRule, JourneySettings, StepId } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import type { Draft } from '../draft.ts';

/** What names a message that is not in the file names none: a check looks at the latest, and a rule at what never happened. */
export function settleJourney(
  draft: Draft,
  steps: readonly StepId[],
  settings: Partial<JourneySettings>,
): void {
  const isMessage = (id: StepId) => {
    const kind = draft.stepAt(id)?.kind;
    return kind === 'message' || kind === 'escalate';
  };
  const { exitRules = [] } = settings;
  draft.settle({ ...settings, exitRules: exitRulesOf(exitRules, isMessage) });
  for (const id of steps) {
    const step = draft.stepAt(id);
    if (step?.kind === 'check' && step.on !== 'latest' && !isMessage(step.on))
      draft.change(id, { ...step, on: 'latest' });
    if (step?.kind === 'split')
      draft.change(id, {
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, rule: ofMessages(branch.rule, isMessage) })),
      });
    if (step?.kind === 'entry' && step.eligible)
      draft.change(id, { ...step, eligible: ofMessages(step.eligible, isMessage) });
  }
}

function exitRulesOf(rules: readonly ExitRule[], isMessage: (id: StepId) => boolean): readonly ExitRule[] {
  return rules.map((rule) =>
    rule.when.kind === 'rule'
      ? { ...rule, when: { kind: 'rule', rule: ofMessages(rule.when.rule, isMessage) } }
      : rule,
  );
}

function ofMessages(rule: Rule, isMessage: (id: StepId) => boolean): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { kind: rule.kind, rules: rule.rules.map((inner) => ofMessages(inner, isMessage)) };
    case 'behaviour':
      return rule.step === undefined || isMessage(rule.step) ? rule : { kind: 'any', rules: [] };
    case 'column':
    case 'tag':
    case 'score':
    case 'consent':
      return rule;
  }
}
