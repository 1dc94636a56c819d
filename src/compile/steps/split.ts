import type { SplitStep } from '../../journey/steps/split.ts';
import type { CompileContext } from '../context.ts';
import type { SplitOp } from '../program.ts';

export function lowerSplit(step: SplitStep, _index: number, context: CompileContext): SplitOp {
  return { op: 'split', tests: step.branches.map((branch) => context.test(branch.rule)) };
}
