import type { ExperimentOp } from '../../compile/program.ts';
import { PURPOSE, draw } from '../random.ts';
import type { Advance } from './advance.ts';

/** The draw ignores entry and pass: a contact meets the same arm each time. */
export const advanceExperiment: Advance<ExperimentOp> = (block, step, order, from, to) => {
  const { thresholds, holdoutExit, holdoutGoesOn } = step.op;
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const word = draw(block.seed, step.key, block.contact[i]!, PURPOSE.ARM);
    let exit = 0;
    while (exit < thresholds.length && word >= thresholds[exit]!) exit++;
    if (exit === holdoutExit && holdoutGoesOn) block.holdout[i] = 1;
    block.exit[i] = exit;
    block.leave[i] = block.at[i]!;
  }
};
