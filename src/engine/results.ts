import type { Program } from '../compile/program.ts';

/**
 * What a run adds up to. Every number is a whole number kept in a double (exact below 2^53), so results of shards merge by
 * addition in any order to the same bytes. Money: revenue in minor units, costs in micros of the currency.
 */
export const GROUPS = 128;

/** Why a due message was not sent; after these come the run's caps, see `unsentReasons`. */
export const UNSENT_REASONS = [
  'holdout',
  'suppressed',
  'consent',
  'unreachable',
  'quiet',
  'priority',
  'budget',
  'exited',
  'horizon',
] as const;
export type UnsentReason = (typeof UNSENT_REASONS)[number];

/** Place of each reason; that of cap `k` is `UNSENT_REASONS.length + k`. */
export const UNSENT = Object.fromEntries(UNSENT_REASONS.map((name, place) => [name, place])) as Readonly<
  Record<UnsentReason, number>
>;

/** The columns of `JourneyResults.unsent`: the reasons above, then `cap:ID` for each cap. */
export function unsentReasons({ policies }: Program): string[] {
  return [...UNSENT_REASONS, ...policies.caps.map(({ id }) => `cap:${id}`)];
}

/** Per send. `converted`: conversions caused by its click, of any kind of goal. */
export const SEND_FIELDS = [
  'sent',
  'delivered',
  'opened',
  'openedTrue',
  'clicked',
  'replied',
  'converted',
  'unsubscribed',
  'bounced',
  'complained',
  'costMicros',
  'revenueMinor',
] as const;
export type SendField = (typeof SEND_FIELDS)[number];

/** Kept for each of the 128 groups of contacts, so that intervals can be taken. */
export const GROUP_FIELDS = [
  /** Contacts of the run. */
  'contacts',
  /** Contacts that entered at least once, and of those: got, opened (reported), clicked at least one message. */
  'entered',
  'messaged',
  'opened',
  'clicked',
  /** Contacts with at least one conversion of the primary goal. */
  'converters',
  /** Contacts that ended a channel's consent in answer to a message. */
  'unsubscribed',
  /** Conversions of the primary goal, and their value. */
  'conversions',
  'revenueMinor',
  /** Every conversion of every contact, whatever caused it. */
  'conversionsAudience',
  'revenueAudienceMinor',
  'costMicros',
  'sent',
  /** Up to the target's date. */
  'conversionsByTarget',
  'revenueByTargetMinor',
  'costByTargetMicros',
] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

/** Kept for each group over all journeys of the run, and when there is none. */
export const AUDIENCE_FIELDS = [
  'contacts',
  /** Every conversion of every contact, whatever caused it. */
  'conversions',
  'revenueMinor',
  'costMicros',
  'sent',
  /** Contacts that ended a channel's consent in answer to a message. */
  'unsubscribed',
] as const;
export type AudienceField = (typeof AUDIENCE_FIELDS)[number];

export interface JourneyResults {
  /** Per step. */
  readonly entered: Float64Array;
  readonly inFlight: Float64Array;
  /** Left by a reserved outlet. */
  readonly exitRule: Float64Array;
  readonly loopBound: Float64Array;
  readonly ended: Float64Array;
  /** Per step: waits that went on at once because their date was past or missing. */
  readonly wentOn: Float64Array;
  /** Per step: hand-offs won. */
  readonly won: Float64Array;
  /** Flat: exits of step 0, of step 1, … in the Program's order. */
  readonly exits: Float64Array;
  /** `send * SEND_FIELDS.length + field`. */
  readonly sends: Float64Array;
  /** `send * unsentReasons(program).length + reason`; a `preferred` message that no channel fits counts at its first send. */
  readonly unsent: Float64Array;
  /** `goal * 2`: conversions, value in minor units. */
  readonly goals: Float64Array;
  /** `field * GROUPS + group`. */
  readonly groups: Float64Array;
  /** `(day * channels + channel) * SEND_FIELDS.length + field`, days of zone 0 from the run's first; empty unless asked for. */
  readonly daily: Float64Array;
  /** `day * 2`: conversions of the primary goal and their value in minor units; empty unless asked for. */
  readonly dailyGoal: Float64Array;
  /** `(segment * GROUP_FIELDS.length + field) * GROUPS + group`; empty unless asked for. */
  readonly segments: Float64Array;
  /** Entry events that found the contact inside or not allowed back. */
  readonly droppedEntries: number;
  /** Contacts that the entry rule kept out. */
  readonly notEligible: number;
  /** Contacts that the entry cap kept out. */
  readonly overEntryCap: number;
}

export interface Results {
  readonly contacts: number;
  /** Sum of `entered` over steps and journeys: the work done. */
  readonly stepsExecuted: number;
  /** `field * GROUPS + group` of `AUDIENCE_FIELDS`. */
  readonly audience: Float64Array;
  /** In the Program's order. */
  readonly journeys: readonly JourneyResults[];
  /** By contact number; undefined unless asked for. */
  readonly outcomes: Outcomes | undefined;
  /** What these leave out is the run's totals less theirs. */
  readonly paths: KeptTraces;
  readonly stories: KeptTraces;
}

/** Traces of the `most` contacts with the smallest ranks, by rank then number. */
export interface KeptTraces {
  readonly most: number;
  readonly traces: readonly Trace[];
}

/** What each contact came to over all journeys, so that runs of the same contacts can be compared pair by pair. */
export interface Outcomes {
  readonly contact: Uint32Array;
  /** Conversions of any cause, and their value in minor units. */
  readonly conversions: Uint16Array;
  readonly revenueMinor: Float64Array;
  readonly costMicros: Float64Array;
  readonly sent: Uint16Array;
  /** Bit per channel whose consent a message ended. */
  readonly unsubscribed: Uint16Array;
}

/** What happened to one contact, in the order of minutes and, within one, as it was drawn or done. */
export interface Trace {
  readonly contact: number;
  readonly rank: number;
  readonly events: readonly TraceEvent[];
}

export type TraceKind =
  | 'enters'
  | 'arrives'
  | 'leaves'
  | 'held'
  | 'unsent'
  | 'sent'
  | 'delivered'
  | 'opened'
  | 'clicked'
  | 'replied'
  | 'bounced'
  | 'unsubscribed'
  | 'converts';

export interface TraceEvent {
  readonly kind: TraceKind;
  readonly minute: number;
  /** Place of the journey in the Program; −1: no journey's, as organic conversions. */
  readonly journey: number;
  /**
   * Of `arrives`: the step. Of `leaves`: the exit, or −1 the journey. Of what concerns a message: its send. Of `converts`: the send whose
   * click it followed; −1: none.
   */
  readonly subject: number;
  /** Of `converts`: minor units. Of `unsent`: place of the reason in `unsentReasons`. Else 0. */
  readonly value: number;
}
