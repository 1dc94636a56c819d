import type { ProgramJourney } from '../compile/program.ts';
import type { Block } from './block.ts';

/** A link to a step that reaches goals says that it leads nowhere: columns leave it to `#settle`. */
export function setUpLinks({ memory, journey: { steps }, arrivalGoals }: Block): void {
  memory.first.fill(-1);
  let exit = 0;
  for (const { targets } of steps) {
    for (const target of targets) {
      memory.target[exit] = (arrivalGoals[target]?.length ?? 0) > 0 ? -1 : target;
      memory.targetCounter[exit] = steps[target]?.counter ?? -1;
      memory.targetPasses[exit] = steps[target]?.maxPasses ?? 0;
      memory.moves[exit++] = 0;
    }
  }
}

/** The steps that can be reached, each after those that lead to it but for links that go back. */
export function sequence({ steps, entryStep }: ProgramJourney): number[] {
  const seen = new Uint8Array(steps.length);
  const done: number[] = [];
  // Depth first without recursion: a journey may be a thousand steps long.
  const path: { readonly step: number; exit: number }[] = [{ step: entryStep, exit: 0 }];
  seen[entryStep] = 1;
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const { targets } = steps[top.step]!;
    if (top.exit === targets.length) {
      done.push(top.step);
      path.pop();
      continue;
    }
    const target = targets[top.exit++]!;
    if (target < 0 || seen[target] === 1) continue;
    seen[target] = 1;
    path.push({ step: target, exit: 0 });
  }
  return done.reverse();
}
