import { ADDRESSED_CHANNELS, type Channel } from '../channels.ts';
import type { Facts, FactsSchema } from '../facts.ts';
import type { Journey } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { type PlannedSend, plannedSends } from './plannedSends.ts';

/** Channels on which nobody of this audience can be sent anything. */
export function findReachProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  const reach = schema?.reach;
  if (!reach) return [];
  // A preferred message goes out on the contact’s own channel, whatever becomes of its fallbacks.
  const sends = plannedSends(journey).filter(({ channel, step }) => {
    return isAddressed(channel) && !(step.kind === 'message' && step.channel === 'preferred');
  });
  const planned = [...new Set(sends.map(({ channel }) => channel))];
  return sends.flatMap((send): readonly Problem[] => {
    const { channel, transactional } = send;
    if (shareOf(reach, channel, transactional) > 0) return [];
    const left = planned.filter((other) => shareOf(reach, other, false) > 0);
    return [problemOf(send, reach[channel]?.addressed === 0, planned.length > 1 ? left : [])];
  });
}

function isAddressed(channel: Channel): boolean {
  return ADDRESSED_CHANNELS.some((one) => one === channel);
}

/** Nobody is asked for consent to what is not marketing. */
function shareOf(reach: NonNullable<FactsSchema['reach']>, channel: Channel, transactional: boolean): number {
  const known = reach[channel];
  if (!known) return 1;
  return transactional ? known.addressed : known.allowed;
}

function problemOf(
  { id, step, channel, rung }: PlannedSend,
  noAddress: boolean,
  left: readonly Channel[],
): Problem {
  const why = noAddress ? `has an address for ${channel}` : `may be written to on ${channel}`;
  const only = left.length === 1 ? ` Of this journey’s channels it can only be reached on ${left[0]}.` : '';
  const what = step.kind === 'escalate' ? 'that rung of the ladder' : 'this message';
  const rungs = step.kind === 'escalate' ? step.rungs.toSpliced(rung ?? 0, 1) : [];
  return {
    code: 'channel-reaches-nobody',
    severity: 'warning',
    words: `Nobody in the audience ${why}, so ${what} is never sent.${only} Use another channel, or an audience that has it.`,
    values: { channel, only: left.length === 1 ? (left[0] ?? '') : '' },
    step: id,
    ...(step.kind === 'escalate' &&
      rungs.length > 0 && { fix: { type: 'changeStep', id, step: { ...step, rungs } } as const }),
  };
}
