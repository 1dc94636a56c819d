import type { Edit } from '../journey/edits.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import { exitsOf, STEP_DEFINITIONS, type StepKind } from '../journey/steps/index.ts';

/** A step of another kind in the place of this one: its name stays, and its links go on from exits of the same name or order. */
export function changeKind(journey: Journey, id: StepId, kind: StepKind): Edit | undefined {
  const before = journey.steps[id];
  if (!before || before.kind === kind) return undefined;
  const step = { ...STEP_DEFINITIONS[kind].defaults(), name: before.name };
  const exits = exitsOf(step);
  const links = journey.links[id] ?? {};
  const targets = exitsOf(before).flatMap((exit) =>
    links[exit] === undefined ? [] : [[exit, links[exit]] as const],
  );
  const kept = targets.filter(([exit]) => exits.includes(exit));
  const moved = targets.filter(([exit]) => !exits.includes(exit));
  const free = exits.filter((exit) => !kept.some(([name]) => name === exit));
  const connects = moved.flatMap(([, to], at): Edit[] => {
    const exit = free[at];
    return exit === undefined ? [] : [{ type: 'connect', from: id, exit, to }];
  });
  return { type: 'several', edits: [{ type: 'changeStep', id, step }, ...connects] };
}
