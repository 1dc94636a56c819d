import { DAY_FIELDS, GROUPS, type DayField } from '../../engine/results.ts';
import type { RunDetail } from '../detail.ts';
import type { Estimate } from '../intervals.ts';
import { sumEstimate, type Unit } from './sums.ts';

/** A figure day by day, and added up from the first day on. */
export interface DaySeries {
  readonly daily: readonly Estimate[];
  readonly cumulative: readonly Estimate[];
}

interface Money {
  readonly unit: Unit;
  /** What comes together in it. */
  readonly of: DayField;
}

const MONEY: Partial<Record<DayField, Money>> = {
  revenueMinor: { unit: 'minor', of: 'conversions' },
  costMicros: { unit: 'micros', of: 'sent' },
};

export function daySeries(detail: RunDetail, field: DayField): DaySeries {
  const daily: Estimate[] = [];
  const cumulative: Estimate[] = [];
  const soFar = new Stretch(detail, field);
  for (let day = 0; day < detail.days; day++) {
    const one = new Stretch(detail, field);
    one.add(day);
    soFar.add(day);
    daily.push(one.estimate);
    cumulative.push(soFar.estimate);
  }
  return { daily, cumulative };
}

/** The figure of a stretch of days, both ends in it. */
export function stretchOf(
  detail: RunDetail,
  field: DayField,
  { from, to }: { readonly from: number; readonly to: number },
): Estimate {
  const stretch = new Stretch(detail, field);
  for (let day = from; day <= to; day++) stretch.add(day);
  return stretch.estimate;
}

/** Days added up, by group of contacts. */
class Stretch {
  readonly #detail: RunDetail;
  readonly #field: DayField;
  readonly #money: Money | undefined;
  readonly #sum = new Float64Array(GROUPS);
  readonly #events = new Float64Array(GROUPS);

  constructor(detail: RunDetail, field: DayField) {
    this.#detail = detail;
    this.#field = field;
    this.#money = MONEY[field];
  }

  add(day: number): void {
    addTo(this.#sum, ofDay(this.#detail, day, this.#field));
    if (this.#money) addTo(this.#events, ofDay(this.#detail, day, this.#money.of));
  }

  get estimate(): Estimate {
    if (!this.#money) return sumEstimate(this.#detail, this.#sum);
    const { orderMinor, dearestMinor, callMicros } = this.#detail;
    const made =
      this.#money.unit === 'minor' ? { worth: orderMinor, dearest: dearestMinor } : { dearest: callMicros };
    return sumEstimate(this.#detail, this.#sum, this.#money.unit, { events: this.#events, ...made });
  }
}

function addTo(sum: Float64Array, groups: Float64Array): void {
  for (let group = 0; group < GROUPS; group++) sum[group]! += groups[group]!;
}

function ofDay({ dayGroups }: RunDetail, day: number, field: DayField): Float64Array {
  const at = (day * DAY_FIELDS.length + DAY_FIELDS.indexOf(field)) * GROUPS;
  return dayGroups.subarray(at, at + GROUPS);
}

/** Days of the buckets, as `2026-11-22`. */
export function datesOf({ firstDay, days, daysPerBucket }: RunDetail): readonly string[] {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  return Array.from({ length: days }, (_, at) =>
    new Date(first + at * daysPerBucket * MILLISECONDS_PER_DAY).toISOString().slice(0, 10),
  );
}

const MILLISECONDS_PER_DAY = 86_400_000;

/** How many buckets there is anything to see in: nothing happens after them. At least one. */
export function lastDay(detail: RunDetail): number {
  const width = DAY_FIELDS.length * GROUPS;
  for (let day = detail.days - 1; day > 0; day--)
    if (detail.dayGroups.subarray(day * width, (day + 1) * width).some((count) => count > 0)) return day + 1;
  return 1;
}
