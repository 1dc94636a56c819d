import { reachedSteps, stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { RESPONSES } from '../../journey/steps/check.ts';
import { HOLDOUT } from '../../journey/steps/experiment.ts';
import type { Step } from '../../journey/steps/index.ts';
import { questionsOf } from './writeCheck.ts';
import { sharesOf } from './writeSplits.ts';
import { type ExitOf, unchangedOf } from './writing.ts';

export interface CutJourney {
  readonly journey: Journey;
  /** Exits that led on. */
  readonly cut: readonly ExitOf[];
  /** Steps that nobody comes to any more. */
  readonly lost: readonly StepId[];
}

/** The journey without the exits that nobody can leave by on the platform, and without what only they led to. */
export function cutExits(whole: Journey, lowered: Journey): CutJourney {
  const cut: ExitOf[] = [];
  let journey = lowered;
  for (;;) {
    const lost = stepEntries(journey).flatMap(([step, value]) =>
      lostExits(whole, journey, step, value)
        .filter((exit) => journey.links[step]?.[exit] !== undefined)
        .map((exit) => ({ step, exit })),
    );
    if (lost.length === 0) break;
    cut.push(...lost);
    journey = without(journey, lost);
  }
  const left = new Set(stepEntries(journey).map(([id]) => id));
  return { journey, cut, lost: stepEntries(lowered).flatMap(([id]) => (left.has(id) ? [] : [id])) };
}

function lostExits(whole: Journey, journey: Journey, id: StepId, step: Step): readonly string[] {
  if (unchangedOf(whole, journey, id)) return [];
  if (step.kind === 'check') {
    const { asked } = questionsOf(journey, id, step);
    return RESPONSES.filter((response) => !asked.some((other) => other === response));
  }
  if (step.kind !== 'experiment') return [];
  const shares = sharesOf(step);
  const empty = step.arms.flatMap((arm, index) => (shares[index] === 0 ? [arm.id] : []));
  const held = step.holdout && (step.holdout.goesOn || shares.at(-1) === 0) ? [HOLDOUT] : [];
  return [...empty, ...held];
}

function without(journey: Journey, exits: readonly ExitOf[]): Journey {
  const links: Record<StepId, Record<string, StepId>> = {};
  for (const [from, ways] of Object.entries(journey.links) as [StepId, Record<string, StepId>][])
    links[from] = Object.fromEntries(
      Object.entries(ways).filter(
        ([exit]) => !exits.some((lost) => lost.step === from && lost.exit === exit),
      ),
    );
  const open = { ...journey, links };
  const reached = reachedSteps(open);
  const kept = <T>(record: Readonly<Record<StepId, T>>): Record<StepId, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => reached.has(id as StepId)));
  return { ...open, steps: kept(journey.steps), links: kept(links) };
}
