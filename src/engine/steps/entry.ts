import type { EntryOp } from '../../compile/program.ts';
import type { Advance } from './advance.ts';

/** Contacts arrive here when they come in (`arrivals.ts`); they go on at once. */
export const advanceEntry: Advance<EntryOp> = (block, _step, order, from, to) => {
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    block.exit[i] = 0;
    block.leave[i] = block.at[i]!;
  }
};
