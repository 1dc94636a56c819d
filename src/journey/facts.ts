import type { Channel } from './channels.ts';
import type { Policies } from './policies.ts';

/** What `findProblems` can look at beside the journey; what is left out is not checked. */
export interface Facts {
  /** The audience to be simulated: its columns. An `AudienceSchema` is one. */
  readonly schema?: FactsSchema | undefined;
  readonly policies?: Policies | undefined;
  /** What share of contacts converts, as far as benchmarks know. */
  readonly conversions?: ConversionRates | undefined;
}

export interface FactsSchema {
  readonly columns: readonly FactsColumn[];
  /** How many contacts there are. */
  readonly rows?: number;
  /** Time zones that contacts live in. */
  readonly zones?: readonly string[];
  /** Shares of the contacts that can be sent something; channels that are left out reach everyone. */
  readonly reach?: Readonly<Partial<Record<Channel, Reach>>>;
}

/** `addressed`: have an address. `allowed`: consented as well, so that marketing may go out to them. */
export interface Reach {
  readonly addressed: number;
  readonly allowed: number;
}

export interface FactsColumn {
  readonly name: string;
  readonly type: 'number' | 'category' | 'boolean' | 'date';
  /** The most frequent values of a category. */
  readonly values?: readonly string[];
  /** The first and the last date, minutes since 1970. */
  readonly range?: { readonly first: number; readonly last: number };
}

export interface ConversionRates {
  /** Orders a day of contacts who are sent nothing. */
  readonly organicPerDay: number;
  /** Conversions per message sent. */
  readonly perSend: ReadonlyMap<Channel, { readonly campaign: number; readonly triggered: number }>;
}

/** `values` is cut off at this many, so a value that is not in a list this long may exist all the same. */
export const MOST_VALUES = 200;
