import { isId, stepId, type StepId } from '../../journey/ids.ts';

const LONGEST = 64;

/** A new id for another copy of a step: `welcome-2`, `welcome-3`. Enters it among those taken. */
export function copyId(id: StepId, taken: Set<string>): StepId {
  for (let n = 2; ; n += 1) {
    const ending = `-${n}`;
    const copy = `${id.slice(0, LONGEST - ending.length)}${ending}`;
    if (taken.has(copy) || !isId(copy)) continue;
    taken.add(copy);
    return stepId(copy);
  }
}
