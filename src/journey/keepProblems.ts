import type { Problem } from './problem.ts';
import { sameJson } from './sameJson.ts';

/**
 * The problems found now, each the same object as before where it says the same, and the same list where all do: whoever shows them
 * need not look into them to know what changed.
 */
export function keepProblems(before: readonly Problem[], now: readonly Problem[]): readonly Problem[] {
  const known = new Map<string, Problem[]>();
  for (const problem of before) {
    const alike = known.get(keyOf(problem));
    if (alike) alike.push(problem);
    else known.set(keyOf(problem), [problem]);
  }
  const kept = now.map(
    (problem) => known.get(keyOf(problem))?.find((old) => sameJson(old, problem)) ?? problem,
  );
  return kept.length === before.length && kept.every((problem, at) => problem === before[at]) ? before : kept;
}

function keyOf({ code, step, path }: Problem): string {
  return `${code} ${step ?? ''} ${path ?? ''}`;
}
