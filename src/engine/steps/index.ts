import type { ProgramStep, StepOp } from '../../compile/program.ts';
import type { Block } from '../block.ts';
import type { Advance } from './advance.ts';
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

export function advance(block: Block, step: ProgramStep, order: Int32Array, from: number, to: number): void {
  (ADVANCE[step.op.op] as Advance<StepOp>)(block, step, order, from, to);
}
