import type { StepId } from '../journey/ids.ts';
import type { Problem } from '../journey/problem.ts';

/** What an importer warns of. */
export interface Doubt {
  readonly code: string;
  /** An English sentence: what could not be read, and what stands there instead. */
  readonly words: string;
  readonly values?: Problem['values'];
  /** Where in the file: `definition.nodes.3.variant`, or `line 4, column 12`. */
  readonly path?: string;
  readonly step?: StepId;
}
