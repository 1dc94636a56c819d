import type { Edit } from '../edits.ts';
import { stepOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Rule } from '../rules.ts';
import type { Step } from '../steps/index.ts';

/** Reads another column wherever a step, or the settings, read this one. */
export function renameColumn(
  journey: Journey,
  { from, to, step: id }: { readonly from: string; readonly to: string; readonly step?: StepId },
): Edit | undefined {
  const rename = (rule: Rule) => mapColumns(rule, (column) => (column === from ? to : column));
  if (id === undefined)
    return { type: 'changeSettings', settings: settingsWith(journey, { from, to, rename }) };
  const step = stepOf(journey, id);
  const changed = step && stepWith(step, { from, to, rename });
  return changed && { type: 'changeStep', id, step: changed };
}

interface Renaming {
  readonly from: string;
  readonly to: string;
  readonly rename: (rule: Rule) => Rule;
}

function stepWith(step: Step, { from, to, rename }: Renaming): Step | undefined {
  if (step.kind === 'split')
    return { ...step, branches: step.branches.map((branch) => ({ ...branch, rule: rename(branch.rule) })) };
  if (step.kind === 'wait' && step.until.type === 'date' && step.until.column === from)
    return { ...step, until: { ...step.until, column: to } };
  if (step.kind !== 'entry') return undefined;
  const { trigger, eligible } = step;
  return {
    ...step,
    trigger: trigger.type === 'date' && trigger.column === from ? { ...trigger, column: to } : trigger,
    ...(eligible && { eligible: rename(eligible) }),
  };
}

function settingsWith({ settings }: Journey, { from, to, rename }: Renaming): Journey['settings'] {
  return {
    ...settings,
    exitRules: settings.exitRules.map((rule) =>
      rule.when.kind === 'rule' ? { ...rule, when: { kind: 'rule', rule: rename(rule.when.rule) } } : rule,
    ),
    goals: settings.goals.map((goal) => ({
      ...goal,
      on: goal.on.kind === 'rule' ? { kind: 'rule', rule: rename(goal.on.rule) } : goal.on,
      value:
        goal.value.kind === 'column' && goal.value.column === from
          ? { ...goal.value, column: to }
          : goal.value,
    })),
  };
}

function mapColumns(rule: Rule, named: (column: string) => string): Rule {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return { ...rule, rules: rule.rules.map((part) => mapColumns(part, named)) };
    case 'column':
      return { ...rule, column: named(rule.column) };
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return rule;
  }
}
