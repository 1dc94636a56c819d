import { CHANNELS, type Channel } from '../journey/channels.ts';

/** What exports call a channel, beside its own name. */
const ALIASES: ReadonlyMap<string, Channel> = new Map([
  ...CHANNELS.map((channel) => [channel, channel] as const),
  ['e-mail', 'email'],
  ['mail', 'email'],
  ['text', 'sms'],
  ['text-message', 'sms'],
  ['mobile', 'sms'],
  ['app-push', 'push'],
  ['push-notification', 'push'],
  ['mobile-push', 'push'],
  ['webpush', 'web-push'],
  ['browser-push', 'web-push'],
  ['inapp', 'in-app'],
  ['whats-app', 'whatsapp'],
  ['post', 'direct-mail'],
  ['postal', 'direct-mail'],
  ['letter', 'direct-mail'],
  ['phone', 'call'],
  ['telephone', 'call'],
  ['voice', 'call'],
]);

/** The channel that a word names, whatever its case and its dashes, blanks or underscores. */
export function findChannel(text: string): Channel | undefined {
  return ALIASES.get(
    text
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
}
