import type { ComparedField } from '../../../analytics/actual/compareActual.ts';
import type { NamedLine } from './matchActual.ts';

/** A line of what happened, and how each of its figures compares with the forecast. */
export interface NamedComparison {
  readonly named: NamedLine;
  readonly fields: readonly ComparedField[];
}
