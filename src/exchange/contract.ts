import type { NewJourney } from '../journey/createJourney.ts';
import type { FactsSchema } from '../journey/facts.ts';
import type { Journey, StepId } from '../journey/journey.ts';
import type { ExchangeFile, Exported, ExportOptions } from '../journey/portability.ts';
import type { Problem } from '../journey/problem.ts';
import type { StepKind } from '../journey/steps/index.ts';

export interface ImportOptions extends Partial<NewJourney> {
  /** The audience's columns: a comparison with a column that is not there becomes a question for a tag, with a warning. */
  readonly schema?: FactsSchema | undefined;
  /**
   * The journey that the file was made from. What no platform keeps (rates, costs, what a hand-off is worth, dates of the simulation) is
   * taken from it again, step by step.
   */
  readonly base?: Journey | undefined;
  /** What the steps of a drawing are, where the person knows better than the guess; formats that say it themselves do not ask. */
  readonly kinds?: Readonly<Record<StepId, StepKind>> | undefined;
}

export type Imported =
  | {
      readonly ok: true;
      /** Without errors: it can be simulated as it comes. What it cannot say itself is in its `origin`. */
      readonly journey: Journey;
      /** What could not be read, or was read as something else, each with its place in the file. */
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** One format in and out. Neither way throws, whatever comes; both are asynchronous because some readers are. */
export interface Converter {
  readonly export: (journey: Journey, options?: ExportOptions) => Promise<Exported>;
  readonly import: (files: readonly ExchangeFile[], options?: ImportOptions) => Promise<Imported>;
}
