import type { ChartDraft } from './chartDraft.ts';
import type { Lexer } from './lexer.ts';
import type { TokenKind } from './tokens.ts';
import { NAME_PARTS, readName } from './vertexStatement.ts';

/** Statements that concern looks, clicks and screen readers; what they have to look like is known, so that what follows is found. */
export const OTHER_STATEMENTS: Readonly<
  Partial<Record<TokenKind, (lexer: Lexer, draft: ChartDraft) => void>>
> = {
  style: readStyle,
  linkStyle: readLinkStyle,
  classDef: readClassDef,
  class: readClass,
  click: readClick,
};

/** `style A fill:#f00`: who styles a box that is not there draws it. */
function readStyle(lexer: Lexer, draft: ChartDraft): void {
  takeIgnored(lexer, draft, 'style');
  space(lexer);
  draft.mention({ id: readName(lexer, 'the name of a box should be here') });
  space(lexer);
  readStyles(lexer);
}

function readClassDef(lexer: Lexer, draft: ChartDraft): void {
  takeIgnored(lexer, draft, 'classDef');
  space(lexer);
  readName(lexer, 'the name of a class should be here');
  space(lexer);
  readStyles(lexer);
}

/** `class A,B name`: kept, because Rehearsal's own exports name the kind of a step by its class. */
function readClass(lexer: Lexer, draft: ChartDraft): void {
  lexer.take();
  space(lexer);
  const ids = readName(lexer, 'the name of a box should be here');
  space(lexer);
  draft.giveClass(ids, readName(lexer, 'the name of a class should be here'));
}

function readLinkStyle(lexer: Lexer, draft: ChartDraft): void {
  takeIgnored(lexer, draft, 'linkStyle');
  space(lexer);
  if (!lexer.accept('default')) readNumbers(lexer, draft);
  space(lexer);
  if (!lexer.accept('interpolate')) return readStyles(lexer);
  space(lexer);
  readName(lexer, 'the name of a curve should be here', CURVE_PARTS);
  if (lexer.accept('space')) readStyles(lexer);
}

function readNumbers(lexer: Lexer, draft: ChartDraft): void {
  do {
    const { text } = lexer.ahead;
    if (lexer.ahead.kind !== 'number') lexer.fail('the number of an arrow should be here');
    if (Number(text) >= draft.edges.length || String(Number(text)) !== text)
      lexer.fail(`there is no arrow ${text.slice(0, 20)}: the first is 0`);
    lexer.take();
  } while (lexer.accept('comma'));
}

/** Nothing of it is kept: what it would open or run is not known here. */
function readClick(lexer: Lexer, draft: ChartDraft): void {
  takeIgnored(lexer, draft, 'click');
  if (lexer.accept('callName')) {
    lexer.accept('callArguments');
    readTip(lexer);
    return;
  }
  if (lexer.accept('href')) lexer.expect('string', 'an address in quotes should be here');
  else if (!lexer.accept('string')) {
    readName(lexer, 'an address in quotes or the name of a function should be here', CURVE_PARTS);
    readTip(lexer);
    return;
  }
  if (!lexer.accept('space')) return;
  if (lexer.accept('linkTarget')) return;
  lexer.expect('string', 'a text in quotes should be here');
  if (lexer.accept('space')) lexer.expect('linkTarget', 'a target such as _blank should be here');
}

function readTip(lexer: Lexer): void {
  if (lexer.accept('space')) lexer.expect('string', 'a text in quotes should be here');
}

const CURVE_PARTS: readonly TokenKind[] = NAME_PARTS.filter((kind) => kind !== 'default');
const STYLE_PARTS: readonly TokenKind[] = ['number', 'word', 'colon', 'space', 'hash', 'style'];

/** `fill:#f00,stroke-width:4px`. */
function readStyles(lexer: Lexer): void {
  do readName(lexer, 'a style such as fill:#f00 should be here', STYLE_PARTS);
  while (lexer.accept('comma'));
}

function takeIgnored(lexer: Lexer, draft: ChartDraft, what: string): void {
  draft.ignored.push({ line: lexer.line, what });
  lexer.take();
}

function space(lexer: Lexer): void {
  lexer.expect('space', 'a space should be here');
}
