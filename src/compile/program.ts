import type { Channel } from '../journey/channels.ts';
import type { Rule } from '../journey/rules.ts';
import type { ProgramPolicies } from './programPolicies.ts';

/**
 * A journey lowered to what the engine runs: numbers, tables and indices, no names, no dates, nothing transcendental left to
 * compute. Same Program, same columns, same seed: same bytes of results on every machine. A Program is plain data that can be
 * posted to a worker. Steps, exits, sends, channels and inputs are referred to by index; callers join names by `ids`.
 */
export interface Program {
  readonly programVersion: 2;
  /** Minutes from 1970 to minute 0 of the run: the earliest start of its journeys. */
  readonly epoch: number;
  /** The run ends before this minute. */
  readonly endMinute: number;
  /** The channels that anything here sends on, asks about or suppresses, in the order of `CHANNELS`. */
  readonly channels: readonly Channel[];
  /** Bit per channel: nobody can be reached on it, so that a run shows what it would be without. */
  readonly muted: number;
  readonly zones: ZoneTables;
  /** What `audience/bind` must provide, in this order, as `Columns.inputs`. */
  readonly inputs: readonly Input[];
  /** In the order in which their moves of one minute are made: priority (high first), start, id. */
  readonly journeys: readonly ProgramJourney[];
  readonly policies: ProgramPolicies;
  readonly outputs: ProgramOutputs;
  /** Contacts share agents, budgets or rate limits: one thread runs them all, minute by minute. */
  readonly chronological: boolean;
  readonly response: ResponseTables;
  /** Run-time state of contacts beside the engine's own. */
  readonly runtimeColumns: number;
  /** Input bit of each tag that a rule or an update names. */
  readonly tags: readonly number[];
  /** Input with the score at the start; −1: everyone starts at 0. */
  readonly scoreInput: number;
  /** Digits of the currency's minor unit: 2 for cents, 0 for yen. */
  readonly minorDigits: number;
  /** What single contacts do about single messages whatever their luck, for asking what else would have come; absent: luck decides all. */
  readonly forced?: readonly ForcedAnswer[];
}

/** One contact's answer to one message. */
export interface ForcedAnswer {
  readonly contact: number;
  /** Index into the sends of the first journey, and the minute in which it goes out. */
  readonly send: number;
  readonly minute: number;
  /** Opens, and luck decides about the click; opens and clicks; does not open. */
  readonly does: 'opens' | 'clicks' | 'ignores';
}

/** Minutes to add to UTC, per zone and quarter hour of the run; zone 0 is that of contacts without one: the first journey's. */
export interface ZoneTables {
  readonly ids: readonly string[];
  /** Quarter hours since 1970 of the first column. */
  readonly firstQuarter: number;
  readonly quarters: number;
  /** `zone * quarters + quarter`, minutes. */
  readonly offsets: Int16Array;
}

export type Input =
  /** Float64Array, NaN missing. */
  | { readonly kind: 'number'; readonly column: string }
  /** Float64Array of minutes since 1970 (see `Column`), NaN missing. */
  | { readonly kind: 'date'; readonly column: string }
  /** Uint8Array of 0 or 1: a rule that reads audience columns, tags at the start and consent at the start only. */
  | { readonly kind: 'rule'; readonly rule: Rule };

/** Contacts of one shard, ready to run: every array is `count` long. Owned by the run. */
export interface Columns {
  readonly count: number;
  /** The contact's number in the whole run: draws are keyed by it, so it never depends on the shard. */
  readonly contact: Uint32Array;
  /** Index into `ZoneTables.ids`. */
  readonly zone: Uint16Array;
  /** Bit per channel: may be written to. */
  readonly consent: Uint16Array;
  /** Bit per channel: has an address. */
  readonly reachable: Uint16Array;
  /** Channel index, −1 unknown. */
  readonly preferred: Int8Array;
  /** Opens every e-mail by machine: 0 no, 1 yes, 2 unknown (drawn). */
  readonly machine: Uint8Array;
  readonly inputs: readonly (Float64Array | Uint8Array)[];
  /** The number of the first contact of the same account; absent unless the run shall keep accounts. */
  readonly account?: Uint32Array;
}

/** What a run keeps beside its counts; each costs time and memory. */
export interface ProgramOutputs {
  /** When, to whom and after what: counts by day, hour, pass of a loop and group, and the touches before conversions. */
  readonly detail: boolean;
  /** Inputs (rule bits) of the segments to count apart; they may overlap. */
  readonly segments: readonly number[];
  /** What each contact came to. */
  readonly outcomes: boolean;
  /** Touches and conversions of this many contacts, those with the smallest hashes. */
  readonly paths: number;
  /** Everything that happened to this many contacts, those with the smallest hashes. */
  readonly stories: number;
  /** The column that says which contacts are of one account, so that the detail can be read by account; absent: it is not asked for. */
  readonly accounts?: string;
}

export type { ProgramCap, ProgramPolicies, ProgramQuiet } from './programPolicies.ts';

/** A rule that must be asked while the run goes on. `bit` and `number` read inputs. */
export type Test =
  | { readonly op: 'all' | 'any' | 'none'; readonly tests: readonly Test[] }
  | { readonly op: 'bit'; readonly input: number }
  /** A column that updates write: state 0 is the audience's own value (`initial`, −1: it has none, `truth[0]`), state k the k-th value written. */
  | { readonly op: 'column'; readonly column: number; readonly initial: number; readonly truth: Uint8Array }
  | { readonly op: 'tag'; readonly tag: number }
  | { readonly op: 'score'; readonly atLeast: number }
  /** Reads a slot that keeps the earliest answers; `converted` reads none (−1). */
  | {
      readonly op: 'behaviour';
      readonly did: 'received' | 'opened' | 'clicked' | 'converted';
      readonly slot: number;
    }
  | { readonly op: 'consent'; readonly channel: number };

export interface ProgramJourney {
  readonly id: string;
  /** Index into `ZoneTables.ids`: the journey's own, for its schedule. */
  readonly zone: number;
  readonly startMinute: number;
  /** Tokens inside at this minute are in flight. */
  readonly horizonMinute: number;
  readonly priority: number;
  readonly entryStep: number;
  readonly reEntry: {
    readonly mode: 'never' | 'afterExit' | 'cooldown';
    readonly minutes: number;
    readonly fromStart: boolean;
  };
  /** At most this many contacts enter; −1: no cap. */
  readonly entryCap: number;
  readonly exitRules: readonly ProgramExitRule[];
  readonly goals: readonly ProgramGoal[];
  /** Minute up to which events count towards the target; −1: no target. */
  readonly targetMinute: number;
  /** Sorted by id. */
  readonly steps: readonly ProgramStep[];
  /** One per step, rung and channel that can send, in order of step, rung, channel. */
  readonly sends: readonly ProgramSend[];
  /** Places in which a contact's sends are remembered for checks and rules. */
  readonly slots: number;
  /** The slot that every send overwrites (the latest message of the entry); −1: nobody asks. */
  readonly latestSlot: number;
  /** The slot that keeps the earliest answer to any message of the entry; −1: nobody asks. */
  readonly anySlot: number;
  /** Steps that count arrivals per entry. */
  readonly counters: number;
  /** Escalation ladders. */
  readonly ladders: number;
}

export interface ProgramExitRule {
  readonly when:
    | { readonly kind: 'converted' }
    /** −1: any channel. */
    | { readonly kind: 'unsubscribed'; readonly channel: number }
    | { readonly kind: 'test'; readonly test: Test };
  readonly mode: 'immediate' | 'stepEnd' | 'afterWait';
}

export interface ProgramGoal {
  readonly on:
    | { readonly kind: 'conversion' }
    | { readonly kind: 'step'; readonly step: number }
    | { readonly kind: 'test'; readonly test: Test };
  /** Minor units when fixed; an input when from a column; else the event's own. */
  readonly value:
    | { readonly kind: 'event' }
    | { readonly kind: 'fixed'; readonly minor: number }
    | { readonly kind: 'input'; readonly input: number };
  readonly every: boolean;
  readonly windowMinutes: number;
  readonly windowFrom: 'entry' | 'send' | 'open' | 'click';
}

export interface ProgramStep {
  readonly id: string;
  /** Threefry key word of the step: hash of (luckId, id), unique in the Program. */
  readonly key: number;
  /** Exit names in order; the reserved outlets `$exitRule`, `$loopBound`, `$end` are counted apart. */
  readonly exits: readonly string[];
  /** Step index per exit, −1: no link. */
  readonly targets: readonly number[];
  /** −1: not on a cycle. */
  readonly counter: number;
  readonly maxPasses: number;
  readonly op: StepOp;
}

export type StepOp =
  | EntryOp
  | SplitOp
  | ExperimentOp
  | MessageOp
  | WaitOp
  | CheckOp
  | EscalateOp
  | UpdateOp
  | HandoffOp
  | GoalOp
  | ExitOp
  | PassOp;

/** A disabled step: leaves at once by `exit`. `kind` keeps its name in reports. */
export interface PassOp {
  readonly op: 'pass';
  readonly exit: number;
}
export interface EntryOp {
  readonly op: 'entry';
  /** Undefined: everyone. */
  readonly eligible: Test | undefined;
  readonly spreadMinutes: number;
  readonly trigger:
    | { readonly type: 'once' }
    /** Every so many days from minute 0, at a clock time of zone 0. */
    | { readonly type: 'schedule'; readonly everyDays: number; readonly clock: number }
    /** Mean virtual minutes between one contact's events. */
    | {
        readonly type: 'events';
        readonly meanGap: number;
        readonly warp: ClockWarp;
      }
    | {
        readonly type: 'date';
        readonly input: number;
        readonly floating: boolean;
        readonly offsetDays: number;
        readonly clock: number;
      };
}
export interface SplitOp {
  readonly op: 'split';
  readonly tests: readonly Test[];
}
export interface ExperimentOp {
  readonly op: 'experiment';
  /** Cumulative thresholds out of 2^32 per exit but the last. */
  readonly thresholds: Float64Array;
  /** Exit index of the holdout; −1: none. */
  readonly holdoutExit: number;
  readonly holdoutGoesOn: boolean;
}
export interface MessageOp {
  readonly op: 'message';
  /** Overwritten by each send of this step, for checks; −1: no check asks. */
  readonly slot: number;
  /** Keeps the earliest answer to any send of this step, for rules; −1: no rule asks. */
  readonly everSlot: number;
  /** Send per channel index, −1: this step cannot send there. */
  readonly sendByChannel: Int32Array;
  /** Channel indices in the order to try; a fixed channel has one. */
  readonly order: readonly number[];
  readonly preferred: boolean;
}
export interface WaitOp {
  readonly op: 'wait';
  readonly until:
    | { readonly type: 'duration'; readonly minutes: number }
    | { readonly type: 'daysAt'; readonly days: number; readonly clock: number }
    | { readonly type: 'timeOfDay'; readonly clock: number }
    /** Monday 0. `clock` −1: the same clock time. */
    | { readonly type: 'weekday'; readonly weekday: number; readonly clock: number }
    | {
        readonly type: 'date';
        readonly input: number;
        readonly floating: boolean;
        readonly offsetMinutes: number;
      }
    | { readonly type: 'random'; readonly from: number; readonly span: number };
}
export interface CheckOp {
  readonly op: 'check';
  /** −1: the latest send of the entry. */
  readonly slot: number;
  /** Exit index per response in rank order converted, clicked, replied, opened, unsubscribed, bounced; −1: switched off. */
  readonly exitOf: readonly number[];
  readonly noResponseExit: number;
  readonly windowMinutes: number;
  readonly fromSend: boolean;
  readonly ranked: boolean;
}
export interface EscalateOp {
  readonly op: 'escalate';
  /** As a message's. */
  readonly slot: number;
  readonly everSlot: number;
  readonly ladder: number;
  /** Send index per rung. */
  readonly rungs: readonly number[];
}
export interface UpdateOp {
  readonly op: 'update';
  readonly changes: readonly (
    | { readonly type: 'set'; readonly column: number; readonly state: number }
    | { readonly type: 'score'; readonly points: number }
    | { readonly type: 'tag'; readonly tag: number; readonly on: boolean }
    /** Bit per channel. */
    | { readonly type: 'suppress'; readonly channels: number }
  )[];
}
export interface HandoffOp {
  readonly op: 'handoff';
  readonly serviceMinutes: number;
  /** −1: nobody is missed. */
  readonly slaMinutes: number;
  readonly costMicros: number;
  /** Undefined: as many agents as it takes. */
  readonly queue: AgentQueue | undefined;
  /** Chance to win out of 2^32 after a wait of k / 64 half-lives; linear between, the last beyond. */
  readonly winThreshold: Float64Array;
  readonly halfLifeMinutes: number;
  /** Multiplies the mean-1 order value of the response tables, minor units. */
  readonly valueMeanMinor: number;
  /** Minutes from acceptance to a win. */
  readonly cycle: DelayTable;
}
/** Agents who take contacts in the order in which they come, one at a time each; in whole seconds. */
export interface AgentQueue {
  readonly agents: number;
  /** Seconds that an agent is busy with one contact. */
  readonly handling: DelayTable;
  /** When agents take contacts: minutes of the week [from, until) from Monday 00:00 of the journey's zone, ascending; empty: always. */
  readonly hours: readonly (readonly [number, number])[];
  /** Work stops when the hours end and goes on when they begin; else it is finished. For samples, whose few agents stand for many. */
  readonly pauses: boolean;
}
export interface GoalOp {
  readonly op: 'goal';
  readonly records: boolean;
  /** −1: drawn from the order values. */
  readonly valueMinor: number;
}
export interface ExitOp {
  readonly op: 'exit';
}

/** Inverse distribution of a delay: value at u = i / (length − 1), linear between, minutes. */
export type DelayTable = Float64Array;

/** Weekly activity as a clock: virtual minutes run faster in busy hours. Both arrays in minutes, of local week time from Monday 00:00. */
export interface ClockWarp {
  /** 169 entries: virtual minutes at each hour of the week; the last is 10 080. */
  readonly virtualAtHour: Float64Array;
  /** Hour of the week that holds each virtual hour's start: where the search for the inverse begins. */
  readonly hourOfVirtual: Uint8Array;
}

/** How contacts of one send answer. Odds are doubles rounded to 2^-20 relative; thresholds are out of 2^32. */
export interface ProgramSend {
  readonly step: number;
  /** −1: not a rung. */
  readonly rung: number;
  readonly channel: number;
  /** Place in `CHANNELS`: keys delivery draws, whatever other channels the journey uses. */
  readonly channelKey: number;
  readonly costMicros: number;
  /** Goes out without marketing consent, and whatever caps and quiet hours say. */
  readonly transactional: boolean;
  /** Caps that may stop it, and caps that it counts toward: indices into `ProgramPolicies.caps`, ascending. */
  readonly caps: readonly number[];
  readonly counts: readonly number[];
  /** Quiet hours hold for it. */
  readonly quiet: boolean;
  readonly hardBounceThreshold: number;
  /** Given the address is not dead. */
  readonly deliveredThreshold: number;
  /** Odds of a true open per engagement bucket (16), at starting pressure. */
  readonly openOdds: Float64Array;
  /** Odds of a click given open per engagement bucket (16). */
  readonly clickOdds: Float64Array;
  /** Multiplies click odds, per 1/128 of the open delay's distribution; empty: none. */
  readonly clickDelayFactor: Float64Array;
  readonly unsubscribeOdds: Float64Array;
  readonly complaintShareThreshold: number;
  readonly replyThreshold: number;
  /** A click (a conversation on the phone) is the reply; `replyThreshold` is not drawn. */
  readonly replyIsClick: boolean;
  /** Conversion given click per propensity bin (256). */
  readonly conversionThreshold: Float64Array;
  /** Multipliers of the odds per pressure bin. */
  readonly openFatigue: Float64Array;
  readonly clickFatigue: Float64Array;
  readonly unsubscribeFatigue: Float64Array;
  readonly machineOpens: boolean;
  /** Opens are told to the sender (checks, rules and reports see them). */
  readonly opensReported: boolean;
  /** The open stage is something a person does: true opens are counted. */
  readonly opensCounted: boolean;
  readonly openDelay: DelayTable;
  /** After the open. */
  readonly clickDelay: DelayTable;
  /** After the click: quick buyers and slow buyers. */
  readonly quickShareThreshold: number;
  readonly quickDelay: DelayTable;
  readonly slowDelay: DelayTable;
  /** Open delays run in activity-warped time. */
  readonly warped: boolean;
  /** Pressure that the send adds, in 1/4096. */
  readonly pressure: number;
  /** Extra conversions after a true open (or a served ad): row of Poisson thresholds per propensity bin, see `PoissonTable`; −1: none. */
  readonly goodwill: number;
  /** Goodwill starts at delivery (ads) instead of at an open. */
  readonly goodwillAtDelivery: boolean;
}

/** Cumulative Poisson probabilities out of 2^32, `bins × width`. */
export interface PoissonTable {
  readonly width: number;
  readonly thresholds: Float64Array;
}

export interface ResponseTables {
  /** Mean minutes between organic conversions, per propensity bin. */
  readonly organicGap: Float64Array;
  /** Exponential with mean 1: gaps of organic conversions. */
  readonly exponential: DelayTable;
  readonly goodwill: readonly PoissonTable[];
  readonly goodwillDelay: DelayTable;
  /** Order value relative to its mean 1; times `orderMeanMinor`. */
  readonly orderValue: DelayTable;
  readonly orderMeanMinor: number;
  readonly machineThreshold: number;
  /** A machine reader opens within this long, evenly. */
  readonly machineOpenMinutes: number;
  readonly warp: ClockWarp;
  /** Everyone's pressure from what else is sent to them, in 1/4096: constant, the run's own comes on top. */
  readonly startPressure: number;
  /** Share of the run's own pressure that is left, per quarter hour elapsed up to `length − 1`, then applied again. */
  readonly pressureDecay: Float64Array;
}

export const ENGAGEMENT_BUCKETS = 16;
export const PROPENSITY_BINS = 256;
/** Bins of pressure, 1/16 each; more pressure counts as the last. */
export const PRESSURE_BINS = 256;
export const PRESSURE_UNIT = 4096;
