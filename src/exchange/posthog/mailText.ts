import { taggedText } from '../../journey/content/links.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as the source of a page: every sign stands for itself. */
export function htmlOfText(text: string): string {
  const paragraphs = text
    .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`);
  return `<html><body>${paragraphs.join('')}</body></html>`;
}

type Tags = Readonly<Record<string, string>>;

/** The text with its tags at all of its addresses; a value with a placeholder cannot stand in an address. */
export function tagged(text: string, utm: Tags): string {
  return taggedText(text, fixed(utm));
}

/** The same text before it was tagged. */
export function untagged(text: string, utm: Tags): string {
  const pairs = taggedText('https://x.example', fixed(utm)).split('?')[1];
  return pairs === undefined ? text : text.replaceAll(`?${pairs}`, '').replaceAll(`&${pairs}`, '');
}

export function fixed(utm: Tags): Tags {
  return Object.fromEntries(Object.entries(utm).filter(([, value]) => !value.includes('{{')));
}
