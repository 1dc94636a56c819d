import type { Step, StepKind, StepOf } from '../../journey/steps/index.ts';
import type { CompileContext } from '../context.ts';
import type { StepOp } from '../program.ts';
import { lowerCheck } from './check.ts';
import { lowerEntry } from './entry.ts';
import { lowerEscalate } from './escalate.ts';
import { lowerExit } from './exit.ts';
import { lowerExperiment } from './experiment.ts';
import { lowerGoal } from './goal.ts';
import { lowerHandoff } from './handoff.ts';
import { lowerMessage } from './message.ts';
import { lowerSplit } from './split.ts';
import { lowerUpdate } from './update.ts';
import { lowerWait } from './wait.ts';

/** Lowers one step of its kind; `index` is its place in the Program. */
export type Lower<K extends StepKind> = (step: StepOf<K>, index: number, context: CompileContext) => StepOp;

const LOWER: { readonly [K in StepKind]: Lower<K> } = {
  entry: lowerEntry,
  split: lowerSplit,
  experiment: lowerExperiment,
  message: lowerMessage,
  wait: lowerWait,
  check: lowerCheck,
  escalate: lowerEscalate,
  update: lowerUpdate,
  handoff: lowerHandoff,
  goal: lowerGoal,
  exit: lowerExit,
};

export function lowerStep(step: Step, index: number, context: CompileContext): StepOp {
  return (LOWER[step.kind] as Lower<StepKind>)(step, index, context);
}
