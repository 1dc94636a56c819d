import { GROUP_FIELDS, type GroupField } from './results.ts';

/** One contact's figures, by field of `GROUP_FIELDS`. */
export type Figures = Float64Array;

/** Place of each field in `Figures`. */
export const FIGURE = Object.fromEntries(GROUP_FIELDS.map((name, at) => [name, at])) as Readonly<
  Record<GroupField, number>
>;
