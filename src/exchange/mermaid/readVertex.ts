import type { Shape } from './flowchart.ts';
import { labelText } from './labelText.ts';
import type { Reader } from './reader.ts';

/** A vertex as one mention gives it: another mention may add the label. */
export interface Mention {
  readonly id: string;
  readonly label?: string;
  readonly shape?: Shape;
  readonly classes: readonly string[];
}

/** Letters of any script; `-` and `.` only inside, or `a-->b` would be one word. */
const ID = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[-.](?=[\p{L}\p{N}_]))*/uy;

/** Opening brackets, longest first, with what may close them. */
const BRACKETS: readonly (readonly [open: string, closes: readonly [string, ...string[]], shape: Shape])[] = [
  ['(((', [')))'], 'doubleCircle'],
  ['((', ['))'], 'circle'],
  ['([', ['])'], 'stadium'],
  ['[[', [']]'], 'subroutine'],
  ['[(', [')]'], 'cylinder'],
  ['[/', ['/]', '\\]'], 'slanted'],
  ['[\\', ['\\]', '/]'], 'slanted'],
  ['[', [']'], 'box'],
  ['{{', ['}}'], 'hexagon'],
  ['{', ['}'], 'diamond'],
  ['(', [')'], 'round'],
  ['>', [']'], 'flag'],
];

/** The names of `@{ shape: … }` that tell something; every other shape is a box. */
const NAMED_SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['diam', 'diamond'],
  ['diamond', 'diamond'],
  ['decision', 'diamond'],
  ['hex', 'hexagon'],
  ['hexagon', 'hexagon'],
  ['stadium', 'stadium'],
  ['terminal', 'stadium'],
  ['circle', 'circle'],
  ['rounded', 'round'],
]);

export function readMention(reader: Reader): Mention | undefined {
  const id = reader.match(ID)?.[0];
  if (id === undefined) return undefined;
  const body = readProperties(reader) ?? readBrackets(reader) ?? {};
  const classes: string[] = [];
  for (let name = readClass(reader); name !== undefined; name = readClass(reader)) classes.push(name);
  return { id, ...body, classes };
}

function readClass(reader: Reader): string | undefined {
  return reader.match(/:::([\w-]+)/y)?.[1];
}

type Body = Pick<Mention, 'label' | 'shape'>;

/** `id@{ shape: diamond, label: "Text" }`. */
function readProperties(reader: Reader): Body | undefined {
  if (!reader.match(/@\{/y)) return undefined;
  const inner = reader.match(/(?:"[^"]*"|[^"{}]+)*/y)?.[0] ?? '';
  if (!reader.match(/\}/y)) return reader.fail('“}” is missing after this');
  const label = /(?:^|[,\s])label:\s*(?:"([^"]*)"|([^,"]*))/.exec(inner);
  const shape = /(?:^|[,\s])shape:\s*"?([\w-]+)/.exec(inner)?.[1] ?? '';
  return {
    ...(label && { label: labelText(label[1] ?? label[2] ?? '') }),
    shape: NAMED_SHAPES.get(shape) ?? 'box',
  };
}

function readBrackets(reader: Reader): Body | undefined {
  const bracket = BRACKETS.find(([open]) => reader.startsWith(open));
  if (!bracket) return undefined;
  const [open, closes, shape] = bracket;
  reader.at += open.length;
  const quoted = reader.match(/\s*"([^"]*)"\s*/y);
  if (!quoted) return { label: labelText(unquoted(reader, closes)), shape };
  const close = closes.find((end) => reader.startsWith(end));
  if (close === undefined) return reader.fail(`“${closes[0]}” is missing at the end of this label`);
  reader.at += close.length;
  return { label: labelText(quoted[1] ?? ''), shape };
}

/** Up to the nearest of the brackets that may close here. */
function unquoted(reader: Reader, closes: readonly [string, ...string[]]): string {
  const start = reader.at;
  const ends = closes.flatMap((close) => {
    reader.at = start;
    const inner = reader.until(close);
    return inner === undefined ? [] : [{ inner, after: reader.at }];
  });
  reader.at = start;
  const nearest = ends.sort((a, b) => a.after - b.after)[0];
  if (!nearest) return reader.fail(`“${closes[0]}” is missing at the end of this label`);
  reader.at = nearest.after;
  return nearest.inner;
}
