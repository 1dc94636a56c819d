import type { ExitRule, Journey } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import type { Portability } from '../portability.ts';

/** What becomes of the journey's settings, and of what the workspace promises. */
export function tellJourney(
  portability: Portability,
  journey: Journey,
  policies: Policies | undefined,
): void {
  const { reEntry, entryCap, exitRules, transactional } = journey.settings;
  const inExtension = (code: string, words: string) =>
    portability.say('missing', undefined, { code, words, returns: true });
  inExtension(
    're-entry',
    reEntry.mode === 'never'
      ? 'That a contact comes in only once is for whoever starts the instances to heed; it stands in the extension.'
      : 'When a contact may come in again is for whoever starts the instances to heed; it stands in the extension.',
  );
  if (entryCap !== undefined)
    inExtension(
      'entry-cap',
      'How many contacts may come in is for whoever starts the instances to heed; it stands in the extension.',
    );
  if (transactional)
    inExtension(
      'journey-transactional',
      'That all messages are transactional stands in the extension; the services that send have to heed it.',
    );
  if (journey.groups) inExtension('groups', 'Groups of steps are not drawn; they stand in the extension.');
  for (const rule of exitRules) tellExitRule(portability, rule);
  if (policies) tellPolicies(portability, policies);
}

function tellExitRule(portability: Portability, { id, when, mode }: ExitRule): void {
  const event = when.kind === 'rule' ? 'its condition, which asks the services,' : 'a message';
  const late =
    mode === 'immediate'
      ? ''
      : ' It does so at once, and not at the end of a step or wait as here; which, stands in the extension.';
  portability.say('emulated', undefined, {
    code: mode === 'immediate' ? 'exit-rule' : 'exit-rule-at-once',
    words: `The exit rule “${id}” is an event sub-process: ${event} ends the instance.${late}`,
    values: { rule: id },
    returns: true,
  });
}

function tellPolicies(portability: Portability, { caps, quietHours, budgets, rateLimits }: Policies): void {
  const left = [
    ...(caps.length > 0 ? ['frequency caps'] : []),
    ...(quietHours ? ['quiet hours'] : []),
    ...(budgets.length > 0 ? ['budgets'] : []),
    ...(rateLimits.length > 0 ? ['rate limits'] : []),
  ];
  for (const policy of left)
    portability.say('missing', undefined, {
      code: 'policy-not-in-file',
      words: `The workspace’s ${policy} are not in the file: the services that send have to hold to them.`,
      values: { policy },
      returns: false,
    });
}
