import * as z from 'zod/mini';
import { neverMatches, type Rule } from '../rules.ts';
import { rule } from '../schema/rule.ts';
import { id, list, text } from '../schema/values.ts';
import { namesakeFindings } from './namesakes.ts';
import { type Finding, type StepBase, stepBase, type StepDefinition } from './step.ts';

export interface Branch {
  /** The exit's name. */
  readonly id: string;
  readonly name: string;
  readonly rule: Rule;
}

/** Audience split by ranked rules: the first branch that matches wins, everyone else leaves by `else`. */
export interface SplitStep extends StepBase {
  readonly kind: 'split';
  readonly branches: readonly Branch[];
}

/** The last exit: whoever matches no branch. */
export const ELSE = 'else';

export const splitSchema = z.strictObject({
  kind: z.literal('split'),
  ...stepBase,
  branches: list(z.strictObject({ id, name: text, rule }), 100),
});

export const split: StepDefinition<SplitStep> = {
  defaults: () => ({
    kind: 'split',
    name: 'Split',
    branches: [{ id: 'branch-1', name: 'Branch 1', rule: { kind: 'any', rules: [] } }],
  }),
  exits: (step) => [...step.branches.map((branch) => branch.id), ELSE],
  check(step) {
    const findings: Finding<SplitStep>[] = [];
    if (step.branches.length === 0) {
      findings.push({
        code: 'split-without-branches',
        severity: 'warning',
        words:
          'This split has no branch, so everyone leaves by “Everyone else”. Add a branch or remove the split.',
      });
    }
    step.branches.forEach((branch, index) => {
      if (neverMatches(branch.rule)) findings.push(neverFinding(branch, index));
    });
    findings.push(...namesakeFindings(step.branches, 'branches', (branches) => ({ ...step, branches })));
    return findings;
  },
};

function neverFinding(branch: Branch, index: number): Finding<SplitStep> {
  return {
    code: 'branch-never-matches',
    severity: 'warning',
    words: `Nobody can match the branch “${branch.name}”: its rule asks for any of nothing. Add a condition to it.`,
    values: { branch: branch.name },
    field: `branches.${index}.rule`,
  };
}
