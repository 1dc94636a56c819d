import { stepEntries } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { ELSE, type SplitStep } from '../../journey/steps/split.ts';
import { copyId } from './copyId.ts';
import type { Remark } from './lowered.ts';

export interface Rewritten {
  readonly journey: Journey;
  /** New step → the step it was made of. */
  readonly made: ReadonlyMap<StepId, StepId>;
  readonly remarks: readonly Remark[];
}

/** Every split of several branches as splits of one branch each, in a chain by “everyone else”: the first that matches still wins. */
export function chainSplits(journey: Journey): Rewritten {
  const taken = new Set<string>(Object.keys(journey.steps));
  const steps = { ...journey.steps };
  const links = { ...journey.links };
  const made = new Map<StepId, StepId>();
  const remarks: Remark[] = [];
  for (const [id, step] of stepEntries(journey)) {
    if (step.kind !== 'split' || step.branches.length < 2) continue;
    const exits = journey.links[id] ?? {};
    const chain = step.branches.map((_, index) => (index === 0 ? id : copyId(id, taken)));
    step.branches.forEach((branch, index) => {
      const [own, next] = [chain[index], chain[index + 1] ?? exits[ELSE]];
      if (own === undefined) return;
      if (own !== id) made.set(own, id);
      const to = exits[branch.id];
      steps[own] = linkOf(step, index);
      links[own] = { ...(to && { [branch.id]: to }), ...(next && { [ELSE]: next }) };
    });
    remarks.push({
      fit: 'emulated',
      step: id,
      code: 'split-chained',
      words: `${step.branches.length} questions one after the other, as there are only questions of yes and no; the first that matches wins as before.`,
      values: { branches: step.branches.length },
      returns: false,
    });
  }
  return { journey: { ...journey, steps, links }, made, remarks };
}

function linkOf(step: SplitStep, index: number): SplitStep {
  const branch = step.branches[index];
  const name = index === 0 ? step.name : `${step.name}: ${branch?.name ?? ''}`;
  return { ...step, name, branches: branch ? [branch] : [] };
}
