import type { Policies } from './policies.ts';

/** What `findProblems` can look at beside the journey; what is left out is not checked. */
export interface Facts {
  /** The audience to be simulated: its columns. An `AudienceSchema` is one. */
  readonly schema?: FactsSchema | undefined;
  readonly policies?: Policies | undefined;
}

export interface FactsSchema {
  readonly columns: readonly FactsColumn[];
}

export interface FactsColumn {
  readonly name: string;
  readonly type: 'number' | 'category' | 'boolean' | 'date';
  /** The most frequent values of a category. */
  readonly values?: readonly string[];
}

/** `values` is cut off at this many, so a value that is not in a list this long may exist all the same. */
export const MOST_VALUES = 200;
