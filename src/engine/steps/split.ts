import type { SplitOp, Test } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { journeyMemory } from '../memory.ts';
import { holds } from '../tests.ts';
import type { Advance } from './advance.ts';

/** Ranked: the first branch whose rule holds; the last exit is everyone else. */
export const advanceSplit: Advance<SplitOp> = (block, step, order, from, to) => {
  const { tests } = step.op;
  if (tests.every(({ op }) => op === 'bit')) return splitByInputs(block, tests, order, from, to);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const t = block.at[i]!;
    let exit = 0;
    while (exit < tests.length && !holds(block, i, tests[exit]!, t)) exit++;
    block.exit[i] = exit;
    block.leave[i] = t;
  }
};

/** The same where no branch asks about what happens in the run. */
function splitByInputs(
  block: Block,
  tests: readonly Test[],
  order: Int32Array,
  from: number,
  to: number,
): void {
  const { base } = block;
  const { at, exit, leave } = journeyMemory(block);
  const inputs = tests.map((test) => block.columns.inputs[test.op === 'bit' ? test.input : 0] as Uint8Array);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    let branch = 0;
    while (branch < inputs.length && inputs[branch]![base + i] !== 1) branch++;
    exit[i] = branch;
    leave[i] = at[i]!;
  }
}
