import type { Role } from '../../audience/audience.ts';
import { ADDRESSED_CHANNELS } from '../../journey/channels.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { GENERAL_ROLES } from './roles.ts';

export function roleInWords(role: Role, t: Translate): string {
  const general = GENERAL_ROLES.find((one) => one === role);
  if (general) return t(`manageAudience.role.${general}`);
  const kind = role.startsWith('consent:') ? 'consent' : 'address';
  const channel = ADDRESSED_CHANNELS.find((one) => role === `${kind}:${one}`);
  return t(`manageAudience.role.${kind}`, { channel: channel ? t(`words.channel.${channel}`) : role });
}
