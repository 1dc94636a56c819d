import { sameJson } from '../../journey/sameJson.ts';
import { type EntryStep, entrySchema, type EntryTrigger } from '../../journey/steps/entry.ts';
import type { Rule } from '../../journey/rules.ts';
import { isObject } from '../kept.ts';
import { slipOf } from './slip.ts';
import { elseOf } from './rawExits.ts';
import { readDecision } from './readSplits.ts';
import { baseOf, type Doubted, type Placed, type Reading } from './reading.ts';
import { type ShapedActivity, typeOf } from './shape.ts';
import { eventKeyOf, triggerType } from './writeTrigger.ts';

/** Events a day over the whole audience, which no file says. */
const SOME_EVENTS = 100;

export interface ReadEntry {
  readonly step: EntryStep;
  readonly id: string;
  readonly doubts: readonly Doubted[];
}

export function readTrigger(trigger: ShapedActivity, reading: Reading): ReadEntry {
  const slip = slipOf(trigger.metaData);
  const id = typeof slip['id'] === 'string' ? slip['id'] : trigger.key;
  const given = isObject(slip['trigger']) ? slip['trigger'] : {};
  const filled = given['type'] === 'events' ? { perDay: SOME_EVENTS, ...given } : given;
  const slipped = entrySchema.safeParse({ kind: 'entry', ...baseOf(trigger), trigger: filled });
  const believed = slipped.success ? (slipped.data as EntryStep) : undefined;
  if (believed && triggerType(believed.trigger).toUpperCase() === typeOf(trigger)) {
    const isCounted = believed.trigger.type === 'events' && !reading.base;
    return { step: believed, id, doubts: isCounted ? [UNCOUNTED] : [] };
  }
  const { trigger: plain, doubt } = plainTrigger(trigger);
  return { step: { kind: 'entry', ...baseOf(trigger), trigger: plain }, id, doubts: doubt ? [doubt] : [] };
}

const UNCOUNTED: Doubted = {
  code: 'events-uncounted',
  words: `The file does not say how many events come: ${SOME_EVENTS} a day are supposed. Change that in the entry.`,
};

function plainTrigger(trigger: ShapedActivity): { readonly trigger: EntryTrigger; readonly doubt?: Doubted } {
  const type = typeOf(trigger);
  if (type === 'EMAILAUDIENCE') return { trigger: { type: 'atOnce' } };
  if (type.endsWith('EVENT') && !type.includes('DATE')) {
    const event = (eventKeyOf(trigger) ?? trigger.key).slice(0, 10_000);
    return { trigger: { type: 'events', event, perDay: SOME_EVENTS }, doubt: UNCOUNTED };
  }
  if (type === 'AUTOMATIONAUDIENCE')
    return {
      trigger: { type: 'schedule', everyDays: 1, at: '09:00' },
      doubt: {
        code: 'schedule-supposed',
        words: 'The schedule is not in this file: every day at 09:00 is assumed. Change that in the entry.',
      },
    };
  return {
    trigger: { type: 'atOnce' },
    doubt: {
      code: 'trigger-unknown',
      words: `Contacts come in by “${trigger.type.slice(0, 60)}”, which has no counterpart here: everyone comes in at the start.`,
    },
  };
}

/** Who may come in, where the first activity is the question that we write for that. */
export function readEligible(
  first: Placed | undefined,
  reading: Reading,
  waysInto: number,
): Rule | undefined {
  if (
    !first ||
    typeOf(first.activity) !== 'MULTICRITERIADECISION' ||
    reading.waysInto(first.activity.key) > waysInto
  )
    return undefined;
  const outcomes = first.activity.outcomes ?? [];
  const rest = outcomes[1];
  const isOurs =
    slipOf(first.activity.metaData)['eligible'] === true &&
    outcomes.length === 2 &&
    elseOf(first.activity) === 1 &&
    !rest?.next &&
    sameJson(slipOf(rest?.metaData), {});
  const read = isOurs ? readDecision(first.activity, reading) : undefined;
  // What had to be doubted is shown as the split that it is.
  if (!read?.ok || read.doubts.length > 0 || read.step.kind !== 'split') return undefined;
  return read.step.branches[0]?.rule;
}
