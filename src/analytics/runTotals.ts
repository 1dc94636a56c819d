import type { Program } from '../compile/program.ts';
import { AUDIENCE_FIELDS, GROUPS, type AudienceField, type Results } from '../engine/results.ts';
import { scale, wilson, type Estimate } from './intervals.ts';
import { sumInterval, type Summed } from './sumInterval.ts';
import { makeView, MICROS_PER_UNIT, sum, tidyEstimate } from './view.ts';

/** What the contacts of a run came to over all its journeys, and without any. */
export interface RunTotals {
  /** Conversions of every contact, whatever caused them, and their value. */
  readonly conversionsAudience: Estimate;
  readonly revenueAudience: Estimate;
  readonly cost: Estimate;
  readonly sent: Estimate;
  readonly unsubscribed: Estimate;
}

export function runTotals(program: Program, results: Results, scaleTo = results.contacts): RunTotals {
  const view = makeView(program, results, scaleTo);
  const total = (field: AudienceField, unit: number, made: Partial<Summed> = {}): Estimate => {
    const contacts = groupsOf(results, 'contacts');
    const interval = sumInterval({ values: groupsOf(results, field), contacts, ...made });
    return tidyEstimate(scale(interval, view.factor / unit), unit === 1 ? 2 : 6);
  };
  const orders = { events: sum(groupsOf(results, 'conversions')), worth: view.orderMinor };
  const messages = { events: sum(groupsOf(results, 'sent')) };
  const left = sum(groupsOf(results, 'unsubscribed'));
  return {
    conversionsAudience: total('conversions', 1),
    revenueAudience: total('revenueMinor', view.minorPerUnit, { ...orders, dearest: view.dearestMinor }),
    cost: total('costMicros', MICROS_PER_UNIT, { ...messages, dearest: view.callMicros }),
    sent: total('sent', 1),
    unsubscribed: tidyEstimate(
      { ...scale(wilson(left, view.contacts), view.shown), value: left * view.factor },
      2,
    ),
  };
}

function groupsOf(results: Results, field: AudienceField): Float64Array {
  const at = AUDIENCE_FIELDS.indexOf(field) * GROUPS;
  return results.audience.subarray(at, at + GROUPS);
}
