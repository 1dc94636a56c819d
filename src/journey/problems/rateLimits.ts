import type { Channel } from '../channels.ts';
import type { Edit } from '../edits.ts';
import type { FactsSchema } from '../facts.ts';
import { stepEntries, stepOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import { durationWords, type Policies } from '../policies.ts';
import type { Problem } from '../problem.ts';
import type { EntryStep } from '../steps/entry.ts';
import { exitsOf } from '../steps/index.ts';
import type { MessageStep } from '../steps/message.ts';
import { nominalMinutes } from '../times.ts';
import { days, minutes, MINUTES_PER_DAY } from '../units.ts';

/**
 * A rate limit can be seen to be too low for messages that everyone who comes in meets, before the journey first parts
 * them: where events bring in so many contacts a day, and where an audience of known size comes in at once.
 */
export function findSlowLimits(
  journey: Journey,
  { rateLimits }: Policies,
  schema: FactsSchema | undefined,
): readonly Problem[] {
  const entry = Object.values(journey.steps).find(({ kind }) => kind === 'entry');
  if (rateLimits.length === 0 || entry?.kind !== 'entry' || entry.eligible) return [];
  if (journey.settings.entryCap !== undefined) return [];
  const met = messagesOfAll(journey);
  const channels = [...new Set(rateLimits.map(({ channel }) => channel))];
  return channels.flatMap((channel) => {
    const limits = rateLimits.filter((limit) => limit.channel === channel);
    const perMinute = Math.min(...limits.map((limit) => limit.max / limit.perMinutes));
    const messages = met.filter(({ step }) => step.channel === channel);
    return entry.trigger.type === 'events'
      ? tooManyADay(entry, { channel, messages, perMinute })
      : tooManyAtOnce(journey, { entry, channel, messages, perMinute, schema });
  });
}

interface Met {
  readonly id: StepId;
  readonly step: MessageStep;
  /** Minutes after the entry, at the latest. */
  readonly at: number;
}

/** The messages on the way that all contacts go together. */
function messagesOfAll(journey: Journey): readonly Met[] {
  const met: Met[] = [];
  const seen = new Set<StepId>();
  let at = stepEntries(journey).find(([, { kind }]) => kind === 'entry')?.[0];
  for (let time = 0; at !== undefined && !seen.has(at) && time < journey.settings.horizonMinutes;) {
    seen.add(at);
    const step = stepOf(journey, at);
    if (!step || exitsOf(step).join() !== 'next') break;
    if (step.kind === 'message' && !step.disabled) met.push({ id: at, step, at: time });
    time += nominalMinutes(step);
    at = journey.links[at]?.['next'];
  }
  return met;
}

/** A limit that needs longer is too low for the journey. */
const LONGEST_FIX = days(365);

interface Crowded {
  readonly channel: Channel;
  readonly messages: readonly Met[];
  readonly perMinute: number;
}

function tooManyADay({ trigger }: EntryStep, { channel, messages, perMinute }: Crowded): readonly Problem[] {
  const due = trigger.type === 'events' ? trigger.perDay * messages.length : 0;
  const [first] = messages;
  if (!first || due <= perMinute * MINUTES_PER_DAY) return [];
  const [most, least] = [due, perMinute * MINUTES_PER_DAY].map((n) => Math.round(n * 10) / 10);
  const words = `Up to ${most ?? 0} messages a day are due on ${channel}, and its rate limit lets ${least ?? 0} out, so more and more of them wait. Raise the limit, or send less.`;
  return [warning('rate-limit-slow', words, { channel, due: most ?? 0, limit: least ?? 0 }, first.id)];
}

function tooManyAtOnce(
  { settings }: Journey,
  {
    entry,
    channel,
    messages,
    perMinute,
    schema,
  }: Crowded & { readonly entry: EntryStep; readonly schema: FactsSchema | undefined },
): readonly Problem[] {
  const [first] = messages;
  const { rows, reach } = schema ?? {};
  if (!first || rows === undefined || entry.trigger.type !== 'atOnce') return [];
  const transactional = settings.transactional === true || first.step.transactional;
  const known = reach?.[channel];
  const share = known ? (transactional ? known.addressed : known.allowed) : 1;
  const [due, lets] = [Math.round(rows * share), Math.floor(perMinute * settings.horizonMinutes)];
  if (due <= lets) return [];
  const words = `Up to ${due.toLocaleString('en')} messages are due on ${channel} here, and its rate limit lets ${lets.toLocaleString('en')} out in the ${durationWords(settings.horizonMinutes)} that are simulated, so the rest is never sent. Raise the limit, send to fewer, or simulate longer.`;
  const horizonMinutes = minutes(Math.ceil(due / perMinute));
  const fix: Edit = { type: 'changeSettings', settings: { ...settings, horizonMinutes } };
  return [
    {
      ...warning('rate-limit-undrained', words, { channel, due, limit: lets }, first.id),
      ...(horizonMinutes <= LONGEST_FIX && { fix }),
    },
  ];
}

function warning(code: string, words: string, values: Problem['values'], step: StepId): Problem {
  return { code, severity: 'warning', words, values, step };
}
