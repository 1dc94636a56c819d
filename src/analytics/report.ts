import type { Estimate } from './intervals.ts';

/** A run as people and programs read it; what `rehearse simulate --json` prints, key for key, and the app shows. */
export interface Report {
  readonly journey: string;
  readonly journeyId: string;
  readonly seed: number;
  readonly contacts: number;
  /** Present when counts and money stand for this many contacts while fewer were simulated. */
  readonly scaledTo?: number;
  /**
   * What contacts share and a sample can only be given its part of. Present when fewer contacts were simulated than there are: its figures
   * are then near, and only a run of everybody knows them.
   */
  readonly approximate?: readonly Shared[];
  readonly seconds: number;
  readonly stepsPerSecond: number;
  readonly stepsExecuted: number;
  readonly steps: readonly StepReport[];
  readonly messages: readonly MessageReport[];
  readonly totals: Totals;
  /** Contacts that got at least this far, each a part of the run's contacts. */
  readonly funnel: readonly { readonly stage: FunnelStage; readonly people: Estimate }[];
  readonly entries: { readonly dropped: number; readonly notEligible: number; readonly overCap: number };
  readonly target?: TargetReport;
  /** By group of contacts: two reports of the same contacts can be compared pair by pair. */
  readonly groups: ReportGroups;
  /** Part of the cost that comes whoever is messaged; absent: none. */
  readonly fixedCost?: number;
}

/** Sums over the simulated contacts of each group; money in currency units, the fixed cost left out. */
export interface ReportGroups extends Readonly<Record<PairedMetric | CausedMetric, readonly number[]>> {
  readonly contacts: readonly number[];
  readonly sent: readonly number[];
}

export const PAIRED_METRICS = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;
export type PairedMetric = (typeof PAIRED_METRICS)[number];

/** Of everything that the contacts do, whatever caused it and however long after: what two runs differ by in these, a change caused. */
export const CAUSED_METRICS = ['conversionsAudience', 'revenueAudience', 'profitAudience'] as const;
export type CausedMetric = (typeof CAUSED_METRICS)[number];

export const SHARED = ['agents', 'budgets', 'rateLimits'] as const;
export type Shared = (typeof SHARED)[number];

export const FUNNEL_STAGES = ['contacts', 'entered', 'messaged', 'opened', 'clicked', 'converters'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

export interface StepReport {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly entered: number;
  readonly inFlight: number;
  /** Named exits and, where used, `$exitRule`, `$loopBound`, `$end`. */
  readonly exits: Readonly<Record<string, number>>;
}

export interface MessageReport {
  readonly step: string;
  readonly channel: string;
  /** Position in an escalation ladder, from 1; absent for message steps. */
  readonly rung?: number;
  readonly sent: number;
  readonly delivered: number;
  readonly opened: number;
  readonly openedTrue: number;
  readonly clicked: number;
  readonly converted: number;
  readonly unsubscribed: number;
  /** Currency units. */
  readonly cost: number;
  readonly unsent: Readonly<Record<string, number>>;
}

export interface Totals {
  readonly conversions: Estimate;
  readonly conversionsAudience: Estimate;
  readonly revenue: Estimate;
  /** Of messages and hand-offs, and the journey's fixed cost. */
  readonly cost: Estimate;
  /** What is left of revenue after the cost of goods, less cost. */
  readonly profit: Estimate;
  readonly unsubscribed: Estimate;
}

export interface TargetReport {
  readonly metric: 'conversions' | 'revenue' | 'profit';
  readonly atLeast: number;
  readonly expected: Estimate;
  /** Chance that one launch to an audience of this size reaches it, if the assumptions hold. */
  readonly chance: number;
}
