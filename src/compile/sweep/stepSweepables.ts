import { reachedSteps, stepEntries } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { ExperimentStep } from '../../journey/steps/experiment.ts';
import type { HandoffStep } from '../../journey/steps/handoff.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { WaitStep } from '../../journey/steps/wait.ts';
import { minutes, MINUTES_PER_DAY } from '../../journey/units.ts';
import type { Design } from '../response/assumption.ts';
import { typedValue, type Sweepable } from './sweepable.ts';

const YEAR = 365 * MINUTES_PER_DAY;
/** A wait of nothing is tried up to this long. */
const FROM_NOTHING = 7 * MINUTES_PER_DAY;
const MOST_AGENTS = 1_000;

/** The lengths, shares and numbers of people of the steps that some way leads to. */
export function stepSweepables(journey: Journey): readonly Sweepable[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]) =>
    step.disabled || !reached.has(id) ? [] : ofStep(id, step),
  );
}

function ofStep(id: StepId, step: Step): readonly Sweepable[] {
  switch (step.kind) {
    case 'wait':
      return ofWait(id, step);
    case 'check':
      return [
        length(id, 'window', step.windowMinutes, (value, now) =>
          now.kind === 'check' ? { ...now, windowMinutes: minutes(value) } : now,
        ),
      ];
    case 'entry':
      if (step.spreadMinutes === undefined) return [];
      return [
        length(id, 'spread', step.spreadMinutes, (value, now) =>
          now.kind === 'entry' ? { ...now, spreadMinutes: minutes(value) } : now,
        ),
      ];
    case 'experiment':
      return ofExperiment(id, step);
    case 'handoff':
      return ofHandoff(id, step);
    case 'split':
    case 'message':
    case 'escalate':
    case 'update':
    case 'goal':
    case 'exit':
      return [];
  }
}

/** A wait until a clock time, a weekday or a date has no length to change. */
function ofWait(id: StepId, { until }: WaitStep): readonly Sweepable[] {
  switch (until.type) {
    case 'duration':
      return [length(id, 'wait', until.minutes, waitOf)];
    case 'random':
      return [length(id, 'wait', until.to, waitOf)];
    case 'daysAt':
      return [
        {
          id: `${id}.wait`,
          place: { in: 'wait', step: id },
          value: until.days,
          unit: 'days',
          low: 0,
          high: Math.max(7, until.days * 3),
          least: 0,
          most: 365,
          whole: true,
          apply: onStep(id, waitOf),
        },
      ];
    case 'timeOfDay':
    case 'weekday':
    case 'date':
      return [];
  }
}

function waitOf(value: number, step: Step): Step {
  if (step.kind !== 'wait') return step;
  const { until } = step;
  switch (until.type) {
    case 'duration':
      return { ...step, until: { type: 'duration', minutes: minutes(value) } };
    case 'daysAt':
      return { ...step, until: { ...until, days: value } };
    case 'random': {
      const from = until.to === 0 ? value : Math.round((until.from * value) / until.to);
      return { ...step, until: { type: 'random', from: minutes(from), to: minutes(value) } };
    }
    case 'timeOfDay':
    case 'weekday':
    case 'date':
      return step;
  }
}

function length(id: StepId, name: 'wait' | 'window' | 'spread', value: number, change: Change): Sweepable {
  const nice = (long: number) => typedValue({ unit: 'minutes', whole: true }, long);
  return {
    id: `${id}.${name}`,
    place: { in: name, step: id },
    value,
    unit: 'minutes',
    low: nice(value / 4),
    high: value === 0 ? FROM_NOTHING : Math.min(YEAR, nice(value * 3)),
    least: 0,
    most: Math.max(YEAR, value),
    whole: true,
    apply: onStep(id, change),
  };
}

function ofExperiment(id: StepId, { arms, holdout }: ExperimentStep): readonly Sweepable[] {
  const treated = 100 - (holdout?.weight ?? 0);
  const share = { unit: 'percent', least: 0, whole: false } as const;
  const weights =
    arms.length < 2
      ? []
      : arms.map(({ id: arm, weight }) => ({
          ...share,
          id: `${id}.weight.${arm}`,
          place: { in: 'weight', step: id, arm } as const,
          value: weight,
          low: 0,
          high: treated,
          most: treated,
          apply: onStep(id, (value, step) => (step.kind === 'experiment' ? withArm(step, arm, value) : step)),
        }));
  if (!holdout || arms.length === 0) return weights;
  return [
    {
      ...share,
      id: `${id}.holdout`,
      place: { in: 'holdout', step: id },
      value: holdout.weight,
      low: 0,
      high: Math.max(50, holdout.weight),
      most: 100,
      apply: onStep(id, (value, step) => (step.kind === 'experiment' ? withHoldout(step, value) : step)),
    },
    ...weights,
  ];
}

function withHoldout(step: ExperimentStep, weight: number): ExperimentStep {
  if (!step.holdout) return step;
  return {
    ...step,
    arms: inProportion(step.arms, 100 - weight),
    holdout: { ...step.holdout, weight },
  };
}

function withArm(step: ExperimentStep, arm: string, weight: number): ExperimentStep {
  const rest = 100 - (step.holdout?.weight ?? 0) - weight;
  // The holdout may have been made larger since.
  if (rest < 0) return withArm(step, arm, weight + rest);
  const others = inProportion(
    step.arms.filter(({ id }) => id !== arm),
    rest,
  );
  return {
    ...step,
    arms: step.arms.map((one) =>
      one.id === arm ? { ...one, weight } : (others.find(({ id }) => id === one.id) ?? one),
    ),
  };
}

type Arms = ExperimentStep['arms'];

/** The same proportions, adding up to `total`; where no weight says anything, equal parts. */
function inProportion(arms: Arms, total: number): Arms {
  const before = arms.reduce((sum, { weight }) => sum + weight, 0);
  return arms.map((arm) => ({
    ...arm,
    weight: before === 0 ? total / arms.length : (arm.weight * total) / before,
  }));
}

function ofHandoff(id: StepId, { capacity }: HandoffStep): readonly Sweepable[] {
  if (!capacity) return [];
  return [
    {
      id: `${id}.agents`,
      place: { in: 'agents', step: id },
      value: capacity.agents,
      unit: 'number',
      low: 1,
      high: Math.max(5, capacity.agents * 3),
      least: 1,
      most: Math.max(MOST_AGENTS, capacity.agents),
      whole: true,
      apply: onStep(id, (value, step) =>
        step.kind === 'handoff' && step.capacity
          ? { ...step, capacity: { ...step.capacity, agents: value } }
          : step,
      ),
    },
  ];
}

type Change = (value: number, step: Step) => Step;

/** Of a step that is no more, nothing. */
function onStep(id: StepId, change: Change): (value: number, design: Design) => Design {
  return (value, design) => {
    const { journey } = design;
    const step = journey.steps[id];
    if (!step) return design;
    return { ...design, journey: { ...journey, steps: { ...journey.steps, [id]: change(value, step) } } };
  };
}
