import type { Channel } from './channels.ts';
import type { Money, Probability } from './units.ts';

/** What a workspace pays and what its sales are worth, in the journeys' currency. What is absent costs nothing, or is the benchmark. */
export interface Economics {
  /** Of one send on a channel (ads: of one impression); a message's own cost wins. Absent: the benchmark. */
  readonly costs?: Readonly<Partial<Record<Channel, Money>>>;
  /** Part of revenue that is left after the cost of goods; absent: all of it. */
  readonly grossMargin?: Probability;
  /** What a new customer is worth over the years; told beside the cost of a conversion, never added to revenue. */
  readonly lifetimeValue?: Money;
  /** Of a journey, whoever is messaged: agency, design, tools. */
  readonly fixedCost?: Money;
  /** An agent's hour; what a hand-off with agents costs that has no cost of its own. */
  readonly agentHour?: Money;
}

/** The first day of a week. */
export const WEEK_STARTS = ['monday', 'saturday', 'sunday'] as const;
export type WeekStart = (typeof WEEK_STARTS)[number];
