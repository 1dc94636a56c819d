import type { Shape } from './flowchart.ts';
import { labelText } from './labelText.ts';
import { NAMED_SHAPES } from './shapes.ts';

export type ReadData =
  | { readonly ok: true; readonly label?: string; readonly shape?: Shape }
  | { readonly ok: false; readonly what: string };

const KEY = /\s*([\w-]+|"[^"]*"|'[^']*')[ \t]*/y;
const QUOTED = /[ \t]*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*/y;
/** Without quotes: between commas where all is on one line, else a line each. */
const IN_LINE = /([^,\n]*)/y;
const WHOLE_LINE = /([^\n]*)/y;

/**
 * What stands in `@{ … }`, by the part of YAML that people write there: keys with texts, numbers and names, on one line with commas or
 * one to a line.
 */
export function readShapeData(data: string): ReadData {
  const fields = readFields(data);
  if (!fields) return { ok: false, what: 'these properties are not understood' };
  const shape = fields.get('shape') ?? '';
  const known = NAMED_SHAPES.get(shape);
  if (shape !== '' && known === undefined)
    return { ok: false, what: `there is no shape “${shape.slice(0, 40)}”` };
  const label = fields.get('label') ?? '';
  const pictured = (fields.get('icon') ?? fields.get('img') ?? '') !== '';
  return {
    ok: true,
    ...(known && { shape: known }),
    ...((label !== '' || pictured) && { label: labelText(label) }),
  };
}

function readFields(data: string): ReadonlyMap<string, string> | undefined {
  const separator = data.includes('\n') ? /\s*(?:\n|$)\s*/y : /\s*(?:,|$)\s*/y;
  const plain = data.includes('\n') ? WHOLE_LINE : IN_LINE;
  const fields = new Map<string, string>();
  let at = data.length - data.trimStart().length;
  const next = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(data);
    if (found) at = pattern.lastIndex;
    return found;
  };
  while (at < data.length) {
    const key = next(KEY)?.[1]?.replace(/^["']|["']$/g, '');
    if (key === undefined || fields.has(key)) return undefined;
    const value = next(/:(?=\s|$)/y) ? readValue(next, plain) : '';
    if (value === undefined || !next(separator)) return undefined;
    fields.set(key, value);
  }
  return fields;
}

function readValue(next: (pattern: RegExp) => RegExpExecArray | null, plain: RegExp): string | undefined {
  const quoted = next(QUOTED);
  if (quoted) return unescaped(quoted[1]) ?? quoted[2]?.replaceAll("''", "'");
  const value = next(plain)?.[1]?.trim() ?? '';
  return /^["'[\]{}>|*&!%@`]|:\s|:$/.test(value) ? undefined : value.replace(/\s#.*$/, '');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t' };

function unescaped(text: string | undefined): string | undefined {
  return text
    ?.replace(/\n\s*/g, '<br/>')
    .replace(/\\(.)/g, (_, character: string) => ESCAPES[character] ?? character);
}
