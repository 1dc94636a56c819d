import type * as z from 'zod/mini';
import { findSyntaxFault, lineAndColumn, tooDeepAt } from './jsonText.ts';
import type { Policies } from './policies.ts';
import type { Problem } from './problem.ts';
import { policiesSchema } from './schema/policies.ts';
import { clip, issueProblem, pathText } from './schemaWords.ts';

export type ParsedPolicies =
  | { readonly ok: true; readonly policies: Policies }
  /** Nothing was read. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const FORMAT = 'rehearsal-policies';
const NEWEST_VERSION = 1;
const MAX_MEGABYTES = 1;
const MAX_DEPTH = 16;
/** A file with a thousand faults is told the first ones. */
const MAX_PROBLEMS = 20;
const MAX_NAMES = 5;

/** Reads the text of a policies file. Whatever the text is, this ends soon and answers with a value. */
export function parsePolicies(text: string): ParsedPolicies {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const unreadable = measure(source);
  if (unreadable) return refuse(unreadable);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return refuse(syntaxProblem(source));
  }
  return readPolicies(value);
}

/** Reads a value that was JSON: stored policies, a part of a backup. Lists that are not there are empty. */
export function readPolicies(value: unknown): ParsedPolicies {
  const stranger = identify(value);
  if (stranger) return refuse(stranger);
  const shaped = policiesSchema.safeParse(value);
  if (!shaped.success) {
    const problems = lastOfEachPlace(shaped.error.issues).map((issue) => problemOf(issue, value));
    return { ok: false, problems: problems.slice(0, MAX_PROBLEMS) };
  }
  const { format: _, version: __, ...policies } = shaped.data;
  const twice = findTwice(policies).slice(0, MAX_PROBLEMS);
  return twice.length > 0 ? { ok: false, problems: twice } : { ok: true, policies };
}

function refuse(problem: Problem): ParsedPolicies {
  return { ok: false, problems: [problem] };
}

function measure(text: string): Problem | undefined {
  const size = Math.ceil(text.length / (1024 * 1024));
  if (size > MAX_MEGABYTES) {
    const words = `This file is ${size} MB; a file of policies has at most ${MAX_MEGABYTES} MB. Is it the right file?`;
    return fault('file-too-large', words, { size });
  }
  if (tooDeepAt(text, MAX_DEPTH) !== undefined) {
    const words = `This file nests lists and objects more than ${MAX_DEPTH} levels deep, which no policies do. Is it the right file?`;
    return fault('nested-too-deep', words, { depth: MAX_DEPTH });
  }
  return undefined;
}

function syntaxProblem(text: string): Problem {
  const { offset, expected } = findSyntaxFault(text) ?? { offset: 0, expected: 'JSON' };
  const { line, column } = lineAndColumn(text, offset);
  const found = offset >= text.length ? 'the file ends' : `there is “${text[offset] ?? ''}”`;
  const words = `This file is not whole JSON: at line ${line}, column ${column} ${found} where ${expected} should be. Correct the file and open it again.`;
  return { ...fault('not-json', words, { line, column }), path: `line ${line}, column ${column}` };
}

/** A file need not say that it is policies; one that says something else, or comes from a newer program, is not read. */
function identify(value: unknown): Problem | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fault(
      'not-policies',
      'These are no policies: the file must be a JSON object of caps, quietHours, budgets and rateLimits, such as {"caps": []}.',
    );
  }
  const { format, version } = value as Readonly<Record<string, unknown>>;
  if (typeof format === 'string' && format !== FORMAT) {
    const words = `These are no policies: the file says that it is a “${clip(format)}”. Choose a file of policies.`;
    return fault('not-policies', words, { format: clip(format) });
  }
  if (typeof version === 'number' && Number.isInteger(version) && version > NEWEST_VERSION) {
    const words = `These policies were saved by a newer Rehearsal: their format is version ${version}, this one reads up to ${NEWEST_VERSION}. Update Rehearsal and open the file again.`;
    return fault('newer-version', words, { version, newest: NEWEST_VERSION });
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** A value below two bounds is told the one that counts, which is checked later. */
function lastOfEachPlace(issues: readonly Issue[]): readonly Issue[] {
  return [
    ...new Map(
      issues.map((issue) => [`${issue.code === 'unrecognized_keys'} ${pathText(issue.path)}`, issue]),
    ).values(),
  ];
}

/** What the schema refused, with its place written as programs write it: `caps[1].window.minutes`. */
function problemOf(issue: Issue, document: unknown): Problem {
  if (issue.code === 'invalid_union' && !('options' in issue)) return unionProblem(issue, document);
  const place = placeText(issue.path);
  if (issue.code === 'unrecognized_keys') return strangeFields(place, issue);
  const { words, values, ...rest } = issueProblem(asIdIssue(issue), document);
  return {
    ...rest,
    words: words.replace(`“${pathText(issue.path)}”`, () => `“${place}”`),
    values: { ...values, path: place },
    path: place,
  };
}

function strangeFields(
  place: string,
  { keys, message }: Extract<Issue, { code: 'unrecognized_keys' }>,
): Problem {
  const names = keys.slice(0, MAX_NAMES).map((key) => `“${clip(key)}”`);
  const more = keys.length > MAX_NAMES ? ', …' : '';
  const whose = place === '' ? 'A file of policies' : `“${place}”`;
  const words = `${whose} has no field ${names.join(', ')}${more}; there are ${message}. Correct the file and open it again.`;
  return { ...fault('damaged-field', words, { path: place }), ...(place !== '' && { path: place }) };
}

/** Where one of several shapes was meant, since its fields are there, says what is wrong inside; else names the shapes. */
function unionProblem(issue: Extract<Issue, { code: 'invalid_union' }>, document: unknown): Problem {
  const meant = issue.errors.filter((inside) => inside.every(({ path }) => path.length > 0));
  const [inside] = meant.length === 1 ? (meant[0] ?? []) : [];
  return problemOf(
    inside
      ? { ...inside, path: [...issue.path, ...inside.path] }
      : { code: 'custom', path: issue.path, message: issue.message, input: undefined },
    document,
  );
}

/** The pattern of ids is no sentence. */
function asIdIssue(issue: Issue): Issue {
  if (issue.code !== 'invalid_format' || !issue.pattern?.includes('A-Za-z')) return issue;
  const message = 'it must be a letter, then up to 63 letters, digits, “-” or “_”';
  return { code: 'custom', path: issue.path, message, input: undefined };
}

function placeText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** Ids and channels that must be there once: reports and budgets go by them. */
function findTwice({ caps, budgets }: Policies): Problem[] {
  return [
    ...placesTwice(caps.map(({ id }) => id)).map(({ value, first, at }) =>
      twice(`caps[${at}].id`, `caps[${first}].id`, `“${value}”: give each cap an id of its own`),
    ),
    ...placesTwice(budgets.map(({ channel }) => channel)).map(({ value, first, at }) =>
      twice(`budgets[${at}].channel`, `budgets[${first}].channel`, `“${value}”: give the channel one budget`),
    ),
  ];
}

function placesTwice(values: readonly string[]) {
  return values.flatMap((value, at) => {
    const first = values.indexOf(value);
    return first < at ? [{ value, first, at }] : [];
  });
}

function twice(path: string, other: string, rest: string): Problem {
  const words = `“${path}” and “${other}” are both ${rest}, and open the file again.`;
  return { ...fault('policy-twice', words, { path, other }), path };
}

function fault(code: string, words: string, values: Problem['values'] = {}): Problem {
  return { code, severity: 'error', words, values };
}
