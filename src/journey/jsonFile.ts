import { findSyntaxFault, lineAndColumn, tooDeepAt } from './jsonText.ts';
import type { Problem } from './problem.ts';
import { clip, pathText } from './schemaWords.ts';

/** What a file of this kind can be at most, and what a sentence calls it. */
export interface FileKind {
  /** `journey`, after “no … does” and “a … file”. */
  readonly name: string;
  readonly mostMegabytes: number;
  readonly mostDepth: number;
}

export type ReadJson =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

const MEGABYTE = 1024 * 1024;

/** The value of JSON text that anybody may have written. Whatever the text is, this ends soon and answers with a value. */
export function readJsonText(text: string, kind: FileKind): ReadJson {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = measure(source, kind);
  if (unreadable) return { ok: false, problem: unreadable };
  try {
    return { ok: true, value: JSON.parse(source) as unknown };
  } catch {
    return { ok: false, problem: syntaxProblem(source) };
  }
}

function measure(text: string, { name, mostMegabytes, mostDepth }: FileKind): Problem | undefined {
  if (text.length > mostMegabytes * MEGABYTE) {
    const size = Math.ceil(text.length / MEGABYTE);
    return fileFault(
      'file-too-large',
      `This file is ${size} MB; a ${name} file has at most ${mostMegabytes} MB. Is it the right file?`,
      { size },
    );
  }
  const deep = tooDeepAt(text, mostDepth);
  if (deep === undefined) return undefined;
  const { line, column } = lineAndColumn(text, deep);
  const path = `line ${line}, column ${column}`;
  const words = `This file nests lists and objects more than ${mostDepth} levels deep (${path}), which no ${name} does. Is it the right file?`;
  return { ...fileFault('nested-too-deep', words, { depth: mostDepth, line, column }), path };
}

function syntaxProblem(text: string): Problem {
  const { offset, expected } = findSyntaxFault(text) ?? { offset: 0, expected: 'JSON' };
  const { line, column } = lineAndColumn(text, offset);
  const found = offset >= text.length ? 'the file ends' : `there is “${text[offset] ?? ''}”`;
  const words = `This file is not whole JSON: at line ${line}, column ${column} ${found} where ${expected} should be. Save or download it again.`;
  return { ...fileFault('not-json', words, { line, column }), path: `line ${line}, column ${column}` };
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys with a meaning of their own in JavaScript are refused before anything is copied. The depth must have been checked. */
export function forbiddenKey(value: unknown, path: readonly string[] = []): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (FORBIDDEN.has(key)) {
      const where = pathText(here);
      const words = `“${where}” uses the name “${key}”, which is not allowed anywhere in a journey. Rename it and open the file again.`;
      return { ...fileFault('forbidden-name', words, { path: where }), path: where };
    }
    const below = forbiddenKey((value as Readonly<Record<string, unknown>>)[key], here);
    if (below) return below;
  }
  return undefined;
}

/** An error of a whole file; texts among the values are clipped. */
export function fileFault(code: string, words: string, values: Problem['values'] = {}): Problem {
  const clipped = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' ? clip(value) : value,
  ]);
  return { code, severity: 'error', words, values: Object.fromEntries(clipped) as Problem['values'] };
}
