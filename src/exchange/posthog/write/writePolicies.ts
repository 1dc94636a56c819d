import type { Policies } from '../../../journey/policies.ts';
import { durationWords } from '../../../journey/policies.ts';
import type { Writing } from './writing.ts';

interface SendingLimit {
  readonly count: number;
  readonly period: 'minute' | 'hour';
}

/** What becomes of the workspace’s promises about messaging; PostHog can hold back e-mails, by the minute or the hour. */
export function writePolicies(policies: Policies | undefined, say: Writing['say']): SendingLimit | undefined {
  const { caps = [], quietHours, budgets = [], rateLimits = [] } = policies ?? {};
  const told = (code: string, words: string) => say('missing', { code, words, returns: false });
  if (caps.length > 0)
    told(
      'no-frequency-caps',
      'PostHog has no frequency caps: nothing stops a contact from getting more messages than the workspace allows.',
    );
  if (quietHours)
    told(
      'no-quiet-hours',
      `PostHog has no quiet hours: messages go out between ${quietHours.from} and ${quietHours.until} as well.`,
    );
  if (budgets.length > 0)
    told('no-budgets', 'PostHog has no budgets: nothing stops when the money is spent.');
  const mail = rateLimits.find(
    ({ channel, perMinutes }) => channel === 'email' && (perMinutes === 1 || perMinutes === 60),
  );
  for (const limit of rateLimits)
    if (limit !== mail)
      told(
        'no-such-rate-limit',
        `PostHog holds back e-mails alone, by the minute or the hour: ${limit.max} on “${limit.channel}” per ${durationWords(limit.perMinutes)} is left out.`,
      );
  if (!mail) return undefined;
  say('native', {
    code: 'sending-limit',
    words: 'The rate limit for e-mails holds for this workflow alone, not for all together.',
    returns: true,
  });
  return { count: mail.max, period: mail.perMinutes === 1 ? 'minute' : 'hour' };
}
