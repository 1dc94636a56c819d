import type { StepId } from '../journey.ts';

type Neighbours = ReadonlyMap<StepId, readonly StepId[]>;

/** Step → steps that lead to it, from step → steps that it leads to. */
export function predecessorsOf(successors: Neighbours): Neighbours {
  const before = new Map<StepId, StepId[]>([...successors.keys()].map((id) => [id, []]));
  for (const [from, targets] of successors) for (const to of targets) before.get(to)?.push(from);
  return before;
}
