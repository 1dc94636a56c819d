import type { Program } from '../compile/program.ts';
import { GROUPS, GROUP_FIELDS, type GroupField, type Results } from '../engine/results.ts';
import { differenceOf, scale, wilson, type Estimate } from './intervals.ts';
import { sumInterval, type Summed } from './sumInterval.ts';
import { makeView, MICROS_PER_UNIT, sum, type Ledger, type View } from './view.ts';

/** What contacts of one kind come to. */
export interface SegmentFigures {
  /** As shown. */
  readonly contacts: number;
  /** Parts of its contacts. */
  readonly rates: Readonly<Record<SegmentRate, Estimate>>;
  /** For each of its contacts; money in currency units. */
  readonly perContact: Readonly<Record<SegmentAmount, Estimate>>;
}

const SEGMENT_RATES = ['entered', 'messaged', 'opened', 'clicked', 'converters', 'unsubscribed'] as const;
export type SegmentRate = (typeof SEGMENT_RATES)[number];
const SEGMENT_AMOUNTS = ['sent', 'conversions', 'revenue', 'cost', 'profit'] as const;
export type SegmentAmount = (typeof SEGMENT_AMOUNTS)[number];

export interface SegmentsRequest {
  /** With segments asked for. */
  readonly program: Program;
  readonly results: Results;
  readonly scaleTo?: number;
  readonly grossMargin?: number | undefined;
}

/** The figures of each segment of a run, in the order in which they were asked for. */
export function segmentFigures({
  program,
  results,
  scaleTo = results.contacts,
  grossMargin = 1,
}: SegmentsRequest): readonly SegmentFigures[] {
  const [counted] = results.journeys;
  if (!counted) throw new RangeError('segments are those of a journey');
  const ledger: Ledger = { margin: grossMargin, fixedCost: 0 };
  const view = makeView(program, results, scaleTo, ledger);
  return program.outputs.segments.map((_, segment) => {
    const groups = (field: GroupField) => {
      const at = (segment * GROUP_FIELDS.length + GROUP_FIELDS.indexOf(field)) * GROUPS;
      return counted.segments.subarray(at, at + GROUPS);
    };
    return figuresOf(view, groups);
  });
}

function figuresOf(view: View, groups: (field: GroupField) => Float64Array): SegmentFigures {
  const contacts = sum(groups('contacts'));
  const rates = SEGMENT_RATES.map((field) => [field, wilson(sum(groups(field)), contacts)] as const);
  const amount = (field: GroupField, unit = 1, made: Partial<Summed> = {}) =>
    contacts === 0
      ? { value: 0, low: 0, high: 0 }
      : scale(
          sumInterval({ values: groups(field), contacts: groups('contacts'), ...made }),
          1 / (contacts * unit),
        );
  const revenue = amount('revenueMinor', view.minorPerUnit, {
    events: sum(groups('conversions')),
    worth: view.orderMinor,
    dearest: view.dearestMinor,
  });
  const cost = amount('costMicros', MICROS_PER_UNIT, {
    events: sum(groups('sent')),
    dearest: view.callMicros,
  });
  return {
    contacts: contacts * view.factor,
    rates: Object.fromEntries(rates) as Record<SegmentRate, Estimate>,
    perContact: {
      sent: amount('sent'),
      conversions: amount('conversions'),
      revenue,
      cost,
      profit: differenceOf(scale(revenue, view.margin), cost),
    },
  };
}
