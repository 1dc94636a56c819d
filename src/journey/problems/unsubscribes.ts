import { ADDRESSED_CHANNELS, type Channel } from '../channels.ts';
import type { Edit } from '../edits.ts';
import { freshId } from '../ids.ts';
import { linksInto, stepOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import type { Problem } from '../problem.ts';
import { type PlannedSend, plannedSends } from './plannedSends.ts';

/**
 * Ways on which somebody who has unsubscribed from one channel is still written to on another. On the channel itself
 * consent stops everything, so a way along one channel needs nothing.
 */
export function findUnsubscribeProblems(journey: Journey): readonly Problem[] {
  const sends = plannedSends(journey).filter(({ channel, transactional }) => {
    return !transactional && isAddressed(channel);
  });
  const channels = [...new Set(sends.map(({ channel }) => channel))];
  if (channels.length < 2) return [];
  const ways = new Map(channels.map((channel) => [channel, waysTo(journey, { channel, sends })]));
  for (const first of sends) {
    if (leavesOnUnsubscribing(journey, first.channel)) continue;
    const other = channels.find(
      (channel) => channel !== first.channel && goesOnTo(journey, first.id, ways.get(channel)),
    );
    if (other) return [problemOf(journey, first, other)];
  }
  return [];
}

function isAddressed(channel: Channel): boolean {
  return ADDRESSED_CHANNELS.some((one) => one === channel);
}

function leavesOnUnsubscribing(journey: Journey, channel: Channel): boolean {
  return journey.settings.exitRules.some(
    ({ when }) => when.kind === 'unsubscribed' && (when.channel === 'any' || when.channel === channel),
  );
}

function goesOnTo(journey: Journey, id: StepId, ways: ReadonlySet<StepId> = new Set()): boolean {
  return Object.values(journey.links[id] ?? {}).some((next) => ways.has(next));
}

interface Wanted {
  readonly channel: Channel;
  readonly sends: readonly PlannedSend[];
}

/** Steps from which a contact may come to a send on the channel without a check that sees who unsubscribed. */
function waysTo(journey: Journey, { channel, sends }: Wanted): ReadonlySet<StepId> {
  const found = new Set(sends.flatMap((send) => (send.channel === channel ? [send.id] : [])));
  const into = linksInto(journey);
  // A set is walked in the order of adding, what is added on the way included.
  for (const id of found)
    for (const { from } of into.get(id) ?? []) if (!seesThem(journey, from)) found.add(from);
  return found;
}

function seesThem(journey: Journey, id: StepId): boolean {
  const step = stepOf(journey, id);
  return step?.kind === 'check' && !step.disabled && step.responses.includes('unsubscribed');
}

function problemOf(journey: Journey, { id, channel }: PlannedSend, other: Channel): Problem {
  return {
    code: 'unsubscribe-unheeded',
    severity: 'warning',
    words: `Who unsubscribes from ${channel} after this message may still be sent something on ${other}: nothing takes them out. Let whoever unsubscribes leave, or check for it on the way.`,
    values: { channel, other },
    step: id,
    fix: letThemLeave(journey),
  };
}

function letThemLeave({ settings }: Journey): Edit {
  const id = freshId(
    settings.exitRules.map((rule) => rule.id),
    'unsubscribed',
  );
  const exitRules = [
    ...settings.exitRules,
    { id, when: { kind: 'unsubscribed', channel: 'any' }, mode: 'immediate' } as const,
  ];
  return { type: 'changeSettings', settings: { ...settings, exitRules } };
}
