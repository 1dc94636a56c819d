import type { Journey } from './journey.ts';
import { findSyntaxFault, lineAndColumn, nestingDepth } from './jsonText.ts';
import { migrate, NEWEST_VERSION } from './migrations/index.ts';
import type { Problem } from './problem.ts';
import { findBrokenReferences } from './references.ts';
import { journeySchema } from './schema.ts';
import { withPositions } from './withPositions.ts';
import { clip, issueProblem, pathText } from './schemaWords.ts';

export type ParsedJourney =
  | { readonly ok: true; readonly journey: Journey }
  /** Nothing was read. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const MAX_FILE_CHARACTERS = 10 * 1024 * 1024;
const MAX_DEPTH = 64;
/** A file with a thousand faults is told the first ones. */
const MAX_PROBLEMS = 20;

/** Reads the text of a journey file. Whatever the text is, this ends soon and answers with a value. */
export function parseJourney(text: string): ParsedJourney {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = measure(source);
  if (unreadable) return refuse(unreadable);
  const document = parseJson(source);
  return document.ok ? readJourney(document.value) : refuse(document.problem);
}

/** Reads a value that was JSON: a stored document, a part of a backup. */
export function readJourney(value: unknown): ParsedJourney {
  const stranger = identify(value) ?? forbiddenKey(value);
  if (stranger) return refuse(stranger);
  const document = value as Readonly<Record<string, unknown>>;
  const newest = migrate(document, document['version'] as number);
  const shaped = journeySchema.safeParse(newest);
  if (!shaped.success) {
    return {
      ok: false,
      problems: shaped.error.issues.slice(0, MAX_PROBLEMS).map((issue) => issueProblem(issue, newest)),
    };
  }
  const broken = findBrokenReferences(shaped.data).slice(0, MAX_PROBLEMS);
  return broken.length > 0
    ? { ok: false, problems: broken }
    : { ok: true, journey: withPositions(shaped.data) };
}

function refuse(problem: Problem): ParsedJourney {
  return { ok: false, problems: [problem] };
}

function measure(text: string): Problem | undefined {
  if (text.length > MAX_FILE_CHARACTERS) {
    const size = Math.ceil(text.length / (1024 * 1024));
    return fault(
      'file-too-large',
      `This file is ${size} MB; a journey file has at most 10 MB. Is it the right file?`,
      { size },
    );
  }
  if (nestingDepth(text, MAX_DEPTH) > MAX_DEPTH) {
    return fault(
      'nested-too-deep',
      `This file nests lists and objects more than ${MAX_DEPTH} levels deep, which no journey does. Is it the right file?`,
      { depth: MAX_DEPTH },
    );
  }
  return undefined;
}

function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const { offset, expected } = findSyntaxFault(text) ?? { offset: 0, expected: 'JSON' };
    const { line, column } = lineAndColumn(text, offset);
    const found = offset >= text.length ? 'the file ends' : `there is “${text[offset] ?? ''}”`;
    const words = `This file is not whole JSON: at line ${line}, column ${column} ${found} where ${expected} should be. Save or download it again.`;
    return {
      ok: false,
      problem: { ...fault('not-json', words, { line, column }), path: `line ${line}, column ${column}` },
    };
  }
}

function identify(value: unknown): Problem | undefined {
  const document =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  if (document?.['format'] !== 'rehearsal-journey') {
    return fault(
      'not-a-journey',
      'This is not a journey of Rehearsal: a journey file says "format": "rehearsal-journey". Open a file that Rehearsal saved.',
    );
  }
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      ...fault(
        'damaged-field',
        '“version” must be a whole number from 1. Correct the file and open it again.',
      ),
      path: 'version',
    };
  }
  if (version > NEWEST_VERSION) {
    return fault(
      'newer-version',
      `This journey was saved by a newer Rehearsal: its format is version ${version}, this one reads up to ${NEWEST_VERSION}. Update Rehearsal and open it again.`,
      { version, newest: NEWEST_VERSION },
    );
  }
  return undefined;
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys with a meaning of their own in JavaScript are refused before anything is copied. */
function forbiddenKey(value: unknown, path: readonly string[] = []): Problem | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (FORBIDDEN.has(key)) {
      const where = pathText(here);
      const words = `“${where}” uses the name “${key}”, which is not allowed anywhere in a journey. Rename it and open the file again.`;
      return { ...fault('forbidden-name', words, { path: where }), path: where };
    }
    const below = forbiddenKey((value as Readonly<Record<string, unknown>>)[key], here);
    if (below) return below;
  }
  return undefined;
}

function fault(code: string, words: string, values: Problem['values'] = {}): Problem {
  return { code, severity: 'error', words, values: mapValues(values) };
}

function mapValues(values: Problem['values']): Problem['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? clip(value) : value]),
  );
}
