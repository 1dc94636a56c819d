import type { EntryOp } from '../../compile/program.ts';
import { journeyMemory } from '../memory.ts';
import type { Advance } from './advance.ts';

/** Contacts arrive here when they come in (`arrivals.ts`); they go on at once. */
export const advanceEntry: Advance<EntryOp> = (block, _step, order, from, to) => {
  const { at, exit, leave } = journeyMemory(block);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    exit[i] = 0;
    leave[i] = at[i]!;
  }
};
