import type { StepId } from '../../journey/ids.ts';
import { ELSE, type SplitStep } from '../../journey/steps/split.ts';
import { ruleThere } from './rules.ts';
import { gate, lasting, OWN, type Sketch, single } from './sketch.ts';
import type { Plan } from './tellers.ts';

/** A question of yes or no for each branch, in their order: the first that matches wins. */
export function sketchSplit(step: SplitStep, id: StepId, plan: Plan): Sketch {
  const { branches, name } = step;
  if (branches.length === 0) {
    plan.say('emulated', id, {
      code: 'split-passed',
      words: 'A delay of no time: nobody is parted.',
      returns: true,
    });
    return single({ type: 'delay', name, data: lasting(0), children: [{ to: { exit: ELSE } }] });
  }
  if (branches.length > 1)
    plan.say('emulated', id, {
      code: 'split-chained',
      words: `${branches.length} questions one after the other, as there are only questions of yes and no; the first that matches wins.`,
      values: { branches: branches.length },
      returns: true,
    });
  return new Map(
    branches.map((branch, index) => {
      const next = branches[index + 1];
      const rule = ruleThere(branch.rule, `${id}/${branch.id}`, plan, id);
      const words = index === 0 ? name : `${name}: ${branch.name}`;
      return [
        index === 0 ? OWN : branch.id,
        gate(words, rule, { exit: branch.id }, next ? { part: next.id } : { exit: ELSE }),
      ];
    }),
  );
}
