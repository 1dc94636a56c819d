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
  /** When, to whom and after what; undefined unless asked for. */
  readonly detail: DetailResults | undefined;
  /** `(segment * GROUP_FIELDS.length + field) * GROUPS + group`; empty unless asked for. */
  readonly segments: Float64Array;
  /** Entry events that found the contact inside or not allowed back. */
  readonly droppedEntries: number;
  /** Contacts that the entry rule kept out. */
  readonly notEligible: number;
  /** Contacts that the entry cap kept out. */
  readonly overEntryCap: number;
}

/** Of a day, kept for each group of contacts. */
export const DAY_FIELDS = ['sent', 'opened', 'clicked', 'conversions', 'revenueMinor', 'costMicros'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

/** Of a send, kept for each group of contacts. */
export const SEND_GROUP_FIELDS = ['sent', 'opened', 'clicked', 'converted', 'revenueMinor'] as const;
export type SendGroupField = (typeof SEND_GROUP_FIELDS)[number];

/** Passes of a loop told apart: first, second, third, later ones. */
export const PASSES = 4;
/** Ways out of a step that are no exit of its own. */
export const OUTLETS = ['exitRule', 'loopBound', 'ended', 'inFlight'] as const;
/** A contact that got this many messages or more is counted in the last place. */
export const MOST_MESSAGES = 60;

/** What a journey's results leave out, to look at one run closely. A bucket of days is `daysPerBucket` days of zone 0, from the run's first. */
export interface DetailResults {
  readonly daysPerBucket: number;
  /** `(day * sends + send) * SEND_FIELDS.length + field`. */
  readonly daily: Float64Array;
  /** `(day * DAY_FIELDS.length + field) * GROUPS + group`. */
  readonly dayGroups: Float64Array;
  /** `(day * sends + send) * unsentReasons(program).length + reason`. */
  readonly dayUnsent: Float64Array;
  /** `(send * unsentReasons(program).length + reason) * GROUPS + group`. */
  readonly unsentGroups: Float64Array;
  /** `(channel * 7 + weekday) * 24 + hour`: messages sent, by the contact's clock; Monday 0. */
  readonly hours: Float64Array;
  /** `channel * GROUPS + group`: contacts to whom something was sent on the channel. */
  readonly reached: Float64Array;
  /** Contacts that got 0, 1, 2 … messages. */
  readonly messages: Float64Array;
  /** `(send * SEND_GROUP_FIELDS.length + field) * GROUPS + group`. */
  readonly sendGroups: Float64Array;
  readonly flows: FlowCounts;
  readonly paths: PathColumns;
  readonly handoffs: HandoffColumns;
  /** Absent unless asked for. */
  readonly accounts?: AccountColumns;
}

/** What became of a contact that was handed off. `lost`: accepted, and it will not be won; `open`: it will be, after the run’s end. */
export const FATES = ['missed', 'lost', 'open', 'won'] as const;
export type Fate = (typeof FATES)[number];

/** Every hand-off that ended before the horizon, by contact, then minute; those of the holdout left out. */
export interface HandoffColumns {
  readonly contact: Uint32Array;
  readonly group: Uint8Array;
  readonly step: Uint16Array;
  /** Place in `FATES`. */
  readonly fate: Uint8Array;
  /** Minutes of coming to the hand-off, and of being accepted or missed. */
  readonly arrived: Int32Array;
  readonly left: Int32Array;
  /** Minute of the win; −1: none in the run. */
  readonly won: Int32Array;
  /** Of a win, in the run or after it; 0: there is none. */
  readonly valueMinor: Float64Array;
  /** The contact's last touch before: its send (−1: none) and kind, one of `TOUCH`; a click counts before anything seen, that before a delivery. */
  readonly source: Int32Array;
  readonly sourceKind: Uint8Array;
}

/** Moves by pass of a loop; all empty where a journey has none: then steps and exits say it. */
export interface FlowCounts {
  /** `step * PASSES + pass`. */
  readonly entered: Float64Array;
  /** `(exit * PASSES + pass left) * PASSES + pass arrived at`, exits as in `JourneyResults.exits`; one that leads nowhere arrives at pass 0. */
  readonly moves: Float64Array;
  /** `(step * PASSES + pass) * OUTLETS.length + outlet`. */
  readonly out: Float64Array;
}

/** Kinds of touch, as kept. */
export const TOUCH = { delivered: 0, opened: 1, clicked: 2 } as const;

/**
 * What counts as a touch: a click; what was seen (an open, or a delivery where the channel does not tell opens); a delivery.
 */
export const TOUCH_LEVELS = ['clicked', 'seen', 'delivered'] as const;
export type TouchLevel = (typeof TOUCH_LEVELS)[number];

/** Touches before each conversion of the primary goal, and those that none followed. */
export interface PathColumns {
  /** Per conversion, by contact, then minute. */
  readonly contact: Uint32Array;
  readonly minute: Int32Array;
  readonly valueMinor: Float64Array;
  /** `from[c]` … `from[c + 1]`: touches up to conversion c and after the contact's one before, by minute. None: organic. */
  readonly from: Uint32Array;
  readonly send: Uint16Array;
  /** One of `TOUCH`. */
  readonly kind: Uint8Array;
  readonly touchMinute: Int32Array;
  /** Of contacts with touches after which nothing came. */
  readonly without: Readonly<Record<TouchLevel, PathCounts>>;
}

/** Which contacts are of one account, with the touches that no conversion of the same contact followed: a colleague's may have. */
export interface AccountColumns {
  /** Every contact of the run, ascending, and the number of its account's first contact, who need not be in the run. */
  readonly contact: Uint32Array;
  readonly account: Uint32Array;
  /** Touches of contact k stand from `from[k]` to `from[k + 1]`, by minute. */
  readonly from: Uint32Array;
  readonly send: Uint16Array;
  readonly kind: Uint8Array;
  readonly touchMinute: Int32Array;
}

/** Distinct sequences of sends, ascending, and how many contacts had each. */
export interface PathCounts {
  readonly from: Uint32Array;
  readonly send: Uint16Array;
  readonly times: Float64Array;
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
  | 'complained'
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
