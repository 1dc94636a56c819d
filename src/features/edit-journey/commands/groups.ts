import type { GroupId } from '../../../journey/annotations.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';

/** The group that the step is in. */
export function groupOf({ groups }: Journey, id: StepId): GroupId | undefined {
  return Object.entries(groups ?? {}).find(([, { steps }]) => steps.includes(id))?.[0];
}

/** Groups of which every step is among these. */
export function groupsWhole({ groups }: Journey, ids: readonly StepId[]): readonly GroupId[] {
  const chosen = new Set(ids);
  return Object.entries(groups ?? {}).flatMap(([id, { steps }]) =>
    steps.every((member) => chosen.has(member)) ? [id] : [],
  );
}
