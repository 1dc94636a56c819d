import { ENTITY_END, ENTITY_START } from './labelText.ts';
import { faultAt, type Ignored, type Remark } from './flowchart.ts';
import { Lines } from './lines.ts';

export interface CleanText {
  /** The drawing alone, line feeds between its lines and after the last. Everything stands in the line and column where it stood. */
  readonly text: string;
  readonly ignored: readonly Ignored[];
  readonly remarks: readonly Remark[];
}

/** A text without what Mermaid takes away before it reads: front matter, directives, comments. */
export function cleanText(raw: string): CleanText {
  const fenced = raw.replace(/\r\n?/g, '\n');
  const whole = unfenced(fenced);
  const ignored: Ignored[] = [];
  const remarks: Remark[] = [];
  const headless = withoutFrontMatter(whole, whole !== fenced, ignored);
  const undirected = withoutDirectives(singleQuotedTags(headless), ignored);
  const lines = undirected.split('\n').map((line, index) => {
    if (!/^\s*%%(?!\{)./u.test(line)) return withEntities(line);
    const remark = /^\s*%% ?rehearsal:(.*)$/u.exec(line)?.[1];
    if (remark !== undefined) remarks.push({ line: index + 1, text: remark });
    return '';
  });
  return { text: `${lines.join('\n')}\n`, ignored, remarks };
}

/** Pasted out of a document, a flowchart still wears its fence. Lines keep their numbers. */
function unfenced(text: string): string {
  return text.replace(/^\uFEFF?(\s*)```[^\n]*/, '$1').replace(/```\s*$/, '');
}

/** What stands between two lines of `---` at the very beginning (after a fence: after it) is made empty lines. */
function withoutFrontMatter(text: string, fenced: boolean, ignored: Ignored[]): string {
  const lines = text.split('\n');
  const first = fenced ? lines.findIndex((line) => line.trim() !== '') : 0;
  const indent = /^(\s*)---\s*$/u.exec(lines[first] ?? '')?.[1];
  if (indent === undefined) return text;
  const closing = lines.findIndex(
    (line, index) => index > first + 1 && line.startsWith(`${indent}---`) && line.trim() === '---',
  );
  if (closing < 0 || closing === lines.length - 1)
    throw faultAt(text, text.length, 'the part between “---” and “---” is not closed');
  ignored.push({ line: first + 1, what: 'front matter' });
  return lines.map((line, index) => (index > closing ? line : '')).join('\n');
}

/** `%%{init: …}%%` sets looks, and what a page may do with clicks: neither is of use here, so it is blanked out. */
function withoutDirectives(text: string, ignored: Ignored[]): string {
  const directive = /%%\{\s*(\w+)/g;
  const lines = new Lines(text);
  const kept: string[] = [];
  let from = 0;
  for (let found = directive.exec(text); found; found = directive.exec(text)) {
    const end = text.indexOf('}%%', found.index);
    if (end < 0) throw faultAt(text, found.index, '“}%%” is missing after this');
    ignored.push({ line: lines.lineAt(found.index), what: `%%{${found[1] ?? ''}}%%` });
    kept.push(text.slice(from, found.index), text.slice(found.index, end + 3).replace(/[^\n]/g, ' '));
    from = end + 3;
    directive.lastIndex = from;
  }
  return kept.join('') + text.slice(from);
}

/** Quotes around the values of HTML attributes would end a label: they are read as single ones. */
function singleQuotedTags(text: string): string {
  const tag = /<\w/g;
  const kept: string[] = [];
  let from = 0;
  for (let found = tag.exec(text); found; found = tag.exec(text)) {
    const end = text.indexOf('>', found.index);
    if (end < 0) break;
    kept.push(text.slice(from, found.index), text.slice(found.index, end).replace(/="([^"]*)"/g, "='$1'"));
    from = end;
    tag.lastIndex = end;
  }
  return kept.join('') + text.slice(from);
}

/** `#35;` and `#quot;` become one thing that is text in a label and nothing elsewhere; the semicolon after a colour ends it. */
function withEntities(line: string): string {
  if (!line.includes('#')) return line;
  return colourEnded(colourEnded(line, 'style'), 'classDef').replace(
    /#(\w+);/g,
    `${ENTITY_START}$1${ENTITY_END}`,
  );
}

/** `style A fill:#f00;`: the last semicolon of a line that gives a colour so goes, or it would look like `#35;`. */
function colourEnded(line: string, word: 'style' | 'classDef'): string {
  const last = line.lastIndexOf(';');
  const start = line.indexOf(word);
  if (start < 0 || last < start) return line;
  return givesColour(line.slice(start, last)) ? line.slice(0, last) + line.slice(last + 1) : line;
}

/** Whether a colon is followed by `#` with no space between them. */
function givesColour(text: string): boolean {
  return text.split(/\s/u).some((word) => {
    const colon = word.indexOf(':');
    return colon >= 0 && word.includes('#', colon);
  });
}
