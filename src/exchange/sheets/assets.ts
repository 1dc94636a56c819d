import type { Channel } from '../../journey/channels.ts';
import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import { ruleLeavesOf } from '../../journey/placedRules.ts';
import type { SheetTask } from '../../journey/portability.ts';
import type { AskedChannel } from './channelsAsked.ts';

export interface AssetWords {
  readonly message: (name: string, channel: AskedChannel) => string;
  readonly attribute: (name: string) => string;
  readonly event: (name: string) => string;
  /** What marks that somebody passed a milestone. */
  readonly milestone: (name: string) => string;
  /** What says that somebody wants nothing more on a channel; absent: the platform has it by itself. */
  readonly subscription?: (channel: Channel) => string;
}

/** What must be there before a journey can be built: contents, fields of contacts, events; a task each, in the order of the alphabet. */
export function assetsOf(journey: Journey, words: AssetWords): readonly SheetTask[] {
  const steps = stepEntries(journey);
  const messages = steps.flatMap(([id, step]) =>
    step.kind === 'message' ? [task(`content:${id}`, words.message(step.name, step.channel))] : [],
  );
  const attributes = [...new Set(attributesOf(journey))]
    .sort()
    .map((name) => task(`attribute:${name}`, words.attribute(name)));
  const events = steps.flatMap(([, step]) =>
    step.kind === 'entry' && step.trigger.type === 'events'
      ? [task(`event:${step.trigger.event}`, words.event(step.trigger.event))]
      : [],
  );
  const milestones = steps.flatMap(([id, step]) =>
    step.kind === 'goal' ? [task(`milestone:${id}`, words.milestone(step.name))] : [],
  );
  const { subscription } = words;
  const subscriptions = subscription
    ? channelsOf(journey).map((channel) => task(`subscription:${channel}`, subscription(channel)))
    : [];
  return [...events, ...attributes, ...subscriptions, ...once(milestones), ...once(messages)];
}

/** Copies of one step need one thing. */
function once(tasks: readonly SheetTask[]): readonly SheetTask[] {
  return [...new Map(tasks.toReversed().map((one) => [one.words, one])).values()].toReversed();
}

/** Whose consent is asked for or taken back, sorted. */
function channelsOf(journey: Journey): readonly Channel[] {
  const asked = ruleLeavesOf(journey).flatMap(({ rule }) => (rule.kind === 'consent' ? [rule.channel] : []));
  const changed = stepEntries(journey).flatMap(([, step]) =>
    step.kind === 'update'
      ? step.changes.flatMap((change) =>
          change.type === 'suppress' && change.channel !== 'all' ? [change.channel] : [],
        )
      : [],
  );
  return [...new Set([...asked, ...changed])].sort();
}

function task(id: string, words: string): SheetTask {
  return { id, words, settings: [], remarks: [] };
}

function attributesOf(journey: Journey): readonly string[] {
  const asked = ruleLeavesOf(journey).flatMap(({ rule }) => {
    if (rule.kind === 'column') return [rule.column];
    return rule.kind === 'tag' ? ['tags'] : rule.kind === 'score' ? ['score'] : [];
  });
  const used = stepEntries(journey).flatMap(([, step]): readonly string[] => {
    if (step.kind === 'wait' && step.until.type === 'date') return [step.until.column];
    if (step.kind === 'entry' && step.trigger.type === 'date') return [step.trigger.column];
    if (step.kind !== 'update') return [];
    return step.changes.flatMap((change) => {
      if (change.type === 'set') return [change.column];
      if (change.type === 'addScore') return ['score'];
      return change.type === 'suppress' ? [] : ['tags'];
    });
  });
  return [...asked, ...used];
}
