import type { Channel } from '../journey/channels.ts';
import type { Journey } from '../journey/journey.ts';
import type { WeekStart } from '../journey/economics.ts';
import { covers, type FrequencyCap, type Policies, type QuietHours } from '../journey/policies.ts';
import { clockMinutes } from './clock.ts';
import type { ProgramCap, ProgramPolicies, ProgramQuiet, ProgramSend } from './program.ts';

/** What a message or a ladder says about policies. */
export interface SendRules {
  readonly obeysCaps: boolean;
  readonly countsTowardCaps: boolean;
  readonly tags?: readonly string[];
  readonly transactional?: boolean;
}

type PolicyFields = Pick<ProgramSend, 'transactional' | 'caps' | 'counts' | 'quiet'>;

export function lowerPolicies({
  policies,
  ...run
}: {
  readonly policies: Policies;
  /** Zone ids and channels in the Program's order. */
  readonly zones: readonly string[];
  readonly channels: readonly Channel[];
}): ProgramPolicies {
  const channel = (name: Channel): number => run.channels.indexOf(name);
  return {
    caps: policies.caps.map((cap) => lowerCap(cap, run.zones, policies.weekStart)),
    quiet: policies.quietHours && lowerQuiet(policies.quietHours),
    budgets: policies.budgets
      .map((budget) => ({ channel: channel(budget.channel), micros: Math.round(budget.amount * 1e6) }))
      .filter((budget) => budget.channel >= 0),
    rateLimits: policies.rateLimits
      .map(({ max, perMinutes, ...limit }) => ({ channel: channel(limit.channel), max, perMinutes }))
      .filter((limit) => limit.channel >= 0),
  };
}

const WEEKDAY: Readonly<Record<WeekStart, number>> = { monday: 0, saturday: 5, sunday: 6 };

function lowerCap(
  { id, max, window, zone, onCap }: FrequencyCap,
  zones: readonly string[],
  weekStart: WeekStart = 'monday',
): ProgramCap {
  return {
    id,
    max,
    window:
      window.kind === 'rolling'
        ? { kind: 'rolling', minutes: window.minutes }
        : {
            kind: 'calendar',
            unit: window.unit,
            zone: zone === 'contact' ? -1 : zone === 'UTC' ? zones.indexOf('UTC') : 0,
          },
    weekStart: WEEKDAY[weekStart],
    onCap: onCap.kind,
    retryMinutes: onCap.kind === 'retry' ? onCap.minutes : 0,
  };
}

function lowerQuiet({ from, until, onQuiet, releaseOverMinutes }: QuietHours): ProgramQuiet {
  return {
    from: clockMinutes(from),
    until: clockMinutes(until),
    onQuiet,
    spreadMinutes: releaseOverMinutes ?? 0,
  };
}

/** Which policies a send answers to. */
export function sendPolicies(
  channel: Channel,
  rules: SendRules,
  {
    run: { policies },
    journey,
  }: { readonly run: { readonly policies: Policies }; readonly journey: Journey },
): PolicyFields {
  const transactional = rules.transactional === true || journey.settings.transactional === true;
  const inScope = policies.caps.flatMap(({ scope }, cap) =>
    covers(scope, channel, rules.tags) ? [cap] : [],
  );
  const { quietHours } = policies;
  return {
    transactional,
    caps: rules.obeysCaps && !transactional ? inScope : [],
    counts: rules.countsTowardCaps ? inScope : [],
    quiet:
      !transactional &&
      quietHours !== undefined &&
      (quietHours.channels === undefined || quietHours.channels.includes(channel)),
  };
}
