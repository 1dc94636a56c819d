import { type Channel, CHANNELS } from '../../journey/channels.ts';
import type { MessageStep } from '../../journey/steps/message.ts';

/** The channels of the platform's campaigns, as they begin the names of events: `email_opened`. */
type Medium = 'email' | 'text' | 'push' | 'in_app' | 'webhook';

const MEDIA: Readonly<Record<Channel, Medium>> = {
  email: 'email',
  sms: 'text',
  push: 'push',
  'web-push': 'push',
  'in-app': 'in_app',
  whatsapp: 'webhook',
  'direct-mail': 'webhook',
  'search-ad': 'webhook',
  'display-ad': 'webhook',
  'social-ad': 'webhook',
  'social-post': 'webhook',
  call: 'webhook',
  webhook: 'webhook',
};

export function mediumOf(channel: Channel): Medium {
  return MEDIA[channel];
}

/** Whether the platform has the channel itself, and not only a call of somebody's address. */
export function isOwnChannel(channel: Channel): boolean {
  return channel === 'webhook' || mediumOf(channel) !== 'webhook';
}

/** One campaign has one channel: the message's own, else the first that a contact without a preference gets. */
export function campaignChannel({ channel, fallback }: MessageStep): Channel {
  return channel === 'preferred' ? (fallback?.[0] ?? 'email') : channel;
}

/** The channel of ours that an event's name begins with. */
export function channelOfMedium(medium: string): Channel | undefined {
  return CHANNELS.find((channel) => mediumOf(channel) === medium);
}
