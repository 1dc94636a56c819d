/** `{{column|default}}`; the default is there, empty or not, when there is a bar. Each brace is looked at once, however long the text. */
const PLACEHOLDER = /\{\{([^{}|]*)(\|[^{}]*)?\}\}/g;
/** Links are filled in by whoever sends. */
const IS_LINK = /link|url/i;
const IS_UNSUBSCRIBE = /unsub|opt.?out|preferences/i;

/** The place of the coupon code, unless the audience has a column of that name and the content no code. */
export const COUPON = 'coupon';

export interface Placeholder {
  readonly name: string;
  /** Undefined: there is no bar. */
  readonly fallback?: string;
}

/** What a text is made of, in order. */
export type Part = string | Placeholder;

export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const place = placeholderOf(match);
    if (!place) continue;
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(place);
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

export function placeholdersOf(text: string): readonly Placeholder[] {
  return text.includes('{{') ? partsOf(text).filter((part) => typeof part !== 'string') : [];
}

/** The text with another placeholder, or none, for each; undefined leaves it as it is. */
export function replacePlaceholders(text: string, by: (place: Placeholder) => string | undefined): string {
  return text.replaceAll(PLACEHOLDER, (whole: string, ...match: [string, string | undefined]) => {
    const place = placeholderOf([whole, match[0], match[1]]);
    return (place && by(place)) ?? whole;
  });
}

/** The text as somebody reads it of whom nothing is known: defaults, and gaps where there is none. */
export function withDefaults(text: string, couponCode = ''): string {
  return replacePlaceholders(
    text,
    ({ name, fallback }) => (name === COUPON && couponCode) || (fallback?.trim() ?? ''),
  );
}

/** Whether a placeholder is filled in when the message is sent, and says nothing about the contact. */
export function isFilledLater(name: string): boolean {
  return IS_LINK.test(name) || isUnsubscribe(name);
}

/** A link that is filled in when the message is sent, and whose visitors are counted. */
export function isCountedLink(name: string): boolean {
  return IS_LINK.test(name) && !isUnsubscribe(name);
}

/** What every marketing mail has; nobody counts its visitors. */
export function isUnsubscribe(name: string): boolean {
  return IS_UNSUBSCRIBE.test(name);
}

function placeholderOf([, inside = '', rest]: readonly (string | undefined)[]): Placeholder | undefined {
  const name = inside.trim();
  if (name === '') return undefined;
  return rest === undefined ? { name } : { name, fallback: rest.slice(1) };
}
