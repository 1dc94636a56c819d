import type { AccountColumns, HandoffColumns } from '../engine/results.ts';
import type { Flows } from './flows.ts';
import type { TouchPaths } from './touchPaths.ts';

/**
 * What a run is kept of beside its report: when, to whom, after what. Counts are those of the simulated contacts; times `factor` they stand
 * for the contacts that are shown. Revenue in minor units, costs in micros. Plain data that can be posted and stored.
 */
export interface RunDetail {
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
  /** First day on the journey's clock, as `2026-11-22`. */
  readonly firstDay: string;
  /** Buckets of `daysPerBucket` days; one, but for very long journeys. */
  readonly days: number;
  readonly daysPerBucket: number;
  readonly sends: readonly DetailSend[];
  readonly channels: readonly string[];
  /** Why messages are not sent, as in `MessageReport.unsent`. */
  readonly reasons: readonly string[];
  /** Contacts of each group. */
  readonly contacts: Float64Array;
  /** `(day * sends + send) * SEND_FIELDS.length + field`. */
  readonly daily: Float64Array;
  /** `(day * DAY_FIELDS.length + field) * GROUPS + group`. */
  readonly dayGroups: Float64Array;
  /** `(day * sends + send) * reasons + reason`. */
  readonly dayUnsent: Float64Array;
  /** `(send * reasons + reason) * GROUPS + group`. */
  readonly unsentGroups: Float64Array;
  /** `(channel * 7 + weekday) * 24 + hour`: messages sent, by the contact's clock; Monday 0. */
  readonly hours: Float64Array;
  /** `channel * GROUPS + group`: contacts to whom something was sent on the channel. */
  readonly reached: Float64Array;
  /** Contacts who got 0, 1, 2 … messages; the last place: that many or more. */
  readonly messages: Float64Array;
  /** `(send * SEND_GROUP_FIELDS.length + field) * GROUPS + group`. */
  readonly sendGroups: Float64Array;
  readonly flows: Flows;
  readonly paths: TouchPaths;
  /** Hand-offs by contact; their steps by place in `steps`. */
  readonly handoffs: HandoffColumns;
  /** Of a run that was asked for its accounts. */
  readonly accounts?: AccountColumns;
  /** By place of the step in the program: its id. */
  readonly steps: readonly string[];
}

export interface DetailSend {
  readonly step: string;
  readonly channel: string;
  /** Position in an escalation ladder, from 1; absent for message steps. */
  readonly rung?: number;
  readonly opensReported: boolean;
}
