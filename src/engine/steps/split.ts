import type { SplitOp } from '../../compile/program.ts';
import { holds } from '../tests.ts';
import type { Advance } from './advance.ts';

/** Ranked: the first branch whose rule holds; the last exit is everyone else. */
export const advanceSplit: Advance<SplitOp> = (block, step, order, from, to) => {
  const { tests } = step.op;
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    let exit = 0;
    while (exit < tests.length && !holds(block, i, tests[exit]!, t)) exit++;
    block.exit[i] = exit;
    block.leave[i] = t;
  }
};
