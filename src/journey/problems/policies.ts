import type { Facts } from '../facts.ts';
import type { Journey } from '../journey.ts';
import type { Problem } from '../problem.ts';

/** Policies that the engine of this version leaves out; consent, reachability and suppression are always simulated. */
export function findPolicyProblems(_journey: Journey, { policies }: Facts): readonly Problem[] {
  if (!policies) return [];
  const present = {
    'frequency caps': policies.caps.length > 0,
    'quiet hours': policies.quietHours !== undefined,
    budgets: policies.budgets.length > 0,
    'rate limits': policies.rateLimits.length > 0,
  };
  return Object.entries(present).flatMap(([policy, on]) => (on ? [notSimulated(policy)] : []));
}

function notSimulated(policy: string): Problem {
  return {
    code: 'policy-not-simulated',
    severity: 'warning',
    words: `The workspace has ${policy}, which are not simulated yet: messages go out as if they were switched off.`,
    values: { policy },
  };
}
