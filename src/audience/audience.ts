import type { Channel } from '../journey/channels.ts';
import type { Role } from './roles.ts';

export type { Role } from './roles.ts';

export type ColumnType = 'number' | 'category' | 'boolean' | 'date';

/** Category code of a missing value. */
export const MISSING_CODE = 0xffffffff;

/** One column of contacts, `rows` long. The audience owns the buffers; nobody writes to them after import. */
export type Column =
  /** NaN: missing. */
  | { readonly type: 'number'; readonly values: Float64Array }
  /** Text of any kind, dictionary-coded in order of first appearance. */
  | { readonly type: 'category'; readonly codes: Uint32Array; readonly dictionary: readonly string[] }
  /** 0 no, 1 yes, 2 missing. */
  | { readonly type: 'boolean'; readonly values: Uint8Array }
  /**
   * Minutes since 1970-01-01T00:00, NaN: missing. `day`: a calendar date, midnight on whatever clock the contact lives by.
   * `minute`: an instant, UTC.
   */
  | { readonly type: 'date'; readonly precision: 'day' | 'minute'; readonly values: Float64Array };

export interface AudienceColumn {
  readonly name: string;
  readonly data: Column;
}

/** Column name → role. A role is given to one column at most. */
export type Roles = Readonly<Record<string, Role>>;

/** Contacts as columns. */
export interface Audience {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly AudienceColumn[];
  readonly roles: Roles;
}

/** Where a worker gets contacts from: made by code, or columns that were imported. */
export type AudienceSource =
  | { readonly kind: 'synthetic'; readonly rows: number; readonly seed: number }
  | { readonly kind: 'columns'; readonly audience: Audience };

/** All that compile needs to know of an audience: no contact is in it. */
export interface AudienceSchema {
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly type: ColumnType;
    readonly precision?: 'day' | 'minute';
    /** The most frequent values of a category, at most 200, for forms and lint. */
    readonly values?: readonly string[];
    /** How many different values of a category occur. */
    readonly distinct?: number;
    /** The first and the last of a date column, minutes since 1970; absent when all are missing. */
    readonly range?: { readonly first: number; readonly last: number };
  }[];
  readonly roles: Roles;
  /** Distinct valid IANA zones of the zone column, sorted; empty without one. */
  readonly zones: readonly string[];
  /** Shares of the contacts, from 0 to 1, per channel that a column speaks about: who has an address, and who may be written to as well. */
  readonly reach?: Readonly<
    Partial<Record<Channel, { readonly addressed: number; readonly allowed: number }>>
  >;
}
