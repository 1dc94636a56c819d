import { linksInto, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import type { Journey } from '../../journey/journey.ts';
import { NO_RESPONSE, RESPONSES, type Response } from '../../journey/steps/check.ts';
import { nominalMinutes } from '../../journey/times.ts';
import { MINUTES_PER_HOUR, minutes } from '../../journey/units.ts';
import { sendsBefore } from '../lower/latestSends.ts';
import { type AnyOf, happened, NEVER } from './conditions.ts';
import { asFilter } from './filter.ts';
import { metricOf } from './metrics.ts';
import type { Json } from './types.ts';
import { question, type Way } from './writeSplit.ts';
import { delay, delayOf } from './writeWait.ts';
import type { Written } from './written.ts';
import { channelOf, type Writable, type Writing } from './writing.ts';

type Check = Writable<'check'>;

/** The part of an id that says that a delay is the window of a check, and what kind of check it is. */
export const WINDOW = 'window';

/** A delay to the end of the window, then the question what happened within it. */
export function writeCheck(writing: Writing, check: Check): Written {
  const { id, step } = check;
  const sends = sendsBefore(writing.journey, id).steps;
  const since = Math.max(0, ...sends.map((send) => longestBetween(writing.journey, send, id)));
  const held = step.windowFrom === 'send' ? Math.max(0, step.windowMinutes - since) : step.windowMinutes;
  const timeframe = lately(held + since);
  const ways = RESPONSES.filter((response) => step.responses.includes(response)).map((response): Way => {
    const conditions = conditionsFor(writing, response, sends, timeframe);
    const filter = asFilter(conditions.length > 0 ? [conditions] : NEVER);
    return { id: response, name: NAMES[response], filter };
  });
  say(writing, check, timeframe);
  const asked = ways.length > 0 ? question(writing, check, ways, NO_RESPONSE) : undefined;
  const kind = [
    step.on === 'latest' ? step.on : originalOf(writing, step.on),
    step.ranked ? 'ranked' : 'first',
    step.windowFrom,
    String(step.windowMinutes),
  ];
  const wait = delay(
    writing.name(id, WINDOW, ...kind),
    delayOf(minutes(held)),
    asked ? { part: asked.id } : { exit: NO_RESPONSE },
  );
  return { parts: asked ? [wait, asked] : [wait] };
}

const NAMES: Readonly<Record<Response, string>> = {
  converted: 'Converted',
  clicked: 'Clicked',
  replied: 'Replied',
  opened: 'Opened',
  unsubscribed: 'Unsubscribed',
  bounced: 'Bounced',
};

function conditionsFor(
  writing: Writing,
  response: Response,
  sends: readonly StepId[],
  timeframe: Json,
): AnyOf {
  const found = sends.flatMap((send) => {
    const message = stepOf(writing.journey, send);
    if (message?.kind !== 'message') return [];
    const channel = channelOf(message);
    const metric = writing.metric(metricOf(response, channel));
    const named = channel === 'email' && response !== 'converted' && response !== 'unsubscribed';
    return happened({ metric, some: true, timeframe, ...(named && { message: writing.messageName(send) }) });
  });
  const texts = found.map((condition) => JSON.stringify(condition));
  return found.filter((_, index) => texts.indexOf(texts[index] ?? '') === index);
}

/** Whole hours, rounded up: what happened just before counts rather than that something is missed. */
function lately(window: number): Json {
  const hours = Math.max(1, Math.ceil(window / MINUTES_PER_HOUR));
  const [unit, quantity] = hours % 24 === 0 ? ['day', hours / 24] : ['hour', hours];
  return { type: 'date', operator: 'in-the-last', unit, quantity };
}

function say(writing: Writing, { id, step }: Check, { unit, quantity }: Json): void {
  const held = step.ranked
    ? 'Everyone is held to the end of the window, as here'
    : 'Everyone is held to the end of the window, also who answers at once';
  const best =
    step.ranked || step.responses.length < 2 ? '' : ', and the best answer wins instead of the first';
  writing.say('emulated', id, {
    code: 'check-after-delay',
    words: `${held}${best}. Then it is asked what happened in the last ${String(quantity)} ${String(unit)}${quantity === 1 ? '' : 's'}: of e-mails by the message’s name, on other channels with any message.`,
    values: { quantity: Number(quantity), unit: String(unit) },
    returns: true,
  });
}

/** What the id of a message will be when copies have been made one again. */
function originalOf(writing: Writing, on: StepId): StepId {
  const source = writing.sourceOf(on);
  return stepOf(writing.journey, source)?.kind === 'message' ? source : on;
}

/** The longest that contacts usually take from one step to a later one, in minutes; 0 where no way leads there. */
function longestBetween(journey: Journey, from: StepId, to: StepId): number {
  const known = new Map<StepId, number | undefined>();
  const into = linksInto(journey);
  const open: StepId[] = [to];
  // A step is settled when all before it are; journeys that were lowered have no loops.
  for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
    const before = (into.get(id) ?? []).map((link) => link.from);
    const unsettled =
      id === from ? undefined : before.find((step) => !known.has(step) && !open.includes(step));
    if (unsettled !== undefined) {
      open.push(unsettled);
      continue;
    }
    open.pop();
    const ways = before.flatMap((step) => {
      const minutes = known.get(step);
      const content = stepOf(journey, step);
      return minutes === undefined || !content
        ? []
        : [minutes + (step === from ? 0 : nominalMinutes(content))];
    });
    known.set(id, id === from ? 0 : ways.length > 0 ? Math.max(...ways) : undefined);
  }
  return known.get(to) ?? 0;
}
