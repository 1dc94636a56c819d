/** Any JSON object, as it is written. */
export type Json = Readonly<Record<string, unknown>>;

/** One condition of a filter; which fields it has hangs on `type`. */
export interface Condition extends Json {
  readonly type: string;
}

/** Groups that must all hold, of conditions of which one must. */
export interface Filter {
  readonly condition_groups: readonly { readonly conditions: readonly Condition[] }[];
}

export const EVERY_DAY = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
