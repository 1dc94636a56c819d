import * as fc from 'fast-check';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../src/journey/steps/index.ts';
import type { ResponseOverrides } from '../../src/journey/steps/message.ts';
import { probability } from '../../src/journey/units.ts';
import { runnableJourney } from './randomJourney.ts';

/**
 * Random journeys in which much happens: nothing is switched off or dangles, and people answer, buy and unsubscribe often.
 * Plain random journeys mostly show steps that few contacts reach.
 */
export const livelyJourney: fc.Arbitrary<Journey> = fc
  .tuple(runnableJourney, fc.constantFrom(0.05, 0.3, 0.6), fc.boolean())
  .map(([journey, rate, openDoors]) => enliven(journey, { rate, openDoors }));

function enliven(journey: Journey, { rate, openDoors }: { rate: number; openDoors: boolean }): Journey {
  const steps = Object.entries(journey.steps).map(
    ([id, step]) => [id, livelier(step, { rate, openDoors })] as const,
  );
  const lively: Journey = { ...journey, steps: Object.fromEntries(steps) };
  return { ...lively, links: withoutDeadEnds(lively) };
}

function livelier(step: Step, { rate, openDoors }: { rate: number; openDoors: boolean }): Step {
  const { disabled: _, ...on } = step;
  if (on.kind === 'message') return { ...on, response: responsive(on.response ?? {}, rate) };
  if (on.kind === 'escalate') {
    return {
      ...on,
      rungs: on.rungs.map((rung) => ({ ...rung, response: responsive(rung.response ?? {}, rate) })),
    };
  }
  if (on.kind !== 'entry') return on;
  const { eligible, ...everyone } = on;
  return openDoors || !eligible ? everyone : on;
}

function responsive(own: ResponseOverrides, rate: number): ResponseOverrides {
  return {
    ...own,
    delivered: probability(0.9),
    opened: probability(0.9),
    clicked: probability(Math.min(own.clicked ?? rate, 0.8)),
    converted: own.converted ?? probability(rate),
    unsubscribed: own.unsubscribed ?? probability(rate / 2),
  };
}

/** An exit that leads nowhere leads to the next step. */
function withoutDeadEnds({ steps, links }: Journey): Journey['links'] {
  const ids = Object.keys(steps) as StepId[];
  const whole: Record<StepId, Record<string, StepId>> = {};
  ids.forEach((id, index) => {
    const step = steps[id];
    const next = ids[index + 1];
    const onward = step && next ? Object.fromEntries(exitsOf(step).map((exit) => [exit, next])) : {};
    const all = { ...onward, ...links[id] };
    if (Object.keys(all).length > 0) whole[id] = all;
  });
  return whole;
}
