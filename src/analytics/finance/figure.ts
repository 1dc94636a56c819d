import type { Figured } from './known.ts';

export type FigureName =
  | 'roas'
  | 'roi'
  | 'mer'
  | 'cacBlended'
  | 'cacAttributed'
  | 'iroas'
  | 'incrementalRoi'
  | 'incrementalProfit'
  | 'costPerExtra'
  | 'lifetimeValue'
  | 'ltvToCac'
  | 'payback'
  | 'presentValue';

/** `price`: money of one thing, with its small change. `times`: how often; `share`: of one. */
export type Unit = 'money' | 'price' | 'times' | 'share' | 'months' | 'count';

export const VARIABLE_NAMES = [
  'revenue',
  'cost',
  'margin',
  'conversions',
  'retention',
  'discount',
  'lifetimeValue',
  'customerCost',
  'months',
] as const;
export type VariableName = (typeof VARIABLE_NAMES)[number];

export interface Variable {
  readonly value: number;
  readonly unit: Unit;
}

/** A figure with what it was worked out from. Its formula in words goes by its name, and takes the variables by theirs. */
export interface Figure {
  readonly name: FigureName;
  readonly unit: Unit;
  readonly value: Figured;
  readonly variables: Readonly<Partial<Record<VariableName, Variable>>>;
}

export function variable(value: number, unit: Unit): Variable {
  return { value, unit };
}
