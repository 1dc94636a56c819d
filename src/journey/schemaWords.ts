import type * as z from 'zod/mini';
import type { Problem } from './problem.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What the schema refused, in a marketer's words: which field, what it holds, what it may hold. */
export function issueProblem(issue: Issue, document: unknown): Problem {
  const path = pathText(issue.path);
  const found = brief(valueAt(document, issue.path));
  const words = `${sentence(issue, path, found)} Correct the file and open it again.`;
  return { code: 'damaged-field', severity: 'error', words, values: { path, found }, path };
}

function sentence(issue: Issue, path: string, found: string): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys.map((key) => clip(key)).join(', ');
    return `“${path || 'the document'}” has a field that journeys do not have: ${names}.`;
  }
  if (issue.code === 'invalid_key')
    return `“${path}” is not a usable id: a letter, then up to 63 letters, digits, “-” or “_”.`;
  return `“${path}” is ${found}; ${expectation(issue)}.`;
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `it must be ${TYPE_WORDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `it must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `it must ${sizeWord(issue.origin)} at least ${issue.minimum}`;
    case 'too_big':
      return `it must ${sizeWord(issue.origin)} at most ${issue.maximum}`;
    case 'invalid_format':
      return issue.pattern?.includes('[01][0-9]|2[0-3]')
        ? 'it must be a clock time such as 09:30'
        : `it must look like ${issue.pattern ?? issue.format}`;
    case 'custom':
      return issue.message;
    case 'invalid_union':
      return 'options' in issue
        ? `it must be one of ${issue.options.map(String).join(', ')}`
        : 'it is none of the things allowed here';
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return 'it is not allowed here';
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function sizeWord(origin: string): string {
  return origin === 'number' || origin === 'int' ? 'be' : 'have a length of';
}

export function pathText(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? String(part) : clip(String(part)))).join('.');
}

function valueAt(document: unknown, path: Path): unknown {
  let at = document;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Readonly<Record<PropertyKey, unknown>>)[part];
  }
  return at;
}

function brief(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `“${clip(value)}”`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'nothing';
}

/** A file may hold a name of megabytes; a sentence may not. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
