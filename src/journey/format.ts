import type { Journey } from './journey.ts';
import { fileFault, forbiddenKey, type FileKind, readJsonText } from './jsonFile.ts';
import { migrate, NEWEST_VERSION } from './migrations/index.ts';
import type { Problem } from './problem.ts';
import { findBrokenReferences } from './references.ts';
import { journeySchema } from './schema.ts';
import { withPositions } from './withPositions.ts';
import { issueProblem } from './schemaWords.ts';

export type ParsedJourney =
  | { readonly ok: true; readonly journey: Journey }
  /** Nothing was read. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Deep enough for what is kept in `origin` of a platform's file, which may itself be 100 levels deep. */
const JOURNEY_FILE: FileKind = { name: 'journey', mostMegabytes: 10, mostDepth: 112 };
export const MAX_FILE_CHARACTERS = JOURNEY_FILE.mostMegabytes * 1024 * 1024;
/** A file with a thousand faults is told the first ones. */
const MAX_PROBLEMS = 20;

/** Reads the text of a journey file. Whatever the text is, this ends soon and answers with a value. */
export function parseJourney(text: string): ParsedJourney {
  const read = readJsonText(text, JOURNEY_FILE);
  return read.ok ? readJourney(read.value) : refuse(read.problem);
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

function identify(value: unknown): Problem | undefined {
  const document =
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  if (document?.['format'] !== 'rehearsal-journey') {
    return fileFault(
      'not-a-journey',
      'This is not a journey of Rehearsal: a journey file says "format": "rehearsal-journey". Open a file that Rehearsal saved.',
    );
  }
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return {
      ...fileFault(
        'damaged-field',
        '“version” must be a whole number from 1. Correct the file and open it again.',
      ),
      path: 'version',
    };
  }
  if (version > NEWEST_VERSION) {
    return fileFault(
      'newer-version',
      `This journey was saved by a newer Rehearsal: its format is version ${version}, this one reads up to ${NEWEST_VERSION}. Update Rehearsal and open it again.`,
      { version, newest: NEWEST_VERSION },
    );
  }
  return undefined;
}
