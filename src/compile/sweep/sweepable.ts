import type { StepId } from '../../journey/journey.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../journey/units.ts';
import type { AssumptionPlace, AssumptionUnit, Design } from '../response/assumption.ts';

/** Where a number stands that can be tried at other values. */
export type SweepPlace =
  /** How long a wait lasts; of one between two lengths, the longer. */
  | { readonly in: 'wait'; readonly step: StepId }
  /** How long a check looks for answers. */
  | { readonly in: 'window'; readonly step: StepId }
  | { readonly in: 'holdout'; readonly step: StepId }
  /** Of one arm; the others share what is left in their proportions. */
  | { readonly in: 'weight'; readonly step: StepId; readonly arm: string }
  /** Over how long contacts come in. */
  | { readonly in: 'spread'; readonly step: StepId }
  | { readonly in: 'agents'; readonly step: StepId }
  | { readonly in: 'entryCap' }
  /** Messages that one contact may get, of the cap with this id. */
  | { readonly in: 'cap'; readonly cap: string }
  | { readonly in: 'budget'; readonly at: number }
  | { readonly in: 'rateLimit'; readonly at: number }
  /** A rate, a cost, a worth. */
  | { readonly in: 'assumption'; readonly of: AssumptionPlace };

/** One number of a design that can be tried at other values. */
export interface Sweepable {
  /** The same for the same place, so that what is kept under it finds it again. */
  readonly id: string;
  readonly place: SweepPlace;
  /** What it is now. */
  readonly value: number;
  /** A percentage counts to 100, a share to 1. */
  readonly unit: AssumptionUnit | 'percent';
  /** Between these it is usually tried. */
  readonly low: number;
  readonly high: number;
  /** What it can be at all. */
  readonly least: number;
  readonly most: number;
  /** There is nothing between two whole numbers. */
  readonly whole: boolean;
  /** The design with this value, whatever else of it was changed before. */
  readonly apply: (value: number, design: Design) => Design;
}

/** A whole number where there are only these, else three figures: what somebody would type. */
export function typedValue({ unit, whole }: Pick<Sweepable, 'unit' | 'whole'>, value: number): number {
  if (unit === 'minutes') return niceMinutes(value);
  return whole ? Math.round(value) : Number(value.toPrecision(3));
}

/** Whole days from four days on, whole hours from four hours on. */
function niceMinutes(value: number): number {
  const unit =
    value >= 4 * MINUTES_PER_DAY ? MINUTES_PER_DAY : value >= 4 * MINUTES_PER_HOUR ? MINUTES_PER_HOUR : 1;
  return Math.round(value / unit) * unit;
}
