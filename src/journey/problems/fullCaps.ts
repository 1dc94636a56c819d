import type { Channel } from '../channels.ts';
import type { Edit } from '../edits.ts';
import { finishOrder, linksOf, reachableFrom, stepEntries, stepOf, successorsOf } from '../graph.ts';
import { freshStepId } from '../ids.ts';
import type { Journey, StepId } from '../journey.ts';
import {
  covers,
  type FrequencyCap,
  oftenWords,
  openMinutes,
  type Policies,
  windowMinutes,
} from '../policies.ts';
import type { Problem } from '../problem.ts';
import { type Step, STEP_DEFINITIONS } from '../steps/index.ts';
import { instantLoops } from './loops.ts';

const ROW = 150;

/**
 * Messages that can never be sent, because those that go out in the same minute before them have filled a cap already.
 *
 * This must be certain, so it asks for a lot. On every way to the message, with no time passing, there are as many others as
 * the cap allows, on the same channel: whatever keeps such a one from being sent (consent, address, quiet hours, a full cap
 * that the message obeys as well) keeps the message from it too. Nothing that could hold one of them may be about.
 */
export function findFullCaps(journey: Journey, policies: Policies): readonly Problem[] {
  if (policies.caps.length === 0 || journey.settings.transactional) return [];
  if (instantLoops(journey).length > 0) return [];
  const ways = waysOf(journey);
  const known = new Map<string, ReadonlyMap<StepId, number>>();
  return stepEntries(journey).flatMap(([id, step]) => {
    const message = promotionOf(step);
    if (!message || !isPlain(message.channel, policies)) return [];
    const stopping = capsStopping(message, policies);
    if (stopping.some(({ onCap }) => onCap.kind === 'retry')) return [];
    for (const cap of stopping) {
      const key = [message.channel, cap.id, ...stopping.map((one) => one.id)].join(' ');
      const before =
        known.get(key) ?? fewestBefore(ways, { channel: message.channel, cap, stopping, policies });
      known.set(key, before);
      const count = before.get(id) ?? 0;
      if (count >= cap.max) return [problemOf(journey, { id, cap, count })];
    }
    return [];
  });
}

/** A message on one channel that caps may stop or count. */
interface Promotion {
  readonly channel: Channel;
  readonly obeysCaps: boolean;
  readonly countsTowardCaps: boolean;
  readonly tags?: readonly string[];
}

function promotionOf(step: Step): Promotion | undefined {
  if (step.kind !== 'message' || step.disabled || step.transactional) return undefined;
  const { channel } = step;
  return channel === 'preferred' ? undefined : { ...step, channel };
}

/** Money and turns may stop one message and not the next; held until it is given up, a message makes room for the next. */
function isPlain(channel: Channel, { budgets, rateLimits, quietHours: quiet }: Policies): boolean {
  if ([...budgets, ...rateLimits].some((limit) => limit.channel === channel)) return false;
  if (quiet?.onQuiet !== 'hold' || quiet.channels?.includes(channel) === false) return true;
  return openMinutes(quiet) > 0 && openMinutes(quiet) >= (quiet.releaseOverMinutes ?? 0);
}

function capsStopping({ obeysCaps, channel, tags }: Promotion, { caps }: Policies): readonly FrequencyCap[] {
  return obeysCaps ? caps.filter(({ scope }) => covers(scope, channel, tags)) : [];
}

/** Steps that no time passes at, every one after all that lead to it in the same minute; and those where time begins anew. */
interface Ways {
  readonly journey: Journey;
  readonly fresh: readonly StepId[];
  readonly instant: readonly StepId[];
  readonly successors: ReadonlyMap<StepId, readonly StepId[]>;
}

function waysOf(journey: Journey): Ways {
  const successors = successorsOf(journey);
  const starts = stepEntries(journey).flatMap(([id, { kind }]) => (kind === 'entry' ? [id] : []));
  const reached = [...reachableFrom(starts, successors)];
  const isInstant = (id: StepId) => {
    const step = stepOf(journey, id);
    return step !== undefined && !mayTakeTime(step);
  };
  const instant = reached
    .filter(isInstant)
    .map((id) => [id, (successors.get(id) ?? []).filter(isInstant)] as const);
  return {
    journey,
    fresh: reached.filter((id) => !isInstant(id)),
    instant: finishOrder(new Map(instant)).reverse(),
    successors,
  };
}

function mayTakeTime({ kind, disabled }: Step): boolean {
  return kind === 'entry' || (!disabled && (kind === 'wait' || kind === 'check' || kind === 'handoff'));
}

interface Question {
  readonly channel: Channel;
  readonly cap: FrequencyCap;
  /** All caps that stop the message in question. */
  readonly stopping: readonly FrequencyCap[];
  readonly policies: Policies;
}

/** Step → how many messages at least have taken a place under the cap in the minute in which a contact arrives. */
function fewestBefore(
  { journey, fresh, instant, successors }: Ways,
  question: Question,
): ReadonlyMap<StepId, number> {
  const arriving = new Map<StepId, number>();
  const leave = (id: StepId, count: number) => {
    for (const next of successors.get(id) ?? [])
      arriving.set(next, Math.min(arriving.get(next) ?? Infinity, count));
  };
  for (const id of fresh) leave(id, 0);
  for (const id of instant) {
    const step = stepOf(journey, id);
    const count = arriving.get(id);
    if (step && count !== undefined) leave(id, countAfter(step, count, question));
  }
  return arriving;
}

function countAfter(step: Step, count: number, { channel, cap, stopping, policies }: Question): number {
  if (step.disabled || (step.kind !== 'message' && step.kind !== 'escalate')) return count;
  const other = promotionOf(step);
  const fills =
    other?.channel === channel &&
    other.countsTowardCaps &&
    covers(cap.scope, channel, other.tags) &&
    capsStopping(other, policies).every((one) => stopping.includes(one));
  if (fills) return count + 1;
  return canHold(policies) ? 0 : count;
}

/** Whether some message may wait where it stands, so that what follows comes in another minute. */
function canHold({ caps, quietHours, rateLimits }: Policies): boolean {
  return (
    quietHours?.onQuiet === 'hold' ||
    rateLimits.length > 0 ||
    caps.some(({ onCap }) => onCap.kind === 'retry')
  );
}

function problemOf(
  journey: Journey,
  { id, cap, count }: { readonly id: StepId; readonly cap: FrequencyCap; readonly count: number },
): Problem {
  const others = count === 1 ? 'another message goes' : `${count} others go`;
  const end = cap.onCap.kind === 'exit' ? 'contacts always leave the journey here' : 'it is never sent';
  const words = `This message always meets a full cap: ${others} out in the same minute before it and “${cap.id}” allows ${cap.max} ${oftenWords(cap.window)}, so ${end}. Put a wait before it, or take one out.`;
  const fix = waitBefore(journey, id, cap);
  return {
    code: 'cap-always-full',
    severity: 'warning',
    words,
    values: { cap: cap.id, max: cap.max, others: count },
    step: id,
    ...(fix && { fix }),
  };
}

/** Where one link leads to the message: a wait in it until the cap has room. */
function waitBefore(journey: Journey, id: StepId, { window }: FrequencyCap): Edit | undefined {
  const wait = windowMinutes(window);
  const [link, ...more] = linksOf(journey).filter(({ to }) => to === id);
  if (!link || more.length > 0 || wait >= journey.settings.horizonMinutes) return undefined;
  const { x, y } = journey.layout[id] ?? { x: 0, y: 0 };
  return {
    type: 'spliceStep',
    id: freshStepId(journey, 'wait'),
    step: { ...STEP_DEFINITIONS.wait.defaults(), until: { type: 'duration', minutes: wait } },
    at: { x, y: y + ROW },
    from: link.from,
    exit: link.exit,
  };
}
