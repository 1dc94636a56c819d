import type { Edit } from './edits.ts';
import type { StepId } from './journey.ts';

/**
 * An expected failure or a doubt, as a value. `code` names it for the message catalogue (`problem.<code>`), `values` fill its
 * words, `words` is the English sentence for the command line: what is wrong, where, what to do.
 */
export interface Problem {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly words: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly step?: StepId;
  /** Where in a file: `steps.welcome.channel` or `line 4, column 12`. */
  readonly path?: string;
  /** One click that mends it. */
  readonly fix?: Edit;
}

export function errorsFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}

export function isError(problem: Problem): boolean {
  return problem.severity === 'error';
}
