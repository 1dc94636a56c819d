import { COUPON, isUnsubscribe, partsOf, type Placeholder } from '../../journey/content/placeholders.ts';

/**
 * What a text is put into. Browsers read `html`, which is markup already, and `page`, in which the text is to be no markup; `json` stands
 * between double quotes and is JSON before it is Liquid.
 */
export type Medium = 'text' | 'html' | 'page' | 'json';

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const OPENING = /\{\{|\{%/g;

/** A text of ours as a Liquid template. What is no placeholder stays text, braces too. */
export function toLiquid(text: string, medium: Medium, coupon?: string): string {
  return partsOf(text)
    .map((part) => {
      if (typeof part === 'string') return verbatim(part, medium);
      if (part.name === COUPON && coupon !== undefined) return verbatim(coupon, medium);
      return isUnsubscribe(part.name) ? unsubscribe(part.name) : outputOf(part, medium);
    })
    .join('');
}

/** Columns that a text needs to be known of a contact. */
export function columnsIn(text: string): readonly string[] {
  return partsOf(text).flatMap((part) =>
    typeof part === 'string' || part.name === COUPON || isUnsubscribe(part.name) ? [] : [part.name],
  );
}

/** Text that is no template, within one. */
export function verbatim(text: string, medium: Medium): string {
  return (medium === 'page' ? escaped(text) : text).replaceAll(OPENING, (braces) => `{{ '${braces}' }}`);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function unsubscribe(name: string): string {
  return /url/i.test(name) ? '{% unsubscribe_url %}' : '{% unsubscribe_link %}';
}

function outputOf({ name, fallback }: Placeholder, medium: Medium): string {
  const place = IDENTIFIER.test(name) ? `user.${name}` : `user[${quoted(name, medium)}]`;
  const filled = fallback === undefined ? '' : ` | default: ${quoted(fallback, medium)}`;
  return `{{ ${place}${filled}${medium === 'html' || medium === 'page' ? ' | escape' : ''} }}`;
}

/** Liquid has no way to write a quote within quotes: the other kind is used, and where there are both, the typographer's. */
function quoted(text: string, medium: Medium): string {
  if (!text.includes("'")) return `'${text}'`;
  return medium === 'text' && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", '’')}'`;
}

const OUTPUT =
  /\{\{\s*user(?:\.([A-Za-z_][A-Za-z0-9_]*)|\[(?:'([^']*)'|"([^"]*)")\])(?:\s*\|\s*default:\s*(?:'([^']*)'|"([^"]*)"))?(?:\s*\|\s*escape)?\s*\}\}/g;
const BRACES = /\{\{ '(\{\{|\{%)' \}\}/g;
const UNSUBSCRIBE = /\{%-?\s*(unsubscribe_link|unsubscribe_url)\b[^%]*%\}/g;

/** What `verbatim` was given, for what needs no escape in its medium. */
export function fromVerbatim(template: string): string {
  return template.replaceAll(BRACES, '$1');
}

/** The template as a text of ours; what has no counterpart here stays as it is. */
export function fromLiquid(template: string): string {
  return template
    .replaceAll(OUTPUT, (_, ...found: (string | undefined)[]) => {
      const [plain, single, double, fallback, other] = found;
      const filled = fallback ?? other;
      return `{{${plain ?? single ?? double ?? ''}${filled === undefined ? '' : `|${filled}`}}}`;
    })
    .replaceAll(UNSUBSCRIBE, (_, name: string) => `{{${name}}}`)
    .replaceAll(BRACES, '$1');
}
