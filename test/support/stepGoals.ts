import * as fc from 'fast-check';
import type { Journey } from '../../src/journey/journey.ts';
import type { StepId } from '../../src/journey/ids.ts';

/** The journeys, some with their primary goal about coming to one of their steps, some with such a goal as a second. */
export function withStepGoals(journeys: fc.Arbitrary<readonly Journey[]>): fc.Arbitrary<readonly Journey[]> {
  return fc
    .tuple(journeys, fc.nat(10_000))
    .map(([company, choice]) => company.map((journey, place) => aboutAStep(journey, choice + 7 * place)));
}

function aboutAStep(journey: Journey, choice: number): Journey {
  const ids = Object.keys(journey.steps) as StepId[];
  const on = { kind: 'step', step: ids[Math.floor(choice / 3) % ids.length]! } as const;
  const [first, ...others] = journey.settings.goals;
  const primary = first!;
  const goals: Journey['settings']['goals'] =
    choice % 3 === 0
      ? [{ ...primary, on }, ...others]
      : choice % 3 === 1
        ? [primary, ...others, { ...primary, id: 'there', on }]
        : journey.settings.goals;
  return { ...journey, settings: { ...journey.settings, goals } };
}
