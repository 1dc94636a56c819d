import type { ExitOp } from '../../compile/program.ts';
import { END } from '../outlets.ts';
import type { Advance } from './advance.ts';

export const advanceExit: Advance<ExitOp> = (block, _step, order, from, to) => {
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    block.exit[i] = END;
    block.leave[i] = block.at[i]!;
  }
};
