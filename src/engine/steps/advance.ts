import type { ProgramStep, StepOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import { advanceCheck } from './check.ts';
import { advanceEntry } from './entry.ts';
import { advanceEscalate } from './escalate.ts';
import { advanceExit } from './exit.ts';
import { advanceExperiment } from './experiment.ts';
import { advanceGoal } from './goal.ts';
import { advanceHandoff } from './handoff.ts';
import { advanceMessage } from './message.ts';
import { advancePass } from './pass.ts';
import { advanceSplit } from './split.ts';
import { advanceUpdate } from './update.ts';
import { advanceWait } from './wait.ts';

/** A step with its operation narrowed. */
export type StepWith<O extends StepOp> = ProgramStep & { readonly op: O };

/**
 * Runs one step for all contacts that stand at it: `order[from … to)` are their places in the block. Sets `exit` and `leave` of each;
 * an exit of END leaves the journey. One call per column of contacts, so that the call costs nothing per contact.
 */
export type Advance<O extends StepOp> = (block: Block, step: StepWith<O>, order: Int16Array, from: number, to: number) => void;

const ADVANCE: { readonly [K in StepOp['op']]: Advance<Extract<StepOp, { op: K }>> } = {
  entry: advanceEntry,
  split: advanceSplit,
  experiment: advanceExperiment,
  message: advanceMessage,
  wait: advanceWait,
  check: advanceCheck,
  escalate: advanceEscalate,
  update: advanceUpdate,
  handoff: advanceHandoff,
  goal: advanceGoal,
  exit: advanceExit,
  pass: advancePass,
};

export function advance(block: Block, step: ProgramStep, order: Int16Array, from: number, to: number): void {
  (ADVANCE[step.op.op] as Advance<StepOp>)(block, step, order, from, to);
}
