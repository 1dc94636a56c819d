import { fileFault } from '../../journey/jsonFile.ts';
import { lineAndColumn } from '../../journey/jsonText.ts';
import type { Problem } from '../../journey/problem.ts';
import { clip } from '../../journey/schemaWords.ts';
import { tooLarge } from './tooLarge.ts';

const MOST_DEPTH = 100;

export type CheckedXml =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/**
 * XML text that anybody may have written, before a parser sees it. Declarations (DOCTYPE, entities) are refused, so that nothing can grow
 * or be fetched; so are other encodings, what is too large or too deep, and names that mean something to JavaScript. Character
 * references above the sixteen bits that parsers in JavaScript know become the characters themselves.
 */
export function checkXml(source: string): CheckedXml {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const problem = tooLarge(text) ?? encodingProblem(text) ?? badCharacter(text) ?? scan(text);
  return problem ? { ok: false, problem } : { ok: true, text: withWideCharacters(text) };
}

function encodingProblem(text: string): Problem | undefined {
  const [head = ''] = /^<\?xml\s[^>]*\?>/i.exec(text) ?? [];
  const [, named] = /\sencoding\s*=\s*["']([^"']*)["']/i.exec(head) ?? [];
  const other = named !== undefined && !/^(?:utf-?8|us-ascii)$/i.test(named);
  if (!other) return undefined;
  const encoding = clip(named);
  return fileFault(
    'xml-encoding',
    `This file is not in UTF-8 (it says: ${encoding}). Save it as UTF-8 and open it again.`,
    { encoding },
  );
}

const NO_CHARACTER = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const REFERENCE = /&#(x[\da-f]+|\d+);/gi;

/** XML has no control characters, neither as they are nor by number; what is in comments and CDATA is text, but no less strange. */
function badCharacter(text: string): Problem | undefined {
  const plain = NO_CHARACTER.exec(text);
  if (plain) return characterFault(text, plain.index, plain[0].charCodeAt(0));
  for (const { index, 1: digits = '' } of text.matchAll(REFERENCE)) {
    const code = codeOf(digits);
    if (
      code > 0x10ffff ||
      NO_CHARACTER.test(String.fromCodePoint(code)) ||
      (code >= 0xd800 && code <= 0xdfff)
    )
      return characterFault(text, index, code);
  }
  return undefined;
}

function characterFault(text: string, at: number, code: number): Problem {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return placed(
    text,
    at,
    'xml-character',
    (where) =>
      `This file has the character ${name} at ${where}, which XML does not allow. Save it again as XML in UTF-8.`,
  );
}

function codeOf(digits: string): number {
  return /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
}

/** One walk over all tags, without recursion. */
function scan(text: string): Problem | undefined {
  let depth = 0;
  for (let at = text.indexOf('<'), from = 0; at >= 0; at = text.indexOf('<', from)) {
    const stray = strayEntity(text.slice(from, at));
    if (stray !== undefined) return entityFault(text, from + stray);
    const tag = readTag(text, at);
    if (tag.problem) return tag.problem;
    depth += tag.deeper;
    if (depth > MOST_DEPTH) return tooDeep(text, at);
    from = tag.end;
  }
  return undefined;
}

interface Tag {
  /** Behind it. */
  readonly end: number;
  readonly deeper: -1 | 0 | 1;
  readonly problem?: Problem;
}

function readTag(text: string, at: number): Tag {
  if (text.startsWith('<!--', at)) return passed(text, at, '-->');
  if (text.startsWith('<![CDATA[', at)) return passed(text, at, ']]>');
  if (text.startsWith('<?', at)) return passed(text, at, '?>');
  if (text.startsWith('<!', at)) return { end: at, deeper: 0, problem: declarationFault(text, at) };
  const end = endOfTag(text, at);
  if (end < 0) return { end: at, deeper: 0, problem: cutShort(text, at) };
  const inside = text.slice(at + 1, end - 1);
  const stray = strayEntity(inside);
  if (stray !== undefined) return { end, deeper: 0, problem: entityFault(text, at + 1 + stray) };
  const forbidden = forbiddenName(inside);
  if (forbidden !== undefined) return { end, deeper: 0, problem: nameFault(text, at, forbidden) };
  return { end, deeper: inside.startsWith('/') ? -1 : inside.endsWith('/') ? 0 : 1 };
}

function passed(text: string, at: number, closing: string): Tag {
  const end = text.indexOf(closing, at);
  if (end < 0) return { end: at, deeper: 0, problem: cutShort(text, at) };
  return { end: end + closing.length, deeper: 0 };
}

/** Behind the `>` of a tag, which may also stand in quotes. */
function endOfTag(text: string, at: number): number {
  const stops = /["'>]/g;
  stops.lastIndex = at;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    if (stop[0] === '>') return stops.lastIndex;
    const closing = text.indexOf(stop[0], stops.lastIndex);
    if (closing < 0) return -1;
    stops.lastIndex = closing + 1;
  }
  return -1;
}

const STRAY = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;

function strayEntity(part: string): number | undefined {
  if (!part.includes('&')) return undefined;
  const at = part.search(STRAY);
  return at < 0 ? undefined : at;
}

const FORBIDDEN = new Set(Object.getOwnPropertyNames(Object.prototype));

/** What every object inherits cannot be the name of an element or attribute. */
function forbiddenName(inside: string): string | undefined {
  const bare = inside.replace(/"[^"]*"|'[^']*'/g, '');
  return bare.split(/[\s=:/]+/).find((name) => FORBIDDEN.has(name));
}

function declarationFault(text: string, at: number): Problem {
  return placed(text, at, 'xml-declarations', (where) => {
    const what = clip(/^<!\w*/.exec(text.slice(at, at + 20))?.[0] ?? '<!');
    return `This file declares things of its own (${what}, ${where}): such files can grow without bounds or fetch others, so they are not read. Save it without a DOCTYPE.`;
  });
}

function entityFault(text: string, at: number): Problem {
  const what = clip(/^&\w*;?/.exec(text.slice(at, at + 40))?.[0] ?? '&');
  return placed(
    text,
    at,
    'xml-entity',
    (where) =>
      `This file is not whole XML: “${what}” (${where}) stands for nothing. An “&” is written “&amp;”.`,
  );
}

function nameFault(text: string, at: number, name: string): Problem {
  return placed(
    text,
    at,
    'forbidden-name',
    (where) =>
      `This file uses the name “${name}” (${where}), which is not allowed anywhere in a journey. Rename it and open the file again.`,
  );
}

function cutShort(text: string, at: number): Problem {
  return placed(
    text,
    at,
    'not-xml',
    (where) => `This file is not whole XML: what begins at ${where} does not end. Save or download it again.`,
  );
}

function tooDeep(text: string, at: number): Problem {
  return placed(
    text,
    at,
    'nested-too-deep',
    (where) =>
      `This file nests elements more than ${MOST_DEPTH} levels deep (${where}), which no journey file does. Is it the right file?`,
  );
}

function placed(text: string, at: number, code: string, words: (where: string) => string): Problem {
  const { line, column } = lineAndColumn(text, at);
  const where = `line ${line}, column ${column}`;
  return { ...fileFault(code, words(where), { line, column }), path: where };
}

const WIDE = /&#(x[\da-f]{5,6}|\d{5,7});/gi;

const UNREAD = /(<!\[CDATA\[[\s\S]*?\]\]>)/;

function withWideCharacters(text: string): string {
  if (!text.includes('&#')) return text;
  const parts = text.split(UNREAD);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(WIDE, wideCharacter))).join('');
}

function wideCharacter(whole: string, digits: string): string {
  const code = codeOf(digits);
  return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
