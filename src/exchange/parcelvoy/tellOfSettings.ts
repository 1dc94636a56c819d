import type { Journey } from '../../journey/journey.ts';
import { describePolicies, durationWords, type Policies } from '../../journey/policies.ts';
import type { EntryTrigger } from '../../journey/steps/entry.ts';
import type { Portability } from '../portability.ts';

/** What becomes of the settings of a journey and of the workspace's policies. All of them stay in the journey, or are on a slip in the file. */
export function tellOfSettings(
  journey: Journey,
  port: Portability,
  {
    trigger,
    policies,
  }: { readonly trigger: EntryTrigger | undefined; readonly policies: Policies | undefined },
): void {
  const missing = (code: string, words: string) =>
    port.say('missing', undefined, { code, words, returns: true });
  const { reEntry, entryCap, transactional } = journey.settings;
  if (reEntry.mode === 'cooldown')
    missing(
      'cooldown-left',
      `There is no pause between entries: instead of ${durationWords(reEntry.minutes)} after the last one, contacts may come in again as soon as they have left.`,
    );
  if (trigger?.type === 'schedule' && reEntry.mode === 'never')
    missing(
      'list-enters-again',
      'Everyone on the list comes in on every date of the schedule, whether they were in before or not: keep those off it who were.',
    );
  if (entryCap !== undefined)
    missing('entry-cap-left', `The number of entries is not limited there (here: ${entryCap} contacts).`);
  if (transactional)
    missing(
      'transactional-by-subscription',
      'That all messages are transactional is said of each campaign, by its subscription group.',
    );
  for (const words of policies ? describePolicies(policies, journey.settings.currency) : [])
    missing('policy-left', `Not in the file, as the platform has no such rule for journeys: ${words}`);
}
