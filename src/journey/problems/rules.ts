import type { Edit } from '../edits.ts';
import { stepOf } from '../graph.ts';
import type { Journey, JourneySettings } from '../journey.ts';
import { type PlacedRule, type RuleLeaf, ruleLeavesOf } from '../placedRules.ts';
import type { Problem } from '../problem.ts';
import { neverMatches } from '../rules.ts';

/** Rules that are not finished, ask about steps that are not there, or can match nobody. */
export function findRuleProblems(journey: Journey): readonly Problem[] {
  return [
    ...ruleLeavesOf(journey).flatMap((leaf) => leafProblems(journey, leaf)),
    ...emptySettingsRules(journey),
  ];
}

function leafProblems(journey: Journey, { rule, ...place }: PlacedRule<RuleLeaf>): readonly Problem[] {
  switch (rule.kind) {
    case 'column':
      return unfinished(rule) ? [{ ...unfinishedProblem(rule.column), ...place }] : [];
    case 'behaviour':
      return behaviourProblems(journey, { rule, ...place });
    case 'tag':
    case 'score':
    case 'consent':
      return [];
  }
}

function unfinished(rule: Extract<RuleLeaf, { kind: 'column' }>): boolean {
  return (
    rule.column === '' ||
    (rule.value === undefined && rule.operator !== 'isKnown' && rule.operator !== 'isUnknown')
  );
}

function unfinishedProblem(column: string): Problem {
  const words =
    column === ''
      ? 'A condition asks about no column yet. Choose one, or remove the condition.'
      : `The condition on “${column}” has no value to compare with. Give it one, or remove the condition.`;
  return { code: 'rule-unfinished', severity: 'error', words, values: { column } };
}

function behaviourProblems(
  journey: Journey,
  { rule, ...place }: PlacedRule<Extract<RuleLeaf, { kind: 'behaviour' }>>,
): readonly Problem[] {
  if (rule.step === undefined) return [];
  const target = stepOf(journey, rule.step);
  if (target?.kind === 'message' || target?.kind === 'escalate') return [];
  const words = target
    ? `A condition asks who ${rule.did} “${target.name}”, which sends nothing. Choose a message.`
    : `A condition asks about the message “${rule.step}”, which is not in the journey. Choose another.`;
  return [
    {
      code: 'rule-on-no-message',
      severity: 'error',
      words,
      values: { target: target?.name ?? rule.step },
      ...place,
    },
  ];
}

/** Branches report this themselves; exit rules and goals have no step to do it. */
function emptySettingsRules(journey: Journey): readonly Problem[] {
  const { exitRules, goals } = journey.settings;
  const exits = exitRules.flatMap(({ when }, index) =>
    when.kind === 'rule' && neverMatches(when.rule)
      ? [
          {
            ...neverTrue('exit-rule-never', 'An exit rule', `exitRules.${index}`),
            fix: settingsFix(journey, { exitRules: exitRules.toSpliced(index, 1) }),
          },
        ]
      : [],
  );
  const reached = goals.flatMap(({ on, name }, index) =>
    on.kind === 'rule' && neverMatches(on.rule)
      ? [
          {
            ...neverTrue('goal-never', `The goal “${name}”`, `goals.${index}`),
            // Without the primary goal another one would be what everything is measured by.
            ...(index > 0 && { fix: settingsFix(journey, { goals: goals.toSpliced(index, 1) }) }),
          },
        ]
      : [],
  );
  return [...exits, ...reached];
}

function settingsFix({ settings }: Journey, changed: Partial<JourneySettings>): Edit {
  return { type: 'changeSettings', settings: { ...settings, ...changed } };
}

function neverTrue(code: string, what: string, field: string): Problem {
  const words = `${what} can never come true: its rule asks for any of nothing. Add a condition, or remove it.`;
  return { code, severity: 'warning', words, values: {}, path: `settings.${field}` };
}
