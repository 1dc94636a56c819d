import type { GoalOp } from '../../compile/program.ts';
import { EVENT } from '../eventLog.ts';
import { PURPOSE, draw } from '../random.ts';
import type { Advance } from './advance.ts';

/** Records its conversion, then reaches every goal that is about this step. */
export const advanceGoal: Advance<GoalOp> = (block, step, order, from, to) => {
  const index = block.journey.steps.indexOf(step);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    let value = 0;
    if (step.op.records) {
      const word = draw(
        block.seed,
        step.key,
        block.contact[i]!,
        block.occasion(i, step.counter, PURPOSE.VALUE),
      );
      value = step.op.valueMinor >= 0 ? step.op.valueMinor : block.orderValue(word);
      block.log.add(i, t, EVENT.RECORDED, value, -1);
    }
    block.journey.goals.forEach((goal, g) => {
      if (goal.on.kind === 'step' && goal.on.step === index)
        block.log.add(i, t, EVENT.GOAL, value, g, block.place);
    });
    block.exit[i] = 0;
    block.leave[i] = t;
  }
};
