import type { ExitName, JourneyId, StepId } from './ids.ts';
import type { Group, GroupId, Note, NoteId } from './annotations.ts';
import type { Origin } from './origin.ts';
import type { Position } from './position.ts';
import type { Rule } from './rules.ts';
import type { Step } from './steps/index.ts';
import type { Minutes, Money } from './units.ts';
import type { Channel } from './channels.ts';

export type { ExitName, JourneyId, StepId } from './ids.ts';
export type { Position } from './position.ts';

/** Where an exit leads. An exit has at most one link, by construction: `links[from][exit] = to`. */
export interface Link {
  readonly from: StepId;
  readonly exit: ExitName;
  readonly to: StepId;
}
export type Links = Readonly<Record<StepId, Readonly<Record<ExitName, StepId>>>>;

export type ReEntry =
  | { readonly mode: 'never' }
  | { readonly mode: 'afterExit' }
  | { readonly mode: 'cooldown'; readonly minutes: Minutes; readonly from: 'start' | 'end' };

/** When the contact leaves the journey at once, wherever it stands. None by default. */
export interface ExitRule {
  readonly id: string;
  readonly when:
    | { readonly kind: 'converted' }
    /** `any`: on whatever channel the contact unsubscribed. */
    | { readonly kind: 'unsubscribed'; readonly channel: Channel | 'any' }
    | { readonly kind: 'rule'; readonly rule: Rule };
  /** `immediate`: the minute it becomes true. `stepEnd`: when the step it is in ends. `afterWait`: when a wait or check ends. */
  readonly mode: 'immediate' | 'stepEnd' | 'afterWait';
}

/** What counts as a conversion. The first goal of a journey is its primary goal. */
export interface Goal {
  readonly id: string;
  readonly name: string;
  readonly on:
    | { readonly kind: 'conversion' }
    | { readonly kind: 'step'; readonly step: StepId }
    | { readonly kind: 'rule'; readonly rule: Rule };
  readonly value:
    | { readonly kind: 'event' }
    | { readonly kind: 'fixed'; readonly amount: Money }
    | { readonly kind: 'column'; readonly column: string };
  readonly count: 'oncePerEntry' | 'every';
  /** Counts only within this long of the contact's entry, or of a send, open or click of this journey. */
  readonly window: { readonly minutes: Minutes; readonly from: 'entry' | 'send' | 'open' | 'click' };
}

export const TARGET_METRICS = ['conversions', 'revenue', 'profit'] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

export interface Target {
  readonly metric: TargetMetric;
  /** People for conversions; currency units for revenue and profit. */
  readonly atLeast: number;
  /** ISO date, end of that day in the workspace's zone; absent: by the horizon. */
  readonly by?: string;
}

export interface JourneySettings {
  /** ISO instant with offset, e.g. `2026-03-02T08:00:00Z`. Minute 0 of the journey. */
  readonly start: string;
  /** The journey's simulated length. */
  readonly horizonMinutes: Minutes;
  /** IANA zone for contacts without one and for the journey's own calendar. */
  readonly zone: string;
  /** ISO 4217 code: what money in this journey is counted in. */
  readonly currency: string;
  /** At most this many different contacts enter; absent: no cap. */
  readonly entryCap?: number;
  readonly reEntry: ReEntry;
  readonly exitRules: readonly ExitRule[];
  /** At least one; the first is primary. */
  readonly goals: readonly Goal[];
  readonly target?: Target;
  /** 0–100; decides between journeys that would message a contact in the same minute. */
  readonly priority: number;
  /** All messages are as if marked transactional: consent, caps and quiet hours do not stop them. Absent: no. */
  readonly transactional?: boolean;
  /** How often one contact may arrive at a step of a loop in one entry, 1–4095. */
  readonly maxPasses: number;
  /** `off`: everyone answers alike and messages do not tire anyone; for checks against closed forms. */
  readonly heterogeneity: 'on' | 'off';
}

/**
 * The document: the only shape there is, on disk, in memory and in undo. Plain JSON.
 * `layout` holds canvas positions and nothing else reads it. `luckId` keys the draws: copies that are to be compared
 * keep it, a duplicate gets its own.
 */
export interface Journey {
  readonly format: 'rehearsal-journey';
  readonly version: 1;
  readonly id: JourneyId;
  readonly luckId: string;
  readonly name: string;
  readonly brief?: string;
  readonly settings: JourneySettings;
  readonly steps: Readonly<Record<StepId, Step>>;
  readonly links: Links;
  readonly layout: Readonly<Record<StepId, Position>>;
  /** As `layout`, for eyes only. Absent: none. */
  readonly notes?: Readonly<Record<NoteId, Note>>;
  readonly groups?: Readonly<Record<GroupId, Group>>;
  /** Of a journey that was read from the file of another platform. */
  readonly origin?: Origin;
}
