import type { Role } from '../../audience/audience.ts';
import { PLAIN_ROLES } from '../../audience/roles.ts';
import { ADDRESSED_CHANNELS } from '../../journey/channels.ts';
import type { Translate } from '../../i18n/i18n.ts';

export function roleInWords(role: Role, t: Translate): string {
  const plain = PLAIN_ROLES.find((one) => one === role);
  if (plain) return t(`manageAudience.role.${plain}`);
  const kind = role.startsWith('consent:') ? 'consent' : 'address';
  const channel = ADDRESSED_CHANNELS.find((one) => role === `${kind}:${one}`);
  return t(`manageAudience.role.${kind}`, { channel: channel ? t(`words.channel.${channel}`) : role });
}
