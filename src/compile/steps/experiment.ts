import type { ExperimentStep } from '../../journey/steps/experiment.ts';
import type { ExperimentOp } from '../program.ts';
import { threshold } from '../response/sends.ts';

export function lowerExperiment(step: ExperimentStep): ExperimentOp {
  const weights = step.arms.map((arm) => arm.weight);
  if (step.holdout !== undefined) weights.push(step.holdout.weight);
  let sum = 0;
  const thresholds = weights.slice(0, -1).map((weight) => threshold((sum += weight) / 100));
  return {
    op: 'experiment',
    thresholds: Float64Array.from(thresholds),
    holdoutExit: step.holdout === undefined ? -1 : step.arms.length,
    holdoutGoesOn: step.holdout?.goesOn ?? false,
  };
}
