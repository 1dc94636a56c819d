import {
  BellRing,
  Mail,
  Mailbox,
  Megaphone,
  MessageCircle,
  MessageSquare,
  MonitorSmartphone,
  Phone,
  Search,
  Signpost,
  Smartphone,
  Webhook,
  type LucideIcon,
} from 'lucide-react';
import { CHANNELS, type Channel } from '../../journey/channels.ts';
import type { Journey } from '../../journey/journey.ts';

export const CHANNEL_ICONS: Readonly<Record<Channel | 'preferred', LucideIcon>> = {
  email: Mail,
  sms: MessageSquare,
  push: BellRing,
  'web-push': BellRing,
  'in-app': Smartphone,
  whatsapp: MessageCircle,
  'direct-mail': Mailbox,
  'search-ad': Search,
  'display-ad': MonitorSmartphone,
  'social-ad': Megaphone,
  'social-post': Megaphone,
  call: Phone,
  webhook: Webhook,
  preferred: Signpost,
};

/** Every channel that a journey can write on, in the fixed order; `preferred` counts as itself and comes last. */
export function channelsOf({ steps }: Journey): readonly (Channel | 'preferred')[] {
  const used = new Set<Channel | 'preferred'>();
  for (const step of Object.values(steps)) {
    if (step.kind === 'message') used.add(step.channel);
    if (step.kind === 'escalate') for (const { channel } of step.rungs) used.add(channel);
  }
  return [...CHANNELS, 'preferred' as const].filter((channel) => used.has(channel));
}
