import type { PassOp } from '../../compile/program.ts';
import { journeyMemory } from '../memory.ts';
import type { Advance } from './advance.ts';

export const advancePass: Advance<PassOp> = (block, step, order, from, to) => {
  const { at, exit, leave } = journeyMemory(block);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    exit[i] = step.op.exit;
    leave[i] = at[i]!;
  }
};
