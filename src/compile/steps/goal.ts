import type { GoalStep } from '../../journey/steps/goal.ts';
import type { CompileContext } from '../context.ts';
import { minorUnits } from '../money.ts';
import type { GoalOp } from '../program.ts';

export function lowerGoal(step: GoalStep, _index: number, context: CompileContext): GoalOp {
  const value = step.conversion?.value;
  return {
    op: 'goal',
    records: step.conversion !== undefined,
    valueMinor: value === undefined ? -1 : minorUnits(value, context.journey.settings.currency),
  };
}
