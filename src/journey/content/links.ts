/** An address in a text, without the marks of the sentence around it. */
const ADDRESS = /https?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}]/gi;

/** Addresses in a text, in order, each once. */
export function addressesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(ADDRESS), ([address]) => address))];
}

/** The text with tags at all of its addresses. */
export function taggedText(text: string, utm: Readonly<Record<string, string>>): string {
  return text.replaceAll(ADDRESS, (address) => taggedAddress(address, utm));
}

/** The address with its tags. One that it has already stays as it is. */
export function taggedAddress(address: string, utm: Readonly<Record<string, string>>): string {
  const [whole, fragment] = cutAt(address, '#');
  const [path, query = ''] = cutAt(whole, '?');
  const present = new Set(query.split('&').map((pair) => pair.split('=')[0]));
  const tags = Object.entries(utm)
    .filter(([name, value]) => value.trim() !== '' && !present.has(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`);
  const pairs = [...(query === '' ? [] : [query]), ...tags].join('&');
  return `${path}${pairs === '' ? '' : `?${pairs}`}${fragment === undefined ? '' : `#${fragment}`}`;
}

function cutAt(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** Half an emoji, as the end of a text that is being typed, has no code in an address. */
function wellFormed(value: string): string {
  return value.replaceAll(/\p{Surrogate}/gu, '�');
}
