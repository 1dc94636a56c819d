import { isSent } from '../../../journey/content/shownLengths.ts';
import type { Content, MessageStep } from '../../../journey/steps/message.ts';
import { fixed } from '../mailText.ts';

/** Tags that cannot stand in an address, because they are filled in for each contact. */
export function unfixedTags({ utm = {} }: Content): readonly string[] {
  const kept = fixed(utm);
  return Object.keys(utm).filter((key) => !Object.hasOwn(kept, key));
}

/** Texts that the file has no place for; a webhook has one for all. */
export function unsentParts({ channel, content = {} }: MessageStep): readonly string[] {
  const direct = channel === 'email' || channel === 'sms' || channel === 'push';
  return (['subject', 'preheader'] as const).filter(
    (part) => direct && !isSent(channel, part) && (content[part] ?? '') !== '',
  );
}
