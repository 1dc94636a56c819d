const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  apos: "'",
};
const MAX_LABEL = 200;

/** What a label says: line breaks and spaces made one space, markup and icons left out, entities read. */
export function labelText(raw: string): string {
  const plain = raw
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\bfa[bsrl]?:fa-[\w-]+/g, '')
    .replace(/^\s*`|`\s*$|\*\*/g, '')
    .replace(/[#&]#?(\w{1,8});/g, (whole, name: string) => entity(name) ?? whole)
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

/** The label in double quotes, with everything escaped that Mermaid or a browser could take for more than text. */
export function quotedLabel(text: string): string {
  const shown = text.trim() === '' ? ' ' : text;
  return `"${shown.replace(/["#&<>`*|\\]|%(?=%)|(?<=\bfa[bsrl]?):|\p{Cc}/gu, (c) => `#${Math.max(32, c.codePointAt(0) ?? 32)};`)}"`;
}
