import type { Translate } from '../../../i18n/i18n.ts';
import type { Channel } from '../../../journey/channels.ts';
import { placeholdersOf, withDefaults } from '../../../journey/content/placeholders.ts';
import { sentText } from '../../../journey/content/sentText.ts';
import { characterCount, shownLength, type TextPart } from '../../../journey/content/shownLengths.ts';
import { smsLengthOf } from '../../../journey/content/smsLength.ts';
import type { Content } from '../../../journey/steps/message.ts';

interface Counted {
  readonly channel: Channel | 'preferred';
  readonly part: TextPart;
  readonly text: string;
  /** The content it belongs to, with the names in its tags. */
  readonly content: Content;
}

/** How long a text is on its channel, as contacts read it. */
export function counterWords({ channel, part, text, content }: Counted, t: Translate): string {
  const words =
    channel === 'sms' && part === 'body'
      ? smsWords(sentText(text, content), t)
      : [plainWords(channel, part, withDefaults(text, content.couponCode), t)];
  const isFilled = placeholdersOf(text).length > 0;
  return [...words, ...(isFilled ? [t('content.count.withDefaults')] : [])].join(' · ');
}

function plainWords(channel: Channel | 'preferred', part: TextPart, read: string, t: Translate): string {
  const shown = shownLength(channel, part);
  const length = characterCount(read);
  return shown === undefined
    ? t('content.count.plain', { count: length })
    : t('content.count.shown', { length, shown });
}

function smsWords(read: string, t: Translate): readonly string[] {
  const { alphabet, units, room, parts } = smsLengthOf(read);
  const words = t('content.count.sms', { units, room, count: parts });
  if (alphabet === 'gsm7') return [words];
  return [words, t(parts > 1 ? 'content.count.unicodeParts' : 'content.count.unicode')];
}
