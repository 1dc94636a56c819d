import type { Journey } from '../../journey/journey.ts';
import { durationWords, type Policies } from '../../journey/policies.ts';
import type { Portability } from '../portability.ts';

/** What becomes of that which belongs to no step. */
export function tellJourney(
  report: Portability,
  { settings }: Journey,
  policies: Policies | undefined,
): void {
  const { exitRules, reEntry, entryCap } = settings;
  if (exitRules.length > 0)
    report.say('missing', undefined, {
      code: 'exit-rules',
      words: `Contacts do not leave early: ${exitRules.length === 1 ? 'the exit rule' : `${exitRules.length} exit rules`} must be set as exit criteria in Journey Builder.`,
      values: { rules: exitRules.length },
    });
  if (reEntry.mode === 'cooldown')
    report.say('missing', undefined, {
      code: 're-entry-cooldown',
      words: `Contacts may come in again as soon as they have left, not only after ${durationWords(reEntry.minutes)}.`,
      values: { minutes: reEntry.minutes },
    });
  if (entryCap !== undefined)
    report.say('missing', undefined, {
      code: 'entry-cap',
      words: `There is no limit to how many come in; here it is ${entryCap}.`,
      values: { cap: entryCap },
    });
  if (policies) tellPolicies(report, policies);
}

/** They are of the workspace, so nothing of the journey is lost. */
function tellPolicies(report: Portability, { caps, quietHours, budgets, rateLimits }: Policies): void {
  const say = (code: string, words: string) => {
    report.say('missing', undefined, { code, words, returns: true });
  };
  if (caps.length > 0)
    say(
      'policy-caps',
      'Frequency caps are not in a journey: set them for the account (Einstein, or suppression lists).',
    );
  if (quietHours)
    say(
      'policy-quiet-hours',
      'Quiet hours are not in a journey: set send windows or blackout windows of the channels.',
    );
  if (budgets.length > 0) say('policy-budgets', 'Nothing on the platform stops sending when money is spent.');
  if (rateLimits.length > 0)
    say(
      'policy-rate-limits',
      'Limits to how many go out at a time are not in this file: throttle the sends there.',
    );
}
