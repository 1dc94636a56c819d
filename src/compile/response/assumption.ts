import type { Calibration, CommonName } from '../../journey/calibration.ts';
import type { Channel } from '../../journey/channels.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import type { RateName, RateSource } from './rates.ts';

/** What a forecast is made of beside the audience. */
export interface Design {
  readonly journey: Journey;
  readonly policies: Policies;
  readonly calibration: Calibration;
}

/** A figure of the forecast, as reports call it. */
export const ALL_FIGURES = ['conversions', 'revenue', 'cost', 'profit', 'unsubscribed'] as const;
export type MovedFigure = (typeof ALL_FIGURES)[number];

export const BOX_NAMES = ['opened', 'clicked', 'converted'] as const;
export const HANDOFF_NAMES = ['winRate', 'halfLifeMinutes', 'value', 'costPerHandoff'] as const;

/** Where an assumption is kept, and so how it is changed. */
export type AssumptionPlace =
  /** One of the three rates of the marketer's own e-mail. */
  | { readonly in: 'box'; readonly name: (typeof BOX_NAMES)[number] }
  /** Of all sends on a channel without a rate of their own; `occasion`: whose rate is told. */
  | {
      readonly in: 'channel';
      readonly name: RateName;
      readonly channel: Channel;
      readonly occasion: 'campaign' | 'triggered';
    }
  /** Of one message, or of one rung from 0. */
  | {
      readonly in: 'send';
      readonly name: RateName | 'cost';
      readonly step: StepId;
      readonly rung: number | undefined;
    }
  | { readonly in: 'common'; readonly name: CommonName }
  /** What a channel costs. */
  | { readonly in: 'cost'; readonly channel: Channel }
  | { readonly in: 'economics'; readonly name: 'grossMargin' | 'fixedCost' | 'agentHour' }
  | { readonly in: 'handoff'; readonly name: (typeof HANDOFF_NAMES)[number]; readonly step: StepId };

export type AssumptionUnit = 'share' | 'money' | 'number' | 'days' | 'minutes';

interface Range {
  readonly low: number;
  readonly high: number;
}

/** One number that a forecast was made with, and what it may move. */
export interface Assumption {
  /** The same for the same place. */
  readonly id: string;
  readonly place: AssumptionPlace;
  readonly value: number;
  /** As it would be if nobody had said otherwise; absent: there is no benchmark, somebody must say it. */
  readonly benchmark?: number;
  /**
   * Where it may lie by its own evidence: what is published or plausible, moved along where the number was. Absent: nothing is known about
   * it, or somebody gave the number and no range with it.
   */
  readonly range?: Range;
  /** That of the benchmark, whoever gave the number: something to hold it against. */
  readonly published?: Range;
  readonly source: RateSource;
  readonly reference: string;
  readonly unit: AssumptionUnit;
  /** No larger number makes sense; the smallest is 0. */
  readonly most: number;
  /** Figures that it can move; which it does, and by how much, a comparison tells. */
  readonly moves: readonly MovedFigure[];
}
