import type { Facts } from '../../src/journey/facts.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { findProblems } from '../../src/journey/problems.ts';

/** Errors as they are, warnings with a question mark, each `code@step`. */
export const problemCodes = (journey: Journey, given: Facts = {}): readonly string[] =>
  findProblems(journey, given).map(
    ({ code, severity, step: at }) =>
      `${code}${at === undefined ? '' : `@${at}`}${severity === 'warning' ? '?' : ''}`,
  );
