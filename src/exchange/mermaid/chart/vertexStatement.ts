import { type ChartDraft, type LinkMention, MAX_EDGES } from './chartDraft.ts';
import { labelText } from './labelText.ts';
import { type Lexer, NEEDS_QUOTES } from './lexer.ts';
import { readShapeData } from './shapeData.ts';
import { BRACKETS } from './shapes.ts';
import type { Opening, Token, TokenKind } from './tokens.ts';

export const NAME_PARTS: readonly TokenKind[] = [
  'number',
  'word',
  'letter',
  'down',
  'minus',
  'default',
  'comma',
  'colon',
  'and',
  'hash',
  'star',
];

/** `A[Box] & B:::red -->|yes| C@{ shape: circle }`. */
export function readVertexStatement(lexer: Lexer, draft: ChartDraft): void {
  let from = readGroup(lexer, draft);
  for (let link = readLink(lexer, draft); link; link = readLink(lexer, draft)) {
    const to = readGroup(lexer, draft);
    if (draft.edges.length + from.length * to.length > MAX_EDGES)
      lexer.fail(`there are more than ${MAX_EDGES} arrows`);
    draft.link(from, to, link);
    from = to;
  }
}

/** `A & B`, with whatever spaces follow. */
function readGroup(lexer: Lexer, draft: ChartDraft): readonly string[] {
  const ids = [readVertex(lexer, draft)];
  for (;;) {
    const described = isData(lexer);
    if (described) readProperties(lexer, draft, ids.at(-1) ?? '');
    const spaces = lexer.spaces();
    const next = lexer.ahead.kind;
    const isLast = next !== 'and';
    if (isLast && described && spaces > 0 && next !== 'newline')
      lexer.fail('after properties, “&” or the end of the line should be here');
    if (isLast || spaces === 0) return ids;
    lexer.take();
    if (lexer.spaces() === 0) lexer.fail('“&” between boxes needs a space on both sides');
    ids.push(readVertex(lexer, draft));
  }
}

function isData(lexer: Lexer): boolean {
  return lexer.ahead.kind === 'data';
}

function readVertex(lexer: Lexer, draft: ChartDraft): string {
  const id = readName(lexer, 'the name of a box should be here');
  const opening = lexer.ahead;
  if (Object.hasOwn(BRACKETS, opening.kind)) {
    const open = opening.kind as Opening;
    draft.mention({ id, ...readBox(lexer, open) });
  } else draft.mention({ id });
  if (lexer.accept('classMark')) draft.giveClass(id, readName(lexer, 'the name of a class should be here'));
  return id;
}

export function readName(lexer: Lexer, what: string, parts: readonly TokenKind[] = NAME_PARTS): string {
  let name = '';
  for (let part = lexer.accept(...parts); part; part = lexer.accept(...parts)) name += part.text;
  return name === '' ? lexer.fail(what) : name;
}

function readProperties(lexer: Lexer, draft: ChartDraft, id: string): void {
  const { at } = lexer.ahead;
  let data = '';
  for (let part = lexer.accept('data'); part; part = lexer.accept('data'))
    data += part.text === '@{' ? '' : part.text;
  if (lexer.ahead.kind === 'fileEnd') lexer.fail('“}” is missing after this', at);
  const read = readShapeData(data);
  if (!read.ok) return lexer.fail(read.what, at);
  const { ok: _, ...mention } = read;
  draft.mention({ id, ...mention });
}

/** A label with the brackets around it, which say the shape. */
function readBox(lexer: Lexer, open: Opening) {
  const opening = lexer.take();
  if (open === '[|') readFields(lexer);
  const isDouble = (open === '(' || open === '{') && lexer.accept(open) !== undefined;
  const label = readLabel(lexer, opening, open);
  closeBox(lexer, opening, open);
  if (isDouble) closeBox(lexer, opening, open);
  const { shape } = BRACKETS[open];
  if (!isDouble) return { label, shape };
  return { label, shape: open === '(' ? ('circle' as const) : ('hexagon' as const) };
}

/** `[|field:value|Label]`. */
function readFields(lexer: Lexer): void {
  lexer.expect('word', 'the name of a property should be here');
  lexer.expect('colon', '“:” should be here');
  lexer.expect('word', 'the value of a property should be here');
  lexer.expect('pipe', '“|” should be here');
}

function closeBox(lexer: Lexer, opening: Token, open: Opening): void {
  if (lexer.accept(...BRACKETS[open].closes)) return;
  const isBracket = '()[]{}'.includes(lexer.ahead.text.charAt(0)) && lexer.ahead.kind !== 'fileEnd';
  if (isBracket) lexer.fail(NEEDS_QUOTES);
  lexer.fail(notClosed(open), opening.at);
}

function notClosed(open: Opening): string {
  return `“${BRACKETS[open].closes[0] ?? ''}” is missing at the end of this label`;
}

/** A text in quotes, a text in quotes and backticks, or just words. */
function readLabel(lexer: Lexer, opening: Token, open: Opening): string {
  const first = lexer.accept('text', 'string', 'markdown');
  if (!first) {
    if (lexer.ahead.kind === 'fileEnd') return lexer.fail(notClosed(open), opening.at);
    return lexer.fail('a label should be here, if only a space in quotes');
  }
  return labelText(first.text + readRest(lexer, 'text'));
}

function readRest(lexer: Lexer, kind: 'text' | 'edgeText'): string {
  const parts: string[] = [];
  for (let part = lexer.accept(kind); part; part = lexer.accept(kind)) parts.push(part.text);
  return parts.join('');
}

/** `-->`, `-->|label|`, `-- label -->`, `id@-->`; undefined: no arrow is here. */
function readLink(lexer: Lexer, draft: ChartDraft): LinkMention | undefined {
  const { line } = lexer;
  const link = readArrow(lexer);
  if (link?.bothWays) draft.ignored.push({ line, what: 'second arrowhead' });
  return link;
}

function readArrow(lexer: Lexer): LinkMention | undefined {
  const id = lexer.accept('linkId')?.text.slice(0, -1);
  const named = id === undefined ? {} : { id };
  const half = lexer.accept('halfLink');
  if (half) return { ...named, ...readSecondHalf(lexer, half) };
  const arrow = lexer.accept('link');
  if (!arrow) return id === undefined ? undefined : lexer.fail('an arrow should be here');
  return { ...named, ...arrowOf(arrow.text, arrow.text), label: readPipes(lexer) };
}

function readPipes(lexer: Lexer): string {
  const opening = lexer.accept('pipe');
  if (!opening) return '';
  const first = lexer.accept('text', 'string', 'markdown');
  if (!first) return lexer.fail('a label should be here, if only a space in quotes');
  const label = labelText(first.text + readRest(lexer, 'text'));
  if (!lexer.accept('pipe')) lexer.fail('“|” is missing at the end of this label', opening.at);
  lexer.accept('space');
  return label;
}

function readSecondHalf(lexer: Lexer, half: Token) {
  const first = lexer.accept('edgeText', 'string', 'markdown');
  if (!first) return lexer.fail('the arrow is not finished', half.at);
  const label = labelText(first.text + readRest(lexer, 'edgeText'));
  const arrow = lexer.accept('link') ?? lexer.fail('the arrow is not finished', half.at);
  return { ...arrowOf(half.text, arrow.text), label };
}

function arrowOf(begin: string, end: string) {
  const [head = '', tail = ''] = [begin.trim()[0], end.trim().at(-1)];
  return {
    invisible: end.includes('~'),
    bothWays: ['<>', 'xx', 'oo'].includes(head + tail),
  };
}
