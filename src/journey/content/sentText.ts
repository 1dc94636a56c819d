import type { Content } from '../steps/message.ts';
import { taggedAddress, taggedText } from './links.ts';
import { isCountedLink, replacePlaceholders, withDefaults } from './placeholders.ts';

/**
 * A body as it is sent to somebody of whom nothing is known: with defaults, and tags on its links. Of a link that is put in
 * later only the tags are known.
 */
export function sentText(
  text: string,
  { couponCode, utm = {} }: Pick<Content, 'couponCode' | 'utm'>,
): string {
  const tags = Object.fromEntries(
    Object.entries(utm).map(([key, value]) => [key, withDefaults(value, couponCode)]),
  );
  const linked = replacePlaceholders(text, ({ name, fallback }) =>
    fallback === undefined && isCountedLink(name) ? taggedAddress('', tags) : undefined,
  );
  return taggedText(withDefaults(linked, couponCode), tags);
}
