import { stepEntries } from '../../journey/graph.ts';
import type { Journey } from '../../journey/journey.ts';
import { ruleLeavesOf } from '../../journey/placedRules.ts';
import type { SheetTask } from '../../journey/portability.ts';
import type { AskedChannel } from './channelsAsked.ts';

export interface AssetWords {
  readonly message: (name: string, channel: AskedChannel) => string;
  readonly attribute: (name: string) => string;
  readonly event: (name: string) => string;
}

/** What must be there before a journey can be built: contents, fields of contacts, events; a task each, in the order of the alphabet. */
export function assetsOf(journey: Journey, words: AssetWords): readonly SheetTask[] {
  const steps = stepEntries(journey);
  // Copies of one step, as loops and ladders are written out, need one content.
  const messages = new Map<string, SheetTask>();
  for (const [id, step] of steps) {
    if (step.kind !== 'message') continue;
    const said = words.message(step.name, step.channel);
    if (!messages.has(said)) messages.set(said, task(`content:${id}`, said));
  }
  const attributes = [...new Set(attributesOf(journey))]
    .sort()
    .map((name) => task(`attribute:${name}`, words.attribute(name)));
  const events = steps.flatMap(([, step]) =>
    step.kind === 'entry' && step.trigger.type === 'events'
      ? [task(`event:${step.trigger.event}`, words.event(step.trigger.event))]
      : [],
  );
  return [...events, ...attributes, ...messages.values()];
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
