import type { Channel } from '../channels.ts';
import { reachedSteps, stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Policies } from '../policies.ts';
import { remembered } from '../remembered.ts';
import type { EscalateStep } from '../steps/escalate.ts';
import type { MessageStep } from '../steps/message.ts';
import type { Money } from '../units.ts';

/** One channel that a step may send on; a `preferred` message counts with its fallbacks, the only channels known here. */
export interface PlannedSend {
  readonly id: StepId;
  readonly step: MessageStep | EscalateStep;
  readonly channel: Channel;
  readonly cost: Money | undefined;
  readonly occasion: 'campaign' | 'triggered';
  /** Its place on an escalation’s ladder, from 0. */
  readonly rung?: number;
  /** Neither caps nor quiet hours are asked. */
  readonly transactional: boolean;
}

/** What contacts can be sent: steps that are switched on and that some way leads to. */
export const plannedSends = remembered((journey): readonly PlannedSend[] => {
  const entries = stepEntries(journey);
  const reached = reachedSteps(journey);
  const always = journey.settings.transactional === true;
  return entries.flatMap(([id, step]): PlannedSend[] => {
    if (step.disabled || !reached.has(id)) return [];
    if (step.kind === 'escalate')
      return step.rungs.map(({ channel, cost, occasion }, rung) => {
        return { id, step, channel, cost, occasion, rung, transactional: always };
      });
    if (step.kind !== 'message') return [];
    const { cost, occasion } = step;
    const channels = step.channel === 'preferred' ? (step.fallback ?? []) : [step.channel];
    const transactional = always || step.transactional;
    return channels.map((channel) => ({ id, step, channel, cost, occasion, transactional }));
  });
});

/** Those that quiet hours hold for. */
export function quietSends(journey: Journey, { quietHours }: Policies): readonly PlannedSend[] {
  if (!quietHours) return [];
  const { channels } = quietHours;
  return plannedSends(journey).filter(
    ({ channel, transactional }) => !transactional && (!channels || channels.includes(channel)),
  );
}
