import { freshId } from '../../../journey/ids.ts';
import type { Rule } from '../../../journey/rules.ts';
import { RESPONSES, type Response } from '../../../journey/steps/check.ts';
import type { Step } from '../../../journey/steps/index.ts';

/** A new branch asks for nothing yet, and so takes nobody. */
const NOBODY: Rule = { kind: 'any', rules: [] };

/** A further way out of a step: the step as it would be, and what the way is, for a list to choose from. */
export interface NewWay {
  readonly key: 'branch' | 'arm' | Response;
  readonly step: Step;
}

/** The ways out that can be added to the step; none for kinds whose ways are fixed. */
export function newWays(
  step: Step,
  nameOf: (kind: 'branch' | 'arm', number: number) => string,
): readonly NewWay[] {
  switch (step.kind) {
    case 'split': {
      const number = step.branches.length + 1;
      const id = freshId(
        step.branches.map((branch) => branch.id),
        'branch',
      );
      const branch = { id, name: nameOf('branch', number), rule: NOBODY };
      return [{ key: 'branch', step: { ...step, branches: [...step.branches, branch] } }];
    }
    case 'experiment': {
      const count = step.arms.length + 1;
      const share = Math.floor((100 - (step.holdout?.weight ?? 0)) / count);
      const first = 100 - (step.holdout?.weight ?? 0) - share * (count - 1);
      const id = freshId(
        step.arms.map((arm) => arm.id),
        'arm',
      );
      const arms = [...step.arms, { id, name: nameOf('arm', count), weight: share }];
      return [
        {
          key: 'arm',
          step: { ...step, arms: arms.map((arm, at) => ({ ...arm, weight: at === 0 ? first : share })) },
        },
      ];
    }
    case 'check':
      return RESPONSES.filter((response) => !step.responses.includes(response)).map((response) => ({
        key: response,
        step: { ...step, responses: [...step.responses, response] },
      }));
    case 'entry':
    case 'message':
    case 'wait':
    case 'escalate':
    case 'update':
    case 'handoff':
    case 'goal':
    case 'exit':
      return [];
  }
}
