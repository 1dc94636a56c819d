import type { Program } from '../compile/program.ts';
import {
  GROUPS,
  GROUP_FIELDS,
  type GroupField,
  type JourneyResults,
  type Results,
} from '../engine/results.ts';
import type { Estimate } from './intervals.ts';

/** How counts of a run are shown: for how many contacts, in which money. */
export interface View {
  /** Contacts simulated. */
  readonly contacts: number;
  /** Contacts shown. */
  readonly shown: number;
  /** Shown contacts per simulated one. */
  readonly factor: number;
  /** Minor units in one unit of the currency. */
  readonly minorPerUnit: number;
  /** What an order is worth on average, minor units. */
  readonly orderMinor: number;
  /** What a hand-off costs and a won deal is worth, on average the dearest; 0 where nobody came to a hand-off. */
  readonly callMicros: number;
  readonly dealMinor: number;
  /** What the dearest of what counts is worth on average, where deals count; else 0. */
  readonly dearestMinor: number;
  /** Part of revenue that is left after the cost of goods. */
  readonly margin: number;
  /** Currency units, whoever is messaged. */
  readonly fixedCost: number;
}

export type Ledger = Pick<View, 'margin' | 'fixedCost'>;

const NO_LEDGER: Ledger = { margin: 1, fixedCost: 0 };

export const MICROS_PER_UNIT = 1_000_000;

export function makeView(
  program: Program,
  results: Results,
  shown: number,
  ledger: Ledger = NO_LEDGER,
): View {
  let minorPerUnit = 1;
  for (let digit = 0; digit < program.minorDigits; digit++) minorPerUnit *= 10;
  const factor = results.contacts === 0 ? 1 : shown / results.contacts;
  return {
    contacts: results.contacts,
    shown,
    factor,
    minorPerUnit,
    orderMinor: orderMinorOf(program),
    ...dearestOf(program, results),
    ...ledger,
  };
}

/** Where the goal says what it is worth, that. */
function orderMinorOf({ journeys, response }: Program): number {
  const value = journeys[0]?.goals[0]?.value;
  return value?.kind === 'fixed' ? value.minor : response.orderMeanMinor;
}

function dearestOf(
  { journeys }: Program,
  results: Results,
): Pick<View, 'callMicros' | 'dealMinor' | 'dearestMinor'> {
  let [callMicros, dealMinor, dearestMinor] = [0, 0, 0];
  journeys.forEach(({ steps, goals }, place) => {
    const [goal] = goals;
    const countsDeals = goal?.on.kind === 'conversion' && goal.value.kind === 'event';
    steps.forEach(({ op }, step) => {
      if (op.op !== 'handoff' || !(results.journeys[place]!.entered[step]! > 0)) return;
      callMicros = Math.max(callMicros, op.costMicros);
      dealMinor = Math.max(dealMinor, op.valueMeanMinor);
      if (countsDeals) dearestMinor = Math.max(dearestMinor, op.valueMeanMinor);
    });
  });
  return { callMicros, dealMinor, dearestMinor };
}

/** A count as shown: whole people. */
export function people(view: View, count: number): number {
  return view.factor === 1 ? count : Math.round(count * view.factor);
}

/** One number per group of contacts. */
export function groupsOf(counted: JourneyResults, field: GroupField): Float64Array {
  const at = GROUP_FIELDS.indexOf(field) * GROUPS;
  return counted.groups.subarray(at, at + GROUPS);
}

/** Exact: the parts are whole numbers. */
export function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Rounded to decimals: what lies behind them is noise of the arithmetic. */
export function tidy(value: number, decimals: 2 | 4 | 6): number {
  const unit = decimals === 2 ? 100 : decimals === 4 ? 10_000 : 1_000_000;
  return Math.round(value * unit) / unit;
}

export function tidyEstimate({ value, low, high }: Estimate, decimals: 2 | 6): Estimate {
  return { value: tidy(value, decimals), low: tidy(low, decimals), high: tidy(high, decimals) };
}
