import { reachedSteps, stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/journey.ts';
import type { HandoffStep } from '../../journey/steps/handoff.ts';
import { ALL_FIGURES, type Assumption, type Design, HANDOFF_NAMES } from './assumption.ts';

const MOST_MINUTES = 525_600;

/** What is known of each hand-off to people: nothing is published about somebody else's sales. */
export function handoffAssumptions({ journey }: Design): readonly Assumption[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]) =>
    step.kind === 'handoff' && !step.disabled && reached.has(id)
      ? HANDOFF_NAMES.flatMap((name) => ofHandoff(name, id, step))
      : [],
  );
}

/** What a hand-off is worth and costs when it does not say stands among the numbers that belong to no step. */
function ofHandoff(
  name: (typeof HANDOFF_NAMES)[number],
  id: StepId,
  step: HandoffStep,
): readonly Assumption[] {
  const value = name === 'costPerHandoff' ? step.costPerHandoff : step.opportunity[name];
  if (value === undefined) return [];
  return [
    {
      id: `${id}.${name}`,
      place: { in: 'handoff', name, step: id },
      value,
      source: 'journey',
      reference: 'this step',
      ...SHAPE[name],
    },
  ];
}

const SHAPE: Readonly<Record<(typeof HANDOFF_NAMES)[number], Pick<Assumption, 'unit' | 'most' | 'moves'>>> = {
  winRate: { unit: 'share', most: 1, moves: ALL_FIGURES },
  halfLifeMinutes: { unit: 'minutes', most: MOST_MINUTES, moves: ALL_FIGURES },
  value: { unit: 'money', most: 1e9, moves: ['revenue', 'profit'] },
  costPerHandoff: { unit: 'money', most: 1e9, moves: ['cost', 'profit'] },
};
