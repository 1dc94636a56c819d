import { labelText } from './labelText.ts';
import type { Reader } from './reader.ts';

export interface LinkMention {
  readonly label: string;
  readonly invisible: boolean;
}

/** Whole arrows: `-->`, `---`, `--x`, `==>`, `-.->`, longer ones, and `~~~`. */
const ARROW = /[<xo]?(?:--+[-xo>]|==+[=xo>]|-\.+-[xo>]?)|~~~+/y;
/** Arrows cut in two by their label: how the first half begins, how the second half goes on. */
const HALVES: readonly (readonly [RegExp, RegExp])[] = [
  [/[<xo]?--/y, /--+[-xo>]/g],
  [/[<xo]?==/y, /==+[=xo>]/g],
  [/[<xo]?-\./y, /\.+-[xo>]?/g],
];

/** `-->`, `-->|label|`, `-- label -->`, `id@-->`. */
export function readLink(reader: Reader): LinkMention | undefined {
  const start = reader.at;
  reader.match(/[\w-]+@(?=[<xo]?[-=~])/y);
  const arrow = reader.match(ARROW);
  if (arrow) return { label: readPipes(reader), invisible: arrow[0].startsWith('~') };
  for (const [opening, closing] of HALVES) {
    if (reader.match(opening)) return { label: readHalf(reader, closing), invisible: false };
  }
  reader.at = start;
  return undefined;
}

function readPipes(reader: Reader): string {
  const quoted = reader.match(/[ \t]*\|\s*"([^"]*)"\s*\|/y);
  if (quoted) return labelText(quoted[1] ?? '');
  if (!reader.match(/[ \t]*\|/y)) return '';
  return labelText(reader.until('|') ?? reader.fail('“|” is missing at the end of this label'));
}

function readHalf(reader: Reader, closing: RegExp): string {
  const quoted = reader.match(/\s*"([^"]*)"/y);
  closing.lastIndex = reader.at;
  const end = closing.exec(reader.text);
  const between = end ? reader.text.slice(reader.at, end.index) : '\n';
  if (between.includes('\n')) return reader.fail('the arrow is not finished');
  reader.at = closing.lastIndex;
  return labelText(quoted ? (quoted[1] ?? '') : between);
}
