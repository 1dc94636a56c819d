import type { StepId } from '../../journey/ids.ts';
import { type ExperimentStep, HOLDOUT } from '../../journey/steps/experiment.ts';
import { wholeShares } from '../lower/wholeShares.ts';
import { OWN, type ChildSketch, type NodeSketch, type Sketch } from './sketch.ts';
import type { Plan } from './tellers.ts';

/**
 * Shares as the whole numbers of `ratio`, as small as can be: the server makes a list with that many entries for each. A way that leads
 * nowhere needs a step all the same, or its share would go to the others.
 */
export function sketchExperiment(step: ExperimentStep, id: StepId, plan: Plan): Sketch {
  const { arms, holdout, name } = step;
  const weights = [...arms.map(({ weight }) => weight), ...(holdout ? [holdout.weight] : [])];
  const ratios = ratiosOf(weights);
  const exits = [...arms.map((arm) => arm.id), ...(holdout ? [HOLDOUT] : [])];
  tellOf(step, id, { weights, plan });
  const links = plan.journey.links[id] ?? {};
  const ends = exits.filter((exit) => links[exit] === undefined || (exit === HOLDOUT && holdout?.goesOn));
  const children = exits.map((exit, index): ChildSketch => {
    const to = ends.includes(exit) ? { part: exit } : { exit };
    return { to, data: { ratio: ratios[index] ?? 0 } };
  });
  const wordsOf = (exit: string) => arms.find((arm) => arm.id === exit)?.name ?? exit;
  return new Map<string, NodeSketch>([
    [OWN, { type: 'experiment', name, data: {}, children }],
    ...ends.map((exit): [string, NodeSketch] => [
      exit,
      { type: 'exit', name: `${name}: ${wordsOf(exit)}`, data: {}, children: [] },
    ]),
  ]);
}

function ratiosOf(weights: readonly number[]): readonly number[] {
  const whole = weights.every(Number.isInteger) ? weights : wholeShares(weights);
  const divisor = Math.max(1, whole.reduce(commonDivisor, 0));
  return whole.map((weight) => weight / divisor);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function tellOf(
  { holdout }: ExperimentStep,
  id: StepId,
  { weights, plan }: { readonly weights: readonly number[]; readonly plan: Plan },
): void {
  plan.say('emulated', id, {
    code: 'arm-drawn-anew',
    words: 'A contact that enters again is given a way anew.',
    returns: true,
  });
  if (!weights.every(Number.isInteger))
    plan.say('emulated', id, {
      code: 'ratio-rounded',
      words: 'Shares are whole numbers there: they are rounded to whole per cents.',
      returns: true,
    });
  if (!holdout) return;
  if (holdout.goesOn)
    plan.say('missing', id, {
      code: 'holdout-leaves',
      words:
        'Nobody can walk on there without being sent the messages: the contacts held out leave the journey at the experiment instead.',
      returns: true,
    });
  else
    plan.say('emulated', id, {
      code: 'holdout-as-path',
      words: 'The holdout is one more way of the experiment.',
      returns: true,
    });
}
