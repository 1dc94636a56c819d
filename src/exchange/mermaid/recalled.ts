import { STEP_KINDS, type Step, type StepKind } from '../../journey/steps/index.ts';
import { shownText } from './chart/labelText.ts';
import type { Edge, Vertex } from './chart/flowchart.ts';
import type { Built } from './drawn.ts';
import { exitLabels } from './exitLabels.ts';

/** Whether a box still is what a comment says, by its class and its arrows: where they differ, the drawing is newer. */
export function isStill(
  step: Step,
  { classes }: Vertex,
  onward: readonly Edge[],
  kind: StepKind | undefined,
): boolean {
  const drawn = STEP_KINDS.filter((one) => classes.includes(one));
  if (drawn.length > 0 && !drawn.includes(step.kind)) return false;
  if (kind !== undefined && kind !== step.kind) return false;
  const targets = new Map<string, string>();
  return waysOf(step, onward).every(({ exit, edge }) => {
    const known = exit !== '' && (targets.get(exit) ?? edge.to) === edge.to;
    targets.set(exit, edge.to);
    return known;
  });
}

/** The step of a comment at its arrows, named as its box is now. */
export function rebuilt(step: Step, { label }: Vertex, onward: readonly Edge[]): Built {
  const isNamed = shownText(step.name) === label;
  return { step: isNamed ? step : { ...step, name: label }, ways: waysOf(step, onward) };
}

/** A step with one way on may say on its arrow whatever it likes; the exit of an arrow that says nothing known is empty. */
function waysOf(step: Step, onward: readonly Edge[]): Built['ways'] {
  const labels = [...exitLabels(step)];
  const [only] = labels;
  return onward.map((edge) => {
    const exit = labels.find(([, label]) => label === edge.label)?.[0];
    return { edge, exit: exit ?? (only && labels.length === 1 && only[1] === '' ? only[0] : '') };
  });
}
