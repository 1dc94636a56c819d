/** Reading JSON text that anybody may have written, without trusting it to be small, shallow or whole. */

/** Where arrays and objects nest deeper than `limit`, found without parsing; undefined: nowhere. */
export function tooDeepAt(text: string, limit: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === BACKSLASH) i += 1;
      else if (c === QUOTE) inString = false;
    } else if (c === QUOTE) inString = true;
    else if (c === BRACE || c === BRACKET) {
      if ((depth += 1) > limit) return i;
    } else if (c === BRACE_END || c === BRACKET_END) depth -= 1;
  }
  return undefined;
}

const QUOTE = 34;
const BACKSLASH = 92;
const BRACE = 123;
const BRACE_END = 125;
const BRACKET = 91;
const BRACKET_END = 93;

export interface SyntaxFault {
  readonly offset: number;
  /** What would have been right there. */
  readonly expected: string;
}

/**
 * The first place where text stops being JSON. Engines word and place such errors differently (some not at all), so the
 * place is found here; only called when `JSON.parse` has refused. Recurses, so the depth must have been checked.
 */
export function findSyntaxFault(text: string): SyntaxFault | undefined {
  const start = skipSpace(text, 0);
  const end = value(text, start);
  if (typeof end !== 'number') return end;
  const rest = skipSpace(text, end);
  return rest < text.length ? { offset: rest, expected: 'nothing more' } : undefined;
}

/** Line and column from 1. */
export function lineAndColumn(
  text: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The offset after what was read, or the fault. */
type Read = number | SyntaxFault;

const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** Runs of plain characters at once: a step per character would overflow the matcher on megabytes. */
const STRING_BODY = /"(?:[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

function value(text: string, at: number): Read {
  const c = text[at];
  if (c === '{') return members(text, at + 1, '}', pair);
  if (c === '[') return members(text, at + 1, ']', value);
  if (c === '"') return string(text, at);
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : { offset: at, expected: 'a value' };
}

function members(
  text: string,
  from: number,
  close: string,
  member: (text: string, at: number) => Read,
): Read {
  let at = skipSpace(text, from);
  if (text[at] === close) return at + 1;
  for (;;) {
    const end = member(text, at);
    if (typeof end !== 'number') return end;
    at = skipSpace(text, end);
    if (text[at] === close) return at + 1;
    if (text[at] !== ',') return { offset: at, expected: `“,” or “${close}”` };
    at = skipSpace(text, at + 1);
  }
}

function pair(text: string, at: number): Read {
  if (text[at] !== '"') return { offset: at, expected: 'a name in double quotes' };
  const key = string(text, at);
  if (typeof key !== 'number') return key;
  const colon = skipSpace(text, key);
  if (text[colon] !== ':') return { offset: colon, expected: '“:”' };
  return value(text, skipSpace(text, colon + 1));
}

function string(text: string, at: number): Read {
  STRING_BODY.lastIndex = at;
  STRING_BODY.test(text);
  const end = STRING_BODY.lastIndex;
  return text[end] === '"' ? end + 1 : { offset: end, expected: 'the rest of a text and its closing quote' };
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (text[i] === ' ' || text[i] === '\n' || text[i] === '\t' || text[i] === '\r') i += 1;
  return i;
}
