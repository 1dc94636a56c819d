import type { Roles } from '../../audience/audience.ts';
import { PLAIN_ROLES, type PlainRole } from '../../audience/roles.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { ADDRESSED_CHANNELS } from '../../journey/channels.ts';
import { channelsWithout } from './roles.ts';

/** What the simulation takes for granted where the file says nothing, as sentences. */
export function assumptionsOf(roles: Roles, t: Translate): readonly string[] {
  const given = new Set(Object.values(roles));
  const plain = PLAIN_ROLES.filter(isMissed)
    .filter((role) => !given.has(role))
    .map((role) => t(`manageAudience.assume.${role}`));
  const consents = [...given].some((role) => role.startsWith('consent:'));
  return [
    ...aboutChannels('consent', roles, t),
    ...(consents ? [t('manageAudience.assume.plainYes')] : []),
    ...aboutChannels('address', roles, t),
    ...plain,
  ];
}

/** Without tags and accounts nothing is taken for granted. */
function isMissed(role: PlainRole): role is Exclude<PlainRole, 'tags' | 'account'> {
  return role !== 'tags' && role !== 'account';
}

function aboutChannels(kind: 'consent' | 'address', roles: Roles, t: Translate): readonly string[] {
  const missing = channelsWithout(kind, roles);
  if (missing.length === 0) return [];
  if (missing.length === ADDRESSED_CHANNELS.length) return [t(`manageAudience.assume.${kind}All`)];
  const channels = missing.map((channel) => t(`words.channel.${channel}`)).join(', ');
  return [t(`manageAudience.assume.${kind}`, { channels })];
}
