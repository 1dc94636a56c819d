import type { ExitName } from '../ids.ts';
import { check, type CheckStep } from './check.ts';
import { entry, type EntryStep } from './entry.ts';
import { escalate, type EscalateStep } from './escalate.ts';
import { exit, type ExitStep } from './exit.ts';
import { experiment, type ExperimentStep } from './experiment.ts';
import { goal, type GoalStep } from './goal.ts';
import { handoff, type HandoffStep } from './handoff.ts';
import { message, type MessageStep } from './message.ts';
import { split, type SplitStep } from './split.ts';
import type { StepDefinition } from './step.ts';
import { update, type UpdateStep } from './update.ts';
import { wait, type WaitStep } from './wait.ts';

export type Step =
  | EntryStep
  | SplitStep
  | ExperimentStep
  | MessageStep
  | WaitStep
  | CheckStep
  | EscalateStep
  | UpdateStep
  | HandoffStep
  | GoalStep
  | ExitStep;

export type StepKind = Step['kind'];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

/** The step kinds. The compiler points here when a kind of `Step` has no definition. */
export const STEP_DEFINITIONS: { readonly [K in StepKind]: StepDefinition<StepOf<K>> } = {
  entry,
  split,
  experiment,
  message,
  wait,
  check,
  escalate,
  update,
  handoff,
  goal,
  exit,
};

/** In the order in which a palette shows them. */
export const STEP_KINDS = Object.keys(STEP_DEFINITIONS) as readonly StepKind[];

/**
 * The definition of this step's own kind. The cast says what the type of `STEP_DEFINITIONS` already promises:
 * kind and definition belong together.
 */
export function definitionOf<S extends Step>(step: S): StepDefinition<S> {
  return STEP_DEFINITIONS[step.kind] as unknown as StepDefinition<S>;
}

/** The named exits of a step, in order. */
export function exitsOf(step: Step): readonly ExitName[] {
  return definitionOf(step).exits(step);
}
