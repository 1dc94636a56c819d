import { GROUPS, SEND_GROUP_FIELDS, type SendGroupField } from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import type { MessageReport, Report, ReportGroups } from '../report.ts';
import type { Ledger } from './ledger.ts';

/** What counts as a conversion, and what one is worth, when a run is set beside one without the journey. */
export type Measure =
  /** Every order of every contact at its own value. */
  | { readonly kind: 'orders' }
  /** Every order, at one value. */
  | { readonly kind: 'ordersAt'; readonly amount: number }
  /** What reaches the journey's goal: it is no order, so only the journey counts it. */
  | { readonly kind: 'goal' };

export interface Terms {
  readonly margin: number;
  readonly measure: Measure;
}

/** Conversions whatever caused them, revenue and cost. */
export function ledgerOf(report: Report, { margin, measure }: Terms): Ledger {
  const { groups } = report;
  return {
    groups: {
      contacts: Float64Array.from(groups.contacts),
      cost: Float64Array.from(groups.cost),
      ...measured(groups, measure),
    },
    factor: factorOf(report),
    fixedCost: report.fixedCost ?? 0,
    margin,
  };
}

function measured(groups: ReportGroups, measure: Measure): Pick<Ledger['groups'], 'conversions' | 'revenue'> {
  const orders = Float64Array.from(groups.conversionsAudience);
  switch (measure.kind) {
    case 'orders':
      return { conversions: orders, revenue: Float64Array.from(groups.revenueAudience) };
    case 'ordersAt':
      return { conversions: orders, revenue: orders.map((count) => count * measure.amount) };
    case 'goal':
      return {
        conversions: Float64Array.from(groups.conversions),
        revenue: Float64Array.from(groups.revenue),
      };
  }
}

/** Only what followed a click on one of these sends (places in `detail.sends`; all without), and what these sends cost. */
export function clickLedger(
  { report, detail }: { readonly report: Report; readonly detail: RunDetail },
  margin: number,
  sends: readonly number[] = detail.sends.map((_, place) => place),
): Ledger {
  const sums = (field: SendGroupField, weight: (place: number) => number): Float64Array =>
    new Float64Array(GROUPS).map((_, group) =>
      sends.reduce((sum, place) => sum + weight(place) * detail.sendGroups[at(place, field, group)]!, 0),
    );
  return {
    groups: {
      contacts: detail.contacts,
      conversions: sums('converted', () => 1),
      revenue: sums('revenueMinor', () => 1 / detail.minorPerUnit),
      cost: sums('sent', (place) => costOfSend(report.messages[place])),
    },
    factor: factorOf(report),
    fixedCost: 0,
    margin,
  };
}

function at(place: number, field: SendGroupField, group: number): number {
  return (place * SEND_GROUP_FIELDS.length + SEND_GROUP_FIELDS.indexOf(field)) * GROUPS + group;
}

/** A message's sends all cost the same. */
function costOfSend(message: MessageReport | undefined): number {
  return message && message.sent > 0 ? message.cost / message.sent : 0;
}

function factorOf({ scaledTo, contacts }: Report): number {
  return scaledTo === undefined || contacts === 0 ? 1 : scaledTo / contacts;
}
