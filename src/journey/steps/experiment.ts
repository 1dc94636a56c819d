import * as z from 'zod/mini';
import { id, list, text } from '../schema/values.ts';
import { namesakeFindings } from './namesakes.ts';
import { type Finding, type StepBase, stepBase, type StepDefinition } from './step.ts';

export interface Arm {
  /** The exit's name. */
  readonly id: string;
  readonly name: string;
  /** Per cent; arms and holdout add up to 100. */
  readonly weight: number;
}

/** Random split, the same arm for a contact every time it comes back. */
export interface ExperimentStep extends StepBase {
  readonly kind: 'experiment';
  readonly arms: readonly Arm[];
  /** Leaves by `holdout`; with `goesOn` it walks on but gets no message and no hand-off until it leaves the journey. */
  readonly holdout?: { readonly weight: number; readonly goesOn: boolean };
}

export const HOLDOUT = 'holdout';

const weight = z.number().check(z.gte(0), z.lte(100));

export const experimentSchema = z.strictObject({
  kind: z.literal('experiment'),
  ...stepBase,
  arms: list(z.strictObject({ id, name: text, weight }), 100),
  holdout: z.exactOptional(z.strictObject({ weight, goesOn: z.boolean() })),
});

export const experiment: StepDefinition<ExperimentStep> = {
  defaults: () => ({
    kind: 'experiment',
    name: 'Experiment',
    arms: [
      { id: 'a', name: 'A', weight: 50 },
      { id: 'b', name: 'B', weight: 50 },
    ],
  }),
  exits: (step) => [...step.arms.map((arm) => arm.id), ...(step.holdout ? [HOLDOUT] : [])],
  check: (step) => [
    ...weightFindings(step),
    ...holdoutFindings(step),
    ...namesakeFindings(step.arms, 'arms', (arms) => ({ ...step, arms })),
  ],
};

/** Per cent over all exits, rounded where binary fractions would otherwise show (33.3 + 66.7). */
function totalWeight(step: ExperimentStep): number {
  const sum = step.arms.reduce((total, arm) => total + arm.weight, step.holdout?.weight ?? 0);
  return Math.round(sum * 1e6) / 1e6;
}

function weightFindings(step: ExperimentStep): Finding<ExperimentStep>[] {
  const total = totalWeight(step);
  if (total === 100) return [];
  const mended =
    step.arms.length > 0 ? (total > 0 ? scaledTo100(step, total) : inEqualParts(step)) : undefined;
  return [
    {
      code: 'weights-not-100',
      severity: 'error',
      words: `The arms of this experiment add up to ${total} %. Change the weights until they make 100 %.`,
      values: { total },
      field: 'arms',
      ...(mended && { mended }),
    },
  ];
}

/** Whole per cents in the same proportions; the largest arm takes what rounding leaves. */
function scaledTo100(step: ExperimentStep, total: number): ExperimentStep {
  const scaled = step.arms.map((arm) => Math.floor((arm.weight * 100) / total));
  const holdout = step.holdout && Math.floor((step.holdout.weight * 100) / total);
  const rest = 100 - scaled.reduce((sum, weight) => sum + weight, holdout ?? 0);
  const largest = scaled.indexOf(Math.max(...scaled));
  const arms = step.arms.map((arm, index) => ({
    ...arm,
    weight: (scaled[index] ?? 0) + (index === largest ? rest : 0),
  }));
  return { ...step, arms, ...(step.holdout && { holdout: { ...step.holdout, weight: holdout ?? 0 } }) };
}

/** Where no weight says anything yet. */
function inEqualParts(step: ExperimentStep): ExperimentStep {
  const arms = step.arms.map((arm) => ({ ...arm, weight: 1 }));
  return scaledTo100({ ...step, arms }, arms.length);
}

const USUAL_HOLDOUT = 10;

/** The arms keep their proportions in what is left. */
function withUsualHoldout(step: ExperimentStep, treated: number): ExperimentStep {
  const share = (100 - USUAL_HOLDOUT) / treated;
  const arms = step.arms.map((arm) => ({ ...arm, weight: Math.floor(arm.weight * share) }));
  const rest = 100 - USUAL_HOLDOUT - arms.reduce((sum, arm) => sum + arm.weight, 0);
  const largest = arms.findIndex(({ weight }) => weight === Math.max(...arms.map((arm) => arm.weight)));
  return {
    ...step,
    arms: arms.map((arm, at) => (at === largest ? { ...arm, weight: arm.weight + rest } : arm)),
    ...(step.holdout && { holdout: { ...step.holdout, weight: USUAL_HOLDOUT } }),
  };
}

function holdoutFindings(step: ExperimentStep): Finding<ExperimentStep>[] {
  const holdout = step.holdout?.weight ?? 0;
  const treated = step.arms.reduce((sum, arm) => sum + arm.weight, 0);
  if (holdout <= treated) return [];
  return [
    {
      code: 'holdout-larger-than-treatment',
      severity: 'warning',
      words: `${holdout} % are held out and only ${treated} % are treated. A holdout of 5 to 20 % is usual; make it smaller unless that is meant.`,
      values: { holdout, treated },
      field: 'holdout.weight',
      ...(step.holdout && treated > 0 && { mended: withUsualHoldout(step, treated) }),
    },
  ];
}
