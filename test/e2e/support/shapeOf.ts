import type { ExitName, Journey, StepId } from '../../../src/journey/journey.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';

/**
 * A journey without ids, names, places and words: a line for every exit of every step, numbered in the order in which a walk from
 * the entry along the exits comes by. Two journeys have the same lines when, and only when, there is a one-to-one match of their
 * steps that keeps kinds, channels and links; branches count by their rank.
 */
export function shapeOf(journey: Journey): readonly string[] {
  const entry = (Object.keys(journey.steps) as StepId[]).find((id) => journey.steps[id]?.kind === 'entry');
  const met = entry ? [entry] : [];
  const lines: string[] = [];
  for (const id of met) {
    const step = journey.steps[id];
    if (!step) throw new Error(`a link leads to ${id}, which is not there`);
    const from = `${met.indexOf(id)} ${kindOf(step)}`;
    const exits = exitsOf(step);
    if (exits.length === 0) lines.push(from);
    for (const exit of exits) {
      const to = journey.links[id]?.[exit];
      if (to !== undefined && !met.includes(to)) met.push(to);
      lines.push(`${from}, ${exitOf(step, exit)} → ${to === undefined ? 'nowhere' : met.indexOf(to)}`);
    }
  }
  return [...lines, `${Object.keys(journey.steps).length - met.length} not reached`];
}

function kindOf(step: Step): string {
  if (step.kind === 'message') return `message by ${step.channel}`;
  if (step.kind === 'escalate') return `escalate by ${step.rungs.map(({ channel }) => channel).join(', ')}`;
  if (step.kind === 'update') return `update ${step.changes.map(({ type }) => type).join(', ')}`;
  return step.kind;
}

function exitOf(step: Step, exit: ExitName): string {
  const rank = step.kind === 'split' ? step.branches.findIndex(({ id }) => id === exit) : -1;
  return rank < 0 ? exit : `branch ${rank + 1}`;
}
