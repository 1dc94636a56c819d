import type { UpdateOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import type { Advance } from './advance.ts';

export const advanceUpdate: Advance<UpdateOp> = (block, step, order, from, to) => {
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    for (const change of step.op.changes) apply(block, i, change);
    block.exit[i] = 0;
    block.leave[i] = block.at[i]!;
  }
};

function apply(block: Block, i: number, change: UpdateOp['changes'][number]): void {
  const { size } = block;
  switch (change.type) {
    case 'set':
      block.written[change.column * size + i] = change.state;
      return;
    case 'score':
      block.score[i] = block.score[i]! + change.points;
      return;
    case 'tag':
      block.tagged[change.tag * size + i] = change.on ? 1 : 0;
      return;
    case 'suppress':
      for (let channel = 0, at = i; channel < block.program.channels.length; channel++, at += size) {
        if (((change.channels >> channel) & 1) === 1)
          block.suppressedAt[at] = Math.min(block.suppressedAt[at]!, block.at[i]!);
      }
  }
}
