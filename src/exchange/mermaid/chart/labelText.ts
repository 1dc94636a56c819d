const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
};
const MAX_LABEL = 200;
/** Stand around the name of an entity in text that was cleaned, as `#` and `;` did before. */
export const ENTITY_START = '\uE000';
export const ENTITY_END = '\uE001';

/** What a label says: line breaks and spaces made one space, markup and icons left out, entities read. */
export function labelText(raw: string): string {
  const plain = raw
    .replace(/<br\s{0,9}\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\bfa[bsrl]?:fa-[\w-]+/g, '')
    .replace(/^`|`$|\*\*/g, '')
    .replace(/[#&\uE000]#?(\w{1,8})[;\uE001]/g, (whole, name: string) => entity(name) ?? whole)
    .replace(/\uE000(\w+)\uE001/g, '#$1;')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > MAX_LABEL ? `${plain.slice(0, MAX_LABEL - 1)}…` : plain;
}

/** Mermaid writes `#35;` and `#quot;`, HTML `&#35;` and `&quot;`. */
function entity(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  const code = /^\d+$/.test(name) ? Number(name) : NaN;
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Everything that Mermaid or a browser could take for more than text, wherever in a label it stands. */
const NOT_TEXT =
  /["#&<>`*|\\\uE000\uE001]|%(?=%)|(?<=\bfa[bsrl]?):|d(?=irection\s+(?:TB|BT|RL|LR|TD))|s(?=tyle)|c(?=lassDef)|\p{Cc}|\p{Cs}/gu;

/** The label in double quotes. */
export function quotedLabel(text: string): string {
  const shown = text.trim() === '' ? ' ' : text;
  return `"${shown.replace(NOT_TEXT, escaped)}"`;
}

/** Control characters are spaces; half of a pair of surrogates is no character. */
function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 32;
  return code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : `#${Math.max(32, code)};`;
}

/** What a label says after it was written and read. */
export function shownText(text: string): string {
  return labelText(quotedLabel(text).slice(1, -1));
}
