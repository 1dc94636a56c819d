import { freshId } from '../ids.ts';
import { MAX_PER_CONTACT } from '../limits.ts';
import { type FrequencyCap, type Policies, windowMinutes } from '../policies.ts';
import { days, money } from '../units.ts';
import type { Candidate, CandidateCode, CandidateScope, CandidateValue } from './candidate.ts';
import { reachedEntries } from './reachedEntries.ts';

/** What most senders begin with. */
const USUAL_CAP = { max: 2, window: { kind: 'rolling', minutes: days(7) } } as const;
const USUAL_QUIET = { from: '21:00', until: '08:00', onQuiet: 'hold' } as const;

/** The rules of the workspace, looser and tighter. A journey that sends nothing, or is exempt, does not feel them. */
export function findPolicyCandidates({ journey, policies }: CandidateScope): readonly Candidate[] {
  const sends = reachedEntries(journey, 'message').length + reachedEntries(journey, 'escalate').length > 0;
  if (!sends || journey.settings.transactional === true) return [];
  return [...capCandidates(policies), ...quietCandidates(policies), ...budgetCandidates(policies)];
}

function capCandidates(policies: Policies): readonly Candidate[] {
  if (policies.caps.length === 0) return [addedCap(policies)];
  return policies.caps.flatMap((cap, place) => {
    const among = { max: { count: cap.max }, window: { minutes: windowMinutes(cap.window) } };
    const withMax = (code: CandidateCode, max: number) =>
      changed(
        code,
        { ...policies, caps: policies.caps.with(place, { ...cap, max }) },
        {
          ...among,
          to: { count: max },
        },
      );
    return [
      ...(cap.max < MAX_PER_CONTACT ? [withMax('capLooser', Math.min(MAX_PER_CONTACT, cap.max * 2))] : []),
      ...(cap.max > 1 ? [withMax('capTighter', Math.floor(cap.max / 2))] : []),
      changed('capOff', { ...policies, caps: policies.caps.toSpliced(place, 1) }, among),
    ];
  });
}

function addedCap(policies: Policies): Candidate {
  const cap: FrequencyCap = {
    ...USUAL_CAP,
    id: freshId([], 'cap'),
    zone: 'contact',
    scope: 'all',
    onCap: { kind: 'skip' },
  };
  return changed(
    'capAdded',
    { ...policies, caps: [cap] },
    {
      max: { count: cap.max },
      window: { minutes: windowMinutes(cap.window) },
    },
  );
}

function quietCandidates({ quietHours, ...others }: Policies): readonly Candidate[] {
  const { from, until } = quietHours ?? USUAL_QUIET;
  const values = { from: { text: from }, until: { text: until } };
  return [
    quietHours
      ? changed('quietOff', others, values)
      : changed('quietOn', { ...others, quietHours: USUAL_QUIET }, values),
  ];
}

function budgetCandidates(policies: Policies): readonly Candidate[] {
  return policies.budgets
    .map((budget, place) => ({ budget, place }))
    .filter(({ budget }) => budget.amount > 0 && budget.amount * 2 <= 1e12)
    .map(({ budget, place }) => {
      const more = { ...budget, amount: money(budget.amount * 2) };
      return changed(
        'budgetMore',
        { ...policies, budgets: policies.budgets.with(place, more) },
        {
          channel: { channel: budget.channel },
          from: { money: budget.amount },
          to: { money: more.amount },
        },
      );
    });
}

function changed(
  code: CandidateCode,
  policies: Policies,
  values: Readonly<Record<string, CandidateValue>>,
): Candidate {
  return { code, values, change: { kind: 'policies', policies } };
}
