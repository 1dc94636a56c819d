import type { Problem } from '../journey/problem.ts';

/** Of each code; who has read twenty of a kind knows the rest. */
const MOST_ALIKE = 20;

/** The first problems of each code, in their order; the others of that code are one line, with their number as `count`, after its last. */
export function fewOfEach(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, number>();
  for (const { code } of problems) seen.set(code, (seen.get(code) ?? 0) + 1);
  const told = new Map<string, number>();
  return problems.flatMap((problem) => {
    const { code, severity } = problem;
    const now = (told.get(code) ?? 0) + 1;
    told.set(code, now);
    const count = (seen.get(code) ?? 0) - MOST_ALIKE;
    // One line that is left says more than a line about it.
    if (now <= MOST_ALIKE || count === 1) return [problem];
    return now === MOST_ALIKE + 1
      ? [{ code, severity, words: `… and ${count} more like this.`, values: { count } }]
      : [];
  });
}
