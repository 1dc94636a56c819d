import type { Channel } from './channels.ts';
import type { ResponseOverrides } from './steps/message.ts';
import type { Probability } from './units.ts';

/**
 * What a marketer knows better than the benchmarks. Her own e-mail, in the words of her current tool: each replaces its benchmark; clicks
 * and conversions also move every other channel's by the same odds ratio, opens are e-mail's alone. Empty: benchmarks.
 */
export interface Calibration {
  /** Opens as her tool reports them, machine opens included, of delivered. */
  readonly opened?: Probability;
  /** Clicks of delivered. */
  readonly clicked?: Probability;
  /** Conversions of clicks. */
  readonly converted?: Probability;
  /** Of campaigns on a channel; messages in answer to something move by the same odds ratio. A message's own rates win. */
  readonly channels?: Readonly<Partial<Record<Channel, ResponseOverrides>>>;
  /** What belongs to no channel. */
  readonly common?: Readonly<Partial<Record<CommonName, number>>>;
}

/** Parameters of the response model that belong to no channel, and how large they may be. */
export const COMMON_LIMITS = {
  /** Orders of a contact in a day, without any message. */
  organicPerDay: 1,
  /** Mean value of an order, in the journey's currency. */
  orderMean: 1e9,
  /** Messages that contacts had lately when the run begins. */
  startPressure: 50,
  /** Until half of a message's pressure is gone. */
  pressureHalfLifeDays: 90,
  /** What an open adds to orders without a click, relative to them. */
  goodwillPerOpen: 100,
  goodwillHalfLifeDays: 90,
  /** What seen ads add to orders without a click, relative to them. */
  adLift: 10,
  /** How a message's pressure moves the odds of an unsubscribe. */
  unsubscribePressure: 5,
  /** Complaints among those who unsubscribe. */
  complaintShare: 1,
  /** Share of buyers who buy at once. */
  quickBuyers: 1,
} as const;
export type CommonName = keyof typeof COMMON_LIMITS;

export const BENCHMARKS_ONLY: Calibration = {};
