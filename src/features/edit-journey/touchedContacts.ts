import type { Report, StepReport } from '../../analytics/report.ts';
import type { Problem } from '../../journey/problem.ts';

/** How many contacts of how many a problem is about, as a report counted them. */
export interface Touched {
  readonly people: number;
  readonly of: number;
  /** How often the report counted it; in a loop, more often than there are contacts. */
  readonly times: number;
  /** Who they are: all that come to the step, those that leave it by one exit, or everyone who enters. */
  readonly by: 'step' | 'exit' | 'entry';
}

/**
 * Contacts that meet a problem: those who leave by the exit in question, else those who come to its step, else, when it is
 * about the whole journey, all who enter. Undefined when the report does not know: a step that is new to it.
 */
export function touchedContacts(problem: Problem, report: Report | undefined): Touched | undefined {
  if (!report) return undefined;
  const of = report.scaledTo ?? report.contacts;
  const touched = (times: number, by: Touched['by']): Touched => {
    return { people: Math.min(times, of), of, times, by };
  };
  if (problem.step === undefined) {
    const entry = report.steps.find(({ kind }) => kind === 'entry');
    return entry && touched(entry.entered, 'entry');
  }
  const counted = report.steps.find(({ id }) => id === problem.step);
  if (!counted) return undefined;
  const exit = problem.values['exit'];
  return exit === undefined
    ? touched(counted.entered, 'step')
    : touched(leavingBy(counted, String(exit)), 'exit');
}

function leavingBy({ exits }: StepReport, exit: string): number {
  return Object.hasOwn(exits, exit) ? (exits[exit] ?? 0) : 0;
}

/** A problem and whom it touches. */
export interface Weighed {
  readonly problem: Problem;
  readonly touched: Touched | undefined;
}

/** Errors first; within a severity the one that touches most contacts, and at the end those of which nothing is known. */
export function byTouched(problems: readonly Problem[], report: Report | undefined): readonly Weighed[] {
  const weightOf = ({ touched }: Weighed) => touched?.people ?? -1;
  return problems
    .map((problem) => ({ problem, touched: touchedContacts(problem, report) }))
    .toSorted(
      (a, b) =>
        Number(b.problem.severity === 'error') - Number(a.problem.severity === 'error') ||
        weightOf(b) - weightOf(a),
    );
}
