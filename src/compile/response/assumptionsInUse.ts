import type { AudienceSchema } from '../../audience/audience.ts';
import { CHANNELS, type Channel } from '../../journey/channels.ts';
import { reachedSteps, stepEntries } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Send } from '../../journey/steps/message.ts';
import { preferredChannels } from '../context.ts';

/** One send that contacts may get, and where in the document it stands. */
export interface SendInUse {
  readonly step: StepId;
  /** From 0; undefined: a message. */
  readonly rung: number | undefined;
  readonly send: Send;
}

/** Everything that can go out: of steps that are on and that some way leads to. */
export function sendsInUse(journey: Journey, schema?: AudienceSchema): readonly SendInUse[] {
  const reached = reachedSteps(journey);
  return stepEntries(journey).flatMap(([id, step]): readonly SendInUse[] => {
    if (step.disabled || !reached.has(id)) return [];
    if (step.kind === 'escalate') return step.rungs.map((send, rung) => ({ step: id, rung, send }));
    if (step.kind !== 'message') return [];
    const { channel, fallback, ...rest } = step;
    return channelsOf(channel, fallback, schema).map((one) => ({
      step: id,
      rung: undefined,
      send: { ...rest, channel: one },
    }));
  });
}

function channelsOf(
  channel: Channel | 'preferred',
  fallback: readonly Channel[] | undefined,
  schema: AudienceSchema | undefined,
): readonly Channel[] {
  if (channel !== 'preferred') return [channel];
  return schema ? preferredChannels(fallback, schema) : (fallback ?? []);
}

/** Sends by channel, in the channels' fixed order. */
export function byChannel(
  sends: readonly SendInUse[],
): readonly (readonly [Channel, readonly SendInUse[]])[] {
  return CHANNELS.flatMap((channel) => {
    const there = sends.filter(({ send }) => send.channel === channel);
    return there.length === 0 ? [] : [[channel, there] as const];
  });
}
