import type { ExitName } from '../../journey/journey.ts';
import { NO_RESPONSE, type Response } from '../../journey/steps/check.ts';
import type { Doubt } from '../doubt.ts';
import { idOf, type Plain, textIn } from './plain.ts';
import { checkOf, responseTo, WITHOUT_END } from './readCatch.ts';
import { nameOf } from './readName.ts';
import { doubt, type Foreign } from './readStep.ts';
import type { Source } from './source.ts';
import { durationOf, timerIn } from './timers.ts';

/** The events that a gateway waits for: those that nothing else leads to. */
export function eventsAfter(gateway: Plain, source: Source): readonly Plain[] {
  return source
    .outOf(gateway)
    .flatMap((flow) => source.nodes.get(textIn(flow, 'targetRef') ?? '') ?? [])
    .filter((event) => source.into(event).length === 1 && isAwaited(event));
}

function isAwaited({ $type }: Plain): boolean {
  return $type === 'bpmn:IntermediateCatchEvent' || $type === 'bpmn:ReceiveTask';
}

/** A gateway at which contacts wait for the first of several events, with these events: a check. */
export function readEventGateway(gateway: Plain, source: Source): Foreign {
  const events = eventsAfter(gateway, source);
  const timers = events.flatMap((event) => (timerIn(event) ? [{ event, minutes: minutesOf(event) }] : []));
  const first = timers.reduce<(typeof timers)[number] | undefined>(
    (best, timer) => (best && (best.minutes ?? Infinity) <= (timer.minutes ?? Infinity) ? best : timer),
    undefined,
  );
  const exits = new Map<ExitName, Plain>();
  const taken = new Set<Response>();
  const doubts: Doubt[] = [];
  for (const event of events) {
    const [flow] = source.outOf(event);
    if (timerIn(event)) {
      if (event === first?.event && flow) exits.set(NO_RESPONSE, flow);
      else if (event !== first?.event) doubts.push(tooLate(event));
      continue;
    }
    const read = responseTo(event, source, taken);
    taken.add(read.response);
    doubts.push(...read.doubts);
    if (flow) exits.set(read.response, flow);
  }
  const window = first?.minutes ?? WITHOUT_END;
  return {
    step: checkOf(nameOf(gateway), [...taken], window),
    elements: [gateway, ...events],
    exits,
    doubts: [...doubts, ...windowDoubts(gateway, first)],
  };
}

function minutesOf(event: Plain): number | undefined {
  const timer = timerIn(event);
  return timer?.property === 'timeDuration' ? durationOf(timer.text) : undefined;
}

function tooLate(event: Plain): Doubt {
  return doubt(
    event,
    'timer-never-first',
    `The timer “${nameOf(event)}” never goes off first. Nobody takes its way.`,
  );
}

function windowDoubts(
  gateway: Plain,
  first: { readonly event: Plain; readonly minutes: number | undefined } | undefined,
): readonly Doubt[] {
  if (!first) {
    const words = `“${nameOf(gateway)}” waits for events without an end. It was read as a check of 90 days.`;
    return [doubt(gateway, 'wait-without-end', words)];
  }
  if (first.minutes !== undefined) return [];
  const words = `When the timer “${idOf(first.event)}” goes off cannot be read. It was read as 90 days.`;
  return [doubt(first.event, 'timer-unread', words)];
}
