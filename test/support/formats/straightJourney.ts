import * as fc from 'fast-check';
import type { Journey, StepId } from '../../../src/journey/journey.ts';
import { HOLDOUT } from '../../../src/journey/steps/experiment.ts';
import { exitsOf, type Step, type StepKind } from '../../../src/journey/steps/index.ts';
import { MISSED } from '../../../src/journey/steps/handoff.ts';
import { runnableJourney } from '../randomJourney.ts';

/**
 * Random journeys without ways round and without ladders, in which somebody comes to every step by a way that is taken whatever a platform
 * lacks: what most platforms can bring back whole.
 */
export const straightJourney: fc.Arbitrary<Journey> = fc
  .tuple(runnableJourney, fc.array(fc.nat(), { minLength: 150, maxLength: 150 }))
  .map(([journey, draws]) => straightened(journey, draws));

const LEFT_OUT: readonly StepKind[] = ['escalate'];

function straightened(journey: Journey, draws: readonly number[]): Journey {
  const steps = (Object.entries(journey.steps) as [StepId, Step][])
    .filter(([, { kind }]) => !LEFT_OUT.includes(kind))
    .map(([id, { disabled: _, ...step }]) => [id, step] as [StepId, Step]);
  const entry = steps.filter(([, { kind }]) => kind === 'entry');
  const others = steps.filter(([, { kind }]) => kind !== 'entry');
  const kept = linked([...entry, ...others], draws);
  const ids = new Set(kept.steps.map(([id]) => id));
  const known = (step: Step): Step =>
    step.kind === 'check' && step.on !== 'latest' && !ids.has(step.on) ? { ...step, on: 'latest' } : step;
  return {
    ...journey,
    steps: Object.fromEntries(kept.steps.map(([id, step]) => [id, known(step)])),
    links: kept.links,
    layout: Object.fromEntries(Object.entries(journey.layout).filter(([id]) => ids.has(id as StepId))),
  };
}

type Free = readonly [StepId, string];

/** Every step hangs on an exit of an earlier one that nothing hangs on yet; other exits lead further on, or nowhere. */
function linked(steps: readonly [StepId, Step][], draws: readonly number[]) {
  const numbers = draws.values();
  const draw = () => numbers.next().value ?? 0;
  const links: Record<StepId, Record<string, StepId>> = {};
  const placed: [StepId, Step][] = [];
  let free: Free[] = [];
  const connect = ([from, exit]: Free, to: StepId) => {
    links[from] = { ...links[from], [exit]: to };
  };
  for (const [id, step] of steps) {
    const sure = free.filter(([, exit]) => exit !== MISSED && exit !== HOLDOUT);
    const from = sure[draw() % Math.max(1, sure.length)];
    if (placed.length > 0 && from === undefined) continue;
    if (from) connect(from, id);
    free = free.filter((other) => other !== from);
    // Most of what is still open leads here as well, so that ways come together.
    for (const other of free) if (draw() % 3 === 0) connect(other, id);
    free = free.filter(([step, exit]) => links[step]?.[exit] === undefined);
    placed.push([id, step]);
    for (const exit of exitsOf(step)) free.push([id, exit]);
  }
  return { steps: placed, links };
}
