import type { Policies } from '../../journey/policies.ts';
import type { Problem } from '../../journey/problem.ts';

type Place = keyof Policies;

const PLACES: Readonly<Record<string, Place>> = {
  'quiet-all-day': 'quietHours',
  'quiet-release-long': 'quietHours',
  'budget-empty': 'budgets',
  'rate-limit-slow': 'rateLimits',
  'rate-limit-undrained': 'rateLimits',
  'retry-beyond-horizon': 'caps',
  'cap-always-full': 'caps',
};

/** Where in the settings the policy stands that a problem is about, as in `#/settings/caps`; undefined: it is about none. */
export function policyPlaceOf({ code }: Problem): Place | undefined {
  return PLACES[code];
}
