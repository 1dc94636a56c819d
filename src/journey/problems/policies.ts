import type { Channel } from '../channels.ts';
import type { Facts } from '../facts.ts';
import { stepEntries, stepOf } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import {
  covers,
  durationWords,
  openMinutes,
  type Policies,
  type QuietHours,
  windowMinutes,
} from '../policies.ts';
import type { Problem } from '../problem.ts';
import { MAX_MINUTES } from '../schema/values.ts';
import { exitsOf } from '../steps/index.ts';
import { nominalMinutes } from '../times.ts';
import { MINUTES_PER_DAY, minutes } from '../units.ts';
import { findFullCaps } from './fullCaps.ts';
import { plannedSends, quietSends } from './plannedSends.ts';

/**
 * Policies under which this journey cannot send what it means to. Only what is certain, or true of everyone who may be
 * written to: how many contacts there are is not known here, and a policy that is about nothing in this journey is no problem.
 */
export function findPolicyProblems(journey: Journey, { policies }: Facts): readonly Problem[] {
  if (!policies) return [];
  return [
    ...quietProblems(journey, policies),
    ...emptyBudgets(journey, policies),
    ...slowLimits(journey, policies),
    ...endlessRetries(journey, policies),
    ...findFullCaps(journey, policies),
  ];
}

function quietProblems(journey: Journey, policies: Policies): readonly Problem[] {
  const { quietHours } = policies;
  const [first] = quietSends(journey, policies);
  if (!quietHours || !first) return [];
  const { from, until, onQuiet, releaseOverMinutes: spread = 0 } = quietHours;
  if (from === until) {
    const words = `Quiet hours from ${from} until ${until} last all day: ${QUIET_WORDS[onQuiet]}. Change the hours, or take them out of the policies.`;
    return [warning('quiet-all-day', words, { from, until, onQuiet }, first.id)];
  }
  const open = openMinutes(quietHours);
  if (onQuiet !== 'hold' || spread <= open) return [];
  const words = `What quiet hours held goes out over ${durationWords(spread)}, but it is quiet again after ${durationWords(open)}: some of it waits for another day. Spread it over ${durationWords(open)} at most.`;
  return [warning('quiet-release-long', words, { spread, open }, first.id)];
}

const QUIET_WORDS: Readonly<Record<QuietHours['onQuiet'], string>> = {
  hold: 'messages are held for 7 days and then not sent',
  skip: 'no message that keeps to them is ever sent',
  exit: 'contacts leave the journey at their first message',
};

function emptyBudgets(journey: Journey, { budgets }: Policies): readonly Problem[] {
  const sends = plannedSends(journey);
  return budgets.flatMap(({ channel, amount }) => {
    const first = sends.find((send) => send.channel === channel && send.cost !== 0);
    if (amount > 0 || !first) return [];
    const words = `The budget of ${channel} is 0, so no message that costs anything is sent there. Give it money, or use another channel.`;
    return [warning('budget-empty', words, { channel }, first.id)];
  });
}

/**
 * A rate limit can be seen to be too low without knowing the audience where events bring in so many contacts a day: those
 * meet every message on the way until the journey first parts them.
 */
function slowLimits(journey: Journey, { rateLimits }: Policies): readonly Problem[] {
  const due = dueEveryDay(journey);
  return [...due].flatMap(([channel, { perDay, first }]) => {
    const limits = rateLimits.filter((limit) => limit.channel === channel);
    const lets = Math.min(...limits.map((limit) => (limit.max / limit.perMinutes) * MINUTES_PER_DAY));
    if (perDay <= lets) return [];
    const [most, least] = [perDay, lets].map((n) => Math.round(n * 10) / 10);
    const words = `Up to ${most ?? 0} messages a day are due on ${channel}, and its rate limit lets ${least ?? 0} out, so more and more of them wait. Raise the limit, or send less.`;
    return [warning('rate-limit-slow', words, { channel, due: most ?? 0, limit: least ?? 0 }, first)];
  });
}

/** Channel → messages a day that everyone who comes in is due. */
function dueEveryDay(journey: Journey): ReadonlyMap<Channel, { perDay: number; readonly first: StepId }> {
  const due = new Map<Channel, { perDay: number; readonly first: StepId }>();
  const [start] = stepEntries(journey).filter(([, { kind }]) => kind === 'entry');
  const entry = start?.[1];
  if (entry?.kind !== 'entry' || entry.trigger.type !== 'events' || entry.eligible) return due;
  if (journey.settings.entryCap !== undefined) return due;
  const { perDay } = entry.trigger;
  const seen = new Set<StepId>();
  let at = start?.[0];
  for (let time = 0; at !== undefined && !seen.has(at) && time < journey.settings.horizonMinutes;) {
    seen.add(at);
    const step = stepOf(journey, at);
    if (!step || exitsOf(step).join() !== 'next') break;
    if (step.kind === 'message' && !step.disabled && step.channel !== 'preferred') {
      const known = due.get(step.channel);
      if (known) known.perDay += perDay;
      else due.set(step.channel, { perDay, first: at });
    }
    time += nominalMinutes(step);
    at = journey.links[at]?.['next'];
  }
  return due;
}

/** Room for a held message comes within the cap's window; when that is longer than the journey, it may never come. */
function endlessRetries(journey: Journey, { caps }: Policies): readonly Problem[] {
  const { settings } = journey;
  const messages = plannedSends(journey).filter(({ step, transactional }) => {
    return step.kind === 'message' && step.obeysCaps && !transactional;
  });
  return caps.flatMap(({ id, scope, window, onCap }) => {
    if (onCap.kind !== 'retry') return [];
    const wait = Math.min(onCap.minutes, windowMinutes(window));
    const first = messages.find(({ channel, step }) => covers(scope, channel, step.tags));
    if (!first || wait < settings.horizonMinutes) return [];
    const words = `The cap “${id}” can hold a message for ${durationWords(wait)}, but only ${durationWords(settings.horizonMinutes)} are simulated: what is held is still in flight at the end. Simulate longer, or let the cap retry for less.`;
    const horizonMinutes = minutes(Math.min(MAX_MINUTES, settings.horizonMinutes + wait));
    return [
      {
        ...warning(
          'retry-beyond-horizon',
          words,
          { cap: id, wait, horizon: settings.horizonMinutes },
          first.id,
        ),
        ...(horizonMinutes > wait && {
          fix: { type: 'changeSettings', settings: { ...settings, horizonMinutes } } as const,
        }),
      },
    ];
  });
}

function warning(code: string, words: string, values: Problem['values'], step: StepId): Problem {
  return { code, severity: 'warning', words, values, step };
}
