/** Tags that a line ends at. */
const LINES = /^\/?(p|div|br|hr|h[1-6]|li|ul|ol|tr|table|section|header|footer|blockquote)$/i;
/** Elements whose text nobody reads. */
const UNSEEN = /^(style|script|head|title|template|noscript)$/i;
const TAG = /^<(\/?[a-z][a-z0-9]*)((?:\s[^<>]*)?\/?)>/i;
const LONGEST_TAG = 2000;
const IS_HTML = /<(!doctype|html|body|p|div|br|table|a|span|h[1-6]|b|strong|i|em|ul|ol|li|img)[\s/>]/i;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  euro: '€',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
};

/** Whether a text is the source of a page rather than what people are to read. */
export function isMarkup(text: string): boolean {
  return IS_HTML.test(text);
}

/** The words of an HTML mail: without tags, a line where a block ends, and the address of a link behind its words. */
export function plainText(html: string): string {
  const out: string[] = [];
  let address = '';
  // A text of thousands of comments without an end is not searched to its end thousands of times.
  const last = { comment: html.lastIndexOf('-->'), tag: html.lastIndexOf('>') };
  for (let at = 0; at < html.length;) {
    const open = html.indexOf('<', at);
    if (open === -1 || open > at) {
      out.push(html.slice(at, open === -1 ? undefined : open));
      if (open === -1) break;
    }
    const tag = tagAt(html, open, last);
    if (!tag) out.push('<');
    else if (/^a$/i.test(tag.name)) address = hrefOf(tag.rest);
    else if (/^\/a$/i.test(tag.name)) {
      if (address !== '') out.push(` (${address})`);
      address = '';
    } else if (LINES.test(tag.name)) out.push('\n');
    at = tag ? tag.end : open + 1;
  }
  return tidy(decoded(out.join('')));
}

interface Tag {
  readonly name: string;
  readonly rest: string;
  /** Where the text goes on. */
  readonly end: number;
}

/** Undefined where the sign stands for itself. */
function tagAt(
  html: string,
  at: number,
  last: { readonly comment: number; readonly tag: number },
): Tag | undefined {
  if (html.startsWith('<!', at)) {
    const comment = html.startsWith('<!--', at);
    if (at > (comment ? last.comment : last.tag)) return undefined;
    const end = html.indexOf(comment ? '-->' : '>', at);
    return { name: '!', rest: '', end: end + (comment ? 3 : 1) };
  }
  const match = TAG.exec(html.slice(at, at + LONGEST_TAG));
  if (!match) return undefined;
  const [whole, name = '', rest = ''] = match;
  const end = at + whole.length;
  if (!UNSEEN.test(name)) return { name, rest, end };
  const closing = html.slice(end).search(new RegExp(`</${name}\\s*>`, 'i'));
  return { name, rest, end: closing === -1 ? html.length : html.indexOf('>', end + closing) + 1 };
}

function hrefOf(attributes: string): string {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

function decoded(text: string): string {
  return text.replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** As a browser shows it: blanks in a row are one, and no more than one empty line. */
function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.replaceAll(/[ \t\r]+/g, ' ').trim());
  return lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
