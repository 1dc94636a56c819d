import type { Facts } from '../facts.ts';
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
import { minutes } from '../units.ts';
import { findFullCaps } from './fullCaps.ts';
import { plannedSends, quietSends } from './plannedSends.ts';
import { findSlowLimits } from './rateLimits.ts';

/**
 * Policies under which this journey cannot send what it means to. Only what is certain, or true of everyone who may be
 * written to: how many contacts there are is not known here, and a policy that is about nothing in this journey is no problem.
 */
export function findPolicyProblems(journey: Journey, { policies, schema }: Facts): readonly Problem[] {
  if (!policies) return [];
  return [
    ...quietProblems(journey, policies),
    ...emptyBudgets(journey, policies),
    ...findSlowLimits(journey, policies, schema),
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
