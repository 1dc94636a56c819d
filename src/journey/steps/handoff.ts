import * as z from 'zod/mini';
import { days, hours, type Minutes, type Money, type Probability, probability as share } from '../units.ts';
import { clock, endClock, list, minutes, money, probability, wholeNumber } from '../schema/values.ts';
import { type Finding, type StepBase, stepBase, type StepDefinition } from './step.ts';

/** Finite people to hand to. Absent: whoever comes is taken after `serviceMinutes`. */
export interface Capacity {
  readonly agents: number;
  /** Mean time that an agent is busy with one contact. */
  readonly handlingMinutes: Minutes;
  /** How handling times vary: `exponential` (the default) or all the same. */
  readonly handlingSpread?: 'exponential' | 'constant';
  /** When agents take contacts, in the journey's zone; absent: always. Who is being handled at the end is finished. */
  readonly hours?: WorkingHours;
}

export interface WorkingHours {
  /** Monday 0 … Sunday 6. */
  readonly weekdays: readonly number[];
  /** `hh:mm`; `until` after `from`, up to 24:00. */
  readonly from: string;
  readonly until: string;
}

/** To sales, a CRM or a call centre. Exits: accepted, missed. */
export interface HandoffStep extends StepBase {
  readonly kind: 'handoff';
  readonly to: 'sales' | 'crm' | 'call-centre';
  /** How long until somebody takes the contact when nobody queues. */
  readonly serviceMinutes: Minutes;
  /** Waiting longer than this is a miss; absent: nobody is missed. */
  readonly slaMinutes?: Minutes;
  readonly capacity?: Capacity;
  readonly costPerHandoff?: Money;
  readonly opportunity: {
    /** Chance to win when taken at once. */
    readonly winRate: Probability;
    /** That chance halves with every such delay. */
    readonly halfLifeMinutes: Minutes;
    /** Mean value of a win; absent: the order value of the response model. */
    readonly value?: Money;
    /** Median time from acceptance to a win, and the spread (sd of the logarithm). */
    readonly cycleMinutes: Minutes;
    readonly cycleSigma: number;
  };
}

export const ACCEPTED = 'accepted';
export const MISSED = 'missed';

export const handoffSchema = z.strictObject({
  kind: z.literal('handoff'),
  ...stepBase,
  to: z.enum(['sales', 'crm', 'call-centre']),
  serviceMinutes: minutes,
  slaMinutes: z.exactOptional(minutes),
  capacity: z.exactOptional(
    z.strictObject({
      agents: wholeNumber(1, 1e6),
      handlingMinutes: minutes,
      handlingSpread: z.exactOptional(z.enum(['exponential', 'constant'])),
      hours: z.exactOptional(
        z.strictObject({ weekdays: list(wholeNumber(0, 6), 7), from: clock, until: endClock }),
      ),
    }),
  ),
  costPerHandoff: z.exactOptional(money),
  opportunity: z.strictObject({
    winRate: probability,
    halfLifeMinutes: minutes,
    value: z.exactOptional(money),
    cycleMinutes: minutes,
    cycleSigma: z.number().check(z.gte(0), z.lte(10)),
  }),
});

/** The win rate and its half-life are assumptions to be replaced by a team's own numbers. */
export const handoff: StepDefinition<HandoffStep> = {
  defaults: () => ({
    kind: 'handoff',
    name: 'Hand-off',
    to: 'sales',
    serviceMinutes: hours(4),
    opportunity: { winRate: share(0.1), halfLifeMinutes: days(1), cycleMinutes: days(14), cycleSigma: 0.5 },
  }),
  exits: () => [ACCEPTED, MISSED],
  check: slaFindings,
};

function slaFindings(step: HandoffStep): Finding<HandoffStep>[] {
  if (step.slaMinutes === undefined || step.serviceMinutes <= step.slaMinutes) return [];
  return [
    {
      code: 'sla-shorter-than-service',
      severity: 'warning',
      words: `Everyone is missed: taking a contact lasts ${step.serviceMinutes} minutes and the limit is ${step.slaMinutes}. Raise the limit or answer faster.`,
      values: { service: step.serviceMinutes, sla: step.slaMinutes },
      field: 'slaMinutes',
      mended: { ...step, slaMinutes: step.serviceMinutes },
    },
  ];
}
