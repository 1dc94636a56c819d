import { stepEntries } from './graph.ts';
import type { Journey, StepId } from './journey.ts';
import type { Rule } from './rules.ts';

/** A rule and where in the document it stands. */
export interface PlacedRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly path: string;
  readonly step?: StepId;
}

/** A comparison, a tag, a behaviour…: what a rule tree ends in. */
export type RuleLeaf = Exclude<Rule, { kind: 'all' | 'any' | 'none' }>;

/** Every rule of the journey, wherever it stands. */
function rulesOf(journey: Journey): readonly PlacedRule[] {
  const ofSteps = stepEntries(journey).flatMap(([step, content]): PlacedRule[] => {
    if (content.kind === 'entry' && content.eligible)
      return [{ rule: content.eligible, path: `steps.${step}.eligible`, step }];
    if (content.kind !== 'split') return [];
    return content.branches.map(({ rule }, index) => ({
      rule,
      path: `steps.${step}.branches.${index}.rule`,
      step,
    }));
  });
  const { exitRules, goals } = journey.settings;
  const ofExits = exitRules.flatMap(({ when }, index) =>
    when.kind === 'rule' ? [{ rule: when.rule, path: `settings.exitRules.${index}.when.rule` }] : [],
  );
  const ofGoals = goals.flatMap(({ on }, index) =>
    on.kind === 'rule' ? [{ rule: on.rule, path: `settings.goals.${index}.on.rule` }] : [],
  );
  return [...ofSteps, ...ofExits, ...ofGoals];
}

/** The leaves of all rules, groups opened, each with its own place. */
export function ruleLeavesOf(journey: Journey): readonly PlacedRule<RuleLeaf>[] {
  return rulesOf(journey).flatMap(leaves);
}

function leaves({ rule, path, step }: PlacedRule): readonly PlacedRule<RuleLeaf>[] {
  const place = step === undefined ? {} : { step };
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.flatMap((inner, index) =>
        leaves({ rule: inner, path: `${path}.rules.${index}`, ...place }),
      );
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return [{ rule, path, ...place }];
  }
}
