import { ChartDraft, MAX_FRAMES_DEEP } from './chartDraft.ts';
import { cleanText } from './cleanText.ts';
import { type Flowchart, FlowchartFault, type ParsedFlowchart } from './flowchart.ts';
import { Lexer } from './lexer.ts';
import { OTHER_STATEMENTS } from './otherStatements.ts';
import type { TokenKind } from './tokens.ts';
import { readVertexStatement } from './vertexStatement.ts';

const MEGABYTE = 1024 * 1024;
const MAX_MEGABYTES = 10;
/** Of the drawing itself, without comments. */
const MAX_DRAWING = MEGABYTE;

/**
 * Reads the text of a Mermaid flowchart by Mermaid's own grammar; the first thing that is not understood ends it with its place. The work
 * grows with the length of the text and no faster.
 */
export function parseFlowchart(text: string): ParsedFlowchart {
  if (text.length > MAX_MEGABYTES * MEGABYTE) return tooLong(`the text is longer than ${MAX_MEGABYTES} MB`);
  try {
    const clean = cleanText(text);
    if (clean.text.length - countOf(clean.text, '\n') > MAX_DRAWING)
      return tooLong('the drawing without its comments is longer than 1 MB');
    const { ignored, ...chart } = readChart(new Lexer(clean.text));
    return {
      ok: true,
      chart: { ...chart, ignored: [...clean.ignored, ...ignored], remarks: clean.remarks },
    };
  } catch (thrown) {
    if (thrown instanceof FlowchartFault) return { ok: false, fault: thrown.fault };
    throw thrown;
  }
}

function tooLong(what: string): ParsedFlowchart {
  return { ok: false, fault: { line: 1, column: 1, what } };
}

function countOf(text: string, character: string): number {
  return text.split(character).length - 1;
}

function readChart(lexer: Lexer): Omit<Flowchart, 'remarks'> {
  readHeader(lexer);
  const draft = new ChartDraft();
  while (lexer.ahead.kind !== 'fileEnd') {
    if (!lexer.accept('newline', 'space', 'semicolon')) readStatement(lexer, draft);
  }
  if (draft.depth > 0) lexer.fail('a subgraph is not closed: “end” is missing');
  return draft.finished();
}

function readHeader(lexer: Lexer): void {
  while (lexer.accept('newline', 'space'));
  const { at } = lexer.ahead;
  if (!lexer.accept('graph')) {
    const found = /^[\w-]{1,30}/.exec(lexer.text.slice(at, at + 30))?.[0];
    lexer.fail(
      found
        ? `this is “${found}”, and only flowcharts can be read: they begin with “flowchart” or “graph”`
        : 'a flowchart has to begin with “flowchart” or “graph”',
    );
  }
  if (lexer.accept('noDirection')) return;
  lexer.expect('direction', 'a direction (TB, LR …) or the end of the line should be here');
  if (lexer.accept('semicolon')) return;
  lexer.spaces();
  lexer.expect('newline', 'the line should end here');
}

function readStatement(lexer: Lexer, draft: ChartDraft): void {
  const { kind } = lexer.ahead;
  if (kind === 'subgraph') openFrame(lexer, draft);
  else if (kind === 'end') closeFrame(lexer, draft);
  else if (kind === 'innerDirection') ignore(lexer, draft, 'direction');
  else if (kind === 'described') ignore(lexer, draft, 'accDescr');
  else if (kind === 'accTitle' || kind === 'accDescr') {
    ignore(lexer, draft, kind);
    lexer.accept('described');
  } else {
    (OTHER_STATEMENTS[kind] ?? readVertexStatement)(lexer, draft);
    separate(lexer);
  }
}

function ignore(lexer: Lexer, draft: ChartDraft, what: string): void {
  draft.ignored.push({ line: lexer.line, what });
  lexer.take();
}

function separate(lexer: Lexer): void {
  if (lexer.accept('newline', 'semicolon') || lexer.ahead.kind === 'fileEnd') return;
  lexer.fail(
    lexer.ahead.text.startsWith('%%') ? 'a comment needs a line of its own' : 'this is not understood',
  );
}

const TITLE_PARTS: readonly TokenKind[] = [
  'number',
  'word',
  'space',
  'minus',
  'and',
  'letter',
  'colon',
  'star',
  'hash',
  'style',
  'linkStyle',
  'classDef',
  'class',
  'click',
  'graph',
  'direction',
  'subgraph',
  'end',
  'down',
  'up',
  'halfLink',
];

/** `subgraph id [Title]`, `subgraph Title`. */
function openFrame(lexer: Lexer, draft: ChartDraft): void {
  if (draft.depth >= MAX_FRAMES_DEEP)
    lexer.fail(`there are more than ${MAX_FRAMES_DEEP} subgraphs within each other`);
  ignore(lexer, draft, 'subgraph');
  lexer.expect('space', 'the name of the subgraph should be here');
  const first =
    lexer.accept('string', 'markdown', ...TITLE_PARTS) ??
    lexer.fail('the name of the subgraph should be here');
  let title = first.text;
  for (let part = lexer.accept(...TITLE_PARTS); part; part = lexer.accept(...TITLE_PARTS)) title += part.text;
  const opening = lexer.accept('[');
  if (opening) readTitle(lexer, opening.at);
  separate(lexer);
  draft.openFrame(!opening && /\s/.test(title) ? undefined : title.trim());
}

function readTitle(lexer: Lexer, at: number): void {
  if (!lexer.accept('text', 'string', 'markdown')) lexer.fail('a title should be here');
  while (lexer.accept('text'));
  if (!lexer.accept(']')) lexer.fail('“]” is missing at the end of this title', at);
}

function closeFrame(lexer: Lexer, draft: ChartDraft): void {
  if (!draft.closeFrame()) lexer.fail('this “end” closes nothing');
  lexer.take();
}
