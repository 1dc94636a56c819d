import type { Policies } from '../../journey/policies.ts';
import type { Portability } from '../portability.ts';

/** What the workspace promises about messaging is a matter of the account there, and of no flow. */
export function sayPolicies(report: Portability, policies: Policies | undefined): void {
  if (!policies) return;
  const missing = (code: string, words: string) =>
    report.say('missing', undefined, { code, words, returns: true });
  const { caps, quietHours, budgets, rateLimits } = policies;
  if (caps.length > 0)
    missing(
      'caps',
      'Frequency caps are not in the flow. Smart Sending, which the messages turn on, skips who was written to lately on that channel: set its hours in the account.',
    );
  if (quietHours)
    missing(
      'quiet-hours',
      'Quiet hours are not in the flow: SMS keep those of the account, other channels none.',
    );
  if (budgets.length > 0)
    missing('budgets', 'Budgets are not in the flow: nothing stops when the money is spent.');
  if (rateLimits.length > 0)
    missing('rate-limits', 'Rate limits are not in the flow: messages go out as they come.');
}
