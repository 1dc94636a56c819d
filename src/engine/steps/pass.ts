import type { PassOp } from '../../compile/program.ts';
import type { Advance } from './advance.ts';

export const advancePass: Advance<PassOp> = (block, step, order, from, to) => {
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    block.exit[i] = step.op.exit;
    block.leave[i] = block.at[i]!;
  }
};
