import type { Playback } from '../playback.ts';
import type { ContactOdds } from './sendOdds.ts';

/** Who is looked at closely. */
export type Who =
  /** A contact of the audience, by number from 0. */
  | { readonly kind: 'contact'; readonly number: number }
  /** Somebody made up, by column; with the luck of each of the numbers `from` (included) to `to` (excluded). */
  | {
      readonly kind: 'madeUp';
      readonly form: Readonly<Record<string, string>>;
      readonly from: number;
      readonly to: number;
    };

/** Stories of single contacts with the odds of what was drawn. */
export interface CloseUp {
  readonly playback: Playback;
  /** Of the contact asked for; of somebody made up, one with each luck. */
  readonly contacts: readonly CloseContact[];
}

export interface CloseContact {
  /** Place in the playback. */
  readonly place: number;
  readonly number: number;
  readonly odds: ContactOdds;
}
