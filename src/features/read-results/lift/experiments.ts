import type { Journey, StepId } from '../../../journey/journey.ts';
import { stepId } from '../../../journey/ids.ts';
import { sampleRatio, type SampleRatio } from '../../../analytics/incrementality/sampleRatio.ts';
import type { Report, StepReport } from '../../../analytics/report.ts';
import { HOLDOUT, type ExperimentStep } from '../../../journey/steps/experiment.ts';

export interface Experiment {
  readonly id: StepId;
  readonly step: ExperimentStep;
  /** What the run counted there; undefined where it is not part of the run. */
  readonly counted: StepReport | undefined;
}

/** In the order of their names. */
export function experimentsOf(journey: Journey, report: Report): readonly Experiment[] {
  return Object.entries(journey.steps)
    .flatMap(([name, step]): Experiment[] => {
      if (step.kind !== 'experiment' || step.disabled === true) return [];
      const id = stepId(name);
      return [{ id, step, counted: report.steps.find((counted) => counted.id === name) }];
    })
    .toSorted((a, b) => a.step.name.localeCompare(b.step.name));
}

/** The journey with everybody who comes to the experiment in one arm; nobody is held out. */
export function withEverybodyIn(journey: Journey, { id, step }: Experiment, arm: string): Journey {
  const { holdout: _, ...open } = step;
  const arms = step.arms.map((one) => ({ ...one, weight: one.id === arm ? 100 : 0 }));
  return { ...journey, steps: { ...journey.steps, [id]: { ...open, arms } } };
}

/**
 * Whether the run's arms have the sizes that were planned; told of simulated contacts, not of those they stand for. Who comes back takes the
 * same arm again and is counted again, so there is nothing to tell where people may.
 */
export function sizesOf(
  { step, counted }: Experiment,
  { settings }: Journey,
  { contacts, scaledTo = contacts }: Pick<Report, 'contacts' | 'scaledTo'>,
): SampleRatio | undefined {
  const factor = contacts === 0 ? 1 : scaledTo / contacts;
  if (!counted || settings.reEntry.mode !== 'never' || counted.entered > scaledTo) return undefined;
  const planned = [
    ...step.arms.map(({ id, weight }) => ({ id, weight })),
    ...(step.holdout ? [{ id: HOLDOUT, weight: step.holdout.weight }] : []),
  ];
  return sampleRatio(
    planned.map(({ id, weight }) => ({
      contacts: Math.round((counted.exits[id] ?? 0) / factor),
      planned: weight / 100,
    })),
  );
}
