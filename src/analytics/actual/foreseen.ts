import {
  DAY_FIELDS,
  GROUPS,
  SEND_FIELDS,
  SEND_GROUP_FIELDS,
  type DayField,
  type SendField,
  type SendGroupField,
} from '../../engine/results.ts';
import { addGroups, total } from '../dashboard/sums.ts';
import type { RunDetail } from '../detail.ts';
import { jackknife, ofFewEvents } from '../intervals.ts';

/** What tools report of a launch. Revenue in currency units. */
export const ACTUAL_FIELDS = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'conversions',
  'revenue',
  'unsubscribed',
] as const;
export type ActualField = (typeof ACTUAL_FIELDS)[number];

/** What is compared together: some sends, or the whole journey with what comes without a click. */
export type Line =
  { readonly kind: 'sends'; readonly places: readonly number[] } | { readonly kind: 'journey' };

/** A figure of a line day by day over the simulated contacts, and its spread. */
export interface ForeseenDays {
  readonly simulated: readonly number[];
  readonly spread: number;
}

const AS_SEND_FIELD: Readonly<Record<ActualField, SendField>> = {
  sent: 'sent',
  delivered: 'delivered',
  opened: 'opened',
  clicked: 'clicked',
  conversions: 'converted',
  revenue: 'revenueMinor',
  unsubscribed: 'unsubscribed',
};
/** Of what a group is known, told by itself or by what it is a part of. */
const AS_GROUP_FIELD: Readonly<Record<ActualField, SendGroupField>> = {
  sent: 'sent',
  delivered: 'sent',
  opened: 'opened',
  clicked: 'clicked',
  conversions: 'converted',
  revenue: 'revenueMinor',
  unsubscribed: 'converted',
};
const OF_JOURNEY: Partial<Record<ActualField, DayField>> = {
  sent: 'sent',
  opened: 'opened',
  clicked: 'clicked',
  conversions: 'conversions',
  revenue: 'revenueMinor',
};

export function foreseenDays(detail: RunDetail, line: Line, field: ActualField): ForeseenDays {
  const days = Array.from({ length: detail.days }, (_, day) => day);
  const ofDay = line.kind === 'journey' ? OF_JOURNEY[field] : undefined;
  const unit = field === 'revenue' ? detail.minorPerUnit : 1;
  if (ofDay !== undefined) {
    const groups = (of: DayField) => addGroups(days.map((day) => dayGroups(detail, day, of)));
    return {
      simulated: days.map((day) => total(dayGroups(detail, day, ofDay)) / unit),
      spread: spreadOf(detail, { field, groups: groups(ofDay), events: groups('conversions') }),
    };
  }
  const places = line.kind === 'sends' ? line.places : detail.sends.map((_, place) => place);
  const groups = (of: SendGroupField) => addGroups(places.map((place) => sendGroups(detail, place, of)));
  return {
    simulated: days.map((day) => total(places.map((place) => ofSend(detail, { day, place, field }))) / unit),
    spread: spreadOf(detail, { field, groups: groups(AS_GROUP_FIELD[field]), events: groups('converted') }),
  };
}

interface Spread {
  readonly field: ActualField;
  readonly groups: Float64Array;
  /** Orders, by group. */
  readonly events: Float64Array;
}

/** Variance per unit. Events are at least as uneven as if each came by itself, and money as if orders did. */
function spreadOf(detail: RunDetail, { field, groups, events }: Spread): number {
  const isMoney = field === 'revenue';
  const orders = total(events);
  const unit = isMoney ? detail.minorPerUnit : 1;
  const sum = total(groups) / unit;
  const order = detail.orderMinor / detail.minorPerUnit;
  // Twice: values of orders spread about as widely as they are large.
  if (sum === 0) return isMoney ? Math.max(2 * order, 1 / unit) : 1;
  const perContact = jackknife(groups, detail.contacts);
  const { standardError } = isMoney ? ofFewEvents(perContact, orders) : perContact;
  const error = (standardError / unit) * total(detail.contacts);
  return Math.max(isMoney ? Math.max(sum / Math.max(1, orders), order) : 1, (error * error) / sum);
}

function ofSend(
  { daily, sends }: RunDetail,
  { day, place, field }: { readonly day: number; readonly place: number; readonly field: ActualField },
): number {
  const at = (day * sends.length + place) * SEND_FIELDS.length;
  return daily[at + SEND_FIELDS.indexOf(AS_SEND_FIELD[field])]!;
}

function sendGroups({ sendGroups: all }: RunDetail, place: number, field: SendGroupField): Float64Array {
  const at = (place * SEND_GROUP_FIELDS.length + SEND_GROUP_FIELDS.indexOf(field)) * GROUPS;
  return all.subarray(at, at + GROUPS);
}

function dayGroups({ dayGroups: all }: RunDetail, day: number, field: DayField): Float64Array {
  const at = (day * DAY_FIELDS.length + DAY_FIELDS.indexOf(field)) * GROUPS;
  return all.subarray(at, at + GROUPS);
}
