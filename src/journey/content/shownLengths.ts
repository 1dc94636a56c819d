import type { Channel } from '../channels.ts';

export type TextPart = 'subject' | 'preheader' | 'body';

/**
 * How many characters of a part are shown before they are cut off. Subject: what a desktop inbox shows beside sender and preheader
 * (Gmail and Outlook, about 70); a preheader has the rest of some 100. Notifications: a title of one line, and the lines that the lock
 * screens of phones show unopened (iOS and Android about 50 and 150; browsers on the desktop 120).
 */
const SHOWN: Readonly<Partial<Record<Channel | 'preferred', Partial<Record<TextPart, number>>>>> = {
  email: { subject: 70, preheader: 100 },
  preferred: { subject: 70, preheader: 100 },
  push: { subject: 50, body: 150 },
  'web-push': { subject: 50, body: 120 },
};

/** Undefined where nothing is cut off. */
export function shownLength(channel: Channel | 'preferred', part: TextPart): number | undefined {
  return SHOWN[channel]?.[part];
}

/** Characters as people count them, as far as code points are that. */
export function characterCount(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Channels whose first line is a title rather than a subject. */
const TITLED: ReadonlySet<Channel | 'preferred'> = new Set([
  ...(['push', 'web-push', 'in-app', 'search-ad', 'display-ad', 'social-ad', 'social-post'] as const),
]);
const WITHOUT_FIRST_LINE: ReadonlySet<Channel | 'preferred'> = new Set([
  'sms',
  'whatsapp',
  'call',
  'webhook',
]);

/** What a channel calls its first line; undefined where it has none. */
export function firstLineOf(channel: Channel | 'preferred'): 'subject' | 'title' | undefined {
  if (WITHOUT_FIRST_LINE.has(channel)) return undefined;
  return TITLED.has(channel) ? 'title' : 'subject';
}

/** Whether the channel has a place for that part: what it has none for is kept, and not sent. */
export function isSent(channel: Channel | 'preferred', part: TextPart): boolean {
  if (part === 'body') return true;
  if (part === 'subject') return firstLineOf(channel) !== undefined;
  return channel === 'email' || channel === 'preferred';
}
