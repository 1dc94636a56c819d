import type { ProgramStep, StepOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';

/** A step with its operation narrowed. */
export type StepWith<O extends StepOp> = ProgramStep & { readonly op: O };

/**
 * Runs one step for all contacts that stand at it: `order[from … to)` are their places in the block. Sets `exit` and `leave` of each;
 * an exit of END leaves the journey. One call per column of contacts, so that the call costs nothing per contact.
 */
export type Advance<O extends StepOp> = (
  block: Block,
  step: StepWith<O>,
  order: Int32Array,
  from: number,
  to: number,
) => void;
