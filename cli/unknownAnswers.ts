import { fewOfEach } from '../src/exchange/fewOfEach.ts';
import type { Problem } from '../src/journey/problem.ts';
import { mostSimilar } from '../src/journey/problems/similar.ts';

/** Answers by names that the export did not ask for: mistyped, or of another journey. Each with the blank that was most likely meant. */
export function unknownAnswers(
  answers: Readonly<Record<string, string>>,
  blanks: readonly string[],
): readonly Problem[] {
  const known = new Set(blanks);
  const open = blanks.filter((blank) => !Object.hasOwn(answers, blank));
  const unknown = Object.keys(answers).filter((name) => !known.has(name));
  return fewOfEach(
    unknown.map((name) => {
      const meant = mostSimilar(name, open);
      const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
      const words = `“${name}” is no blank of this export, so its answer was not used.${hint}`;
      return { code: 'answer-unknown', severity: 'warning', words, values: { name } };
    }),
  );
}
