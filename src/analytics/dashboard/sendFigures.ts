import {
  GROUPS,
  SEND_FIELDS,
  SEND_GROUP_FIELDS,
  type SendField,
  type SendGroupField,
} from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import {
  jackknife,
  MOST_UNSEEN,
  ofFewEvents,
  positiveInterval,
  scale,
  wilson,
  type Estimate,
} from '../intervals.ts';
import { MICROS_PER_UNIT } from '../view.ts';
import { addGroups, sumEstimate, total } from './sums.ts';

/** What became of some sends, taken together: those of a channel, of a step, of a rung. Money in currency units. */
export interface SendFigures {
  readonly sent: Estimate;
  readonly delivered: number;
  readonly opened: Estimate;
  /** By people, not machines. */
  readonly openedTrue: number;
  readonly clicked: Estimate;
  readonly replied: Estimate;
  /** Conversions that followed a click. */
  readonly converted: Estimate;
  readonly unsubscribed: number;
  readonly bounced: number;
  readonly complained: number;
  /** Each message costs what it costs; how many go out is as uncertain as the sends. */
  readonly cost: Estimate;
  /** Of conversions that followed a click. */
  readonly revenue: Estimate;
  readonly rates: SendRates;
  /** Margin of that revenue less cost, per cost; undefined where it costs nothing. */
  readonly roi: Estimate | undefined;
}

export interface SendRates {
  readonly delivered: Estimate;
  readonly opened: Estimate;
  readonly clicked: Estimate;
  readonly converted: Estimate;
  readonly unsubscribed: Estimate;
  readonly complained: Estimate;
}

/** `places`: of the sends, in the detail's list. `grossMargin`: what is left of revenue, a part of one. */
export function sendFigures(detail: RunDetail, places: readonly number[], grossMargin = 1): SendFigures {
  const { factor } = detail;
  const raw = (field: SendField) => total(places.map((place) => countOf(detail, place, field)));
  const shown = (field: SendField) => raw(field) * factor;
  const groups = (field: SendGroupField) =>
    addGroups(places.map((place) => sendGroupsOf(detail, place, field)));
  const rate = (part: SendField, whole: SendField) => wilson(raw(part), raw(whole));
  return {
    sent: sumEstimate(detail, groups('sent')),
    delivered: shown('delivered'),
    opened: sumEstimate(detail, groups('opened')),
    openedTrue: shown('openedTrue'),
    clicked: sumEstimate(detail, groups('clicked')),
    // Replies are not kept by group of contacts: they are taken for a yes or a no of each delivery.
    replied: scale(rate('replied', 'delivered'), shown('delivered')),
    converted: sumEstimate(detail, groups('converted')),
    unsubscribed: shown('unsubscribed'),
    bounced: shown('bounced'),
    complained: shown('complained'),
    cost: costOf(detail, places),
    revenue: sumEstimate(detail, groups('revenueMinor'), 'minor', {
      events: groups('converted'),
      worth: detail.orderMinor,
    }),
    rates: {
      delivered: rate('delivered', 'sent'),
      opened: rate('opened', 'delivered'),
      clicked: rate('clicked', 'delivered'),
      converted: rate('converted', 'clicked'),
      unsubscribed: rate('unsubscribed', 'delivered'),
      complained: rate('complained', 'delivered'),
    },
    roi: roiOf(detail, places, grossMargin),
  };
}

/** As uncertain as the sends that it is made of; what is not paid for is surely nothing. */
function costOf(detail: RunDetail, places: readonly number[]): Estimate {
  const cost = addGroups(places.map((place) => costGroups(detail, place)));
  if (total(cost) === 0) return { value: 0, low: 0, high: 0 };
  // In messages of the mean price: of one price, the interval is that of the sends.
  const sent = total(addGroups(places.map((place) => sendGroupsOf(detail, place, 'sent'))));
  const each = total(cost) / sent;
  return scale(
    sumEstimate(
      detail,
      cost.map((spent) => spent / each),
    ),
    each,
  );
}

/** A ratio of two sums over contacts, so its spread is that of both. */
function roiOf(detail: RunDetail, places: readonly number[], grossMargin: number): Estimate | undefined {
  const cost = addGroups(places.map((place) => costGroups(detail, place)));
  if (total(cost) === 0) return undefined;
  const minor = addGroups(places.map((place) => sendGroupsOf(detail, place, 'revenueMinor')));
  const orders = total(addGroups(places.map((place) => sendGroupsOf(detail, place, 'converted'))));
  if (orders === 0) {
    const most = (MOST_UNSEEN * detail.orderMinor * grossMargin) / detail.minorPerUnit / total(cost);
    return { value: -1, low: -1, high: most - 1 };
  }
  const perCost = ofFewEvents(jackknife(minor, cost), orders);
  const { value, low, high } = scale(positiveInterval(perCost), grossMargin / detail.minorPerUnit);
  return { value: value - 1, low: low - 1, high: high - 1 };
}

/** Every message of a send costs the same. */
export function costGroups(detail: RunDetail, place: number): Float64Array {
  const sent = countOf(detail, place, 'sent');
  const each = sent === 0 ? 0 : countOf(detail, place, 'costMicros') / sent / MICROS_PER_UNIT;
  return sendGroupsOf(detail, place, 'sent').map((count) => count * each);
}

/** Of the whole run. */
function countOf({ daily, days, sends }: RunDetail, place: number, field: SendField): number {
  const at = SEND_FIELDS.indexOf(field);
  let sum = 0;
  for (let day = 0; day < days; day++) sum += daily[(day * sends.length + place) * SEND_FIELDS.length + at]!;
  return sum;
}

export function sendGroupsOf(
  { sendGroups }: Pick<RunDetail, 'sendGroups'>,
  place: number,
  field: SendGroupField,
): Float64Array {
  const at = (place * SEND_GROUP_FIELDS.length + SEND_GROUP_FIELDS.indexOf(field)) * GROUPS;
  return sendGroups.subarray(at, at + GROUPS);
}
