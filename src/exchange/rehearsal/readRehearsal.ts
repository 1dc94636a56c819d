import * as z from 'zod/mini';
import { readCalibration } from '../../compile/response/readCalibration.ts';
import { readJourney } from '../../journey/format.ts';
import { type FileKind, readJsonText } from '../../journey/jsonFile.ts';
import type { Problem } from '../../journey/problem.ts';
import { readPolicies } from '../../journey/readPolicies.ts';
import { issueProblem } from '../../journey/schemaWords.ts';
import { FORMAT, NEWEST_VERSION, type Rehearsal } from './rehearsal.ts';
import { reportSchema } from './reportSchema.ts';

type RehearsalReading =
  | { readonly ok: true; readonly rehearsal: Rehearsal }
  /** Nothing was read. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

const REHEARSAL_FILE: FileKind = { name: 'rehearsal', mostMegabytes: 20, mostDepth: 120 };
const MOST_PROBLEMS = 20;
const MOST_CONTACTS = 2 ** 31;

const name = z.string().check(z.maxLength(500));
const people = z.int().check(z.gte(1), z.lte(MOST_CONTACTS));

const share = z.number().check(z.gte(0), z.lte(1));

const audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sample'), rows: people }),
  z.strictObject({
    kind: z.literal('imported'),
    name,
    rows: people,
    columns: z.array(
      z.strictObject({
        name,
        type: z.enum(['number', 'category', 'boolean', 'date']),
        role: z.exactOptional(name),
      }),
    ),
    fingerprint: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  }),
]);

/** What is told of the run; journey, policies and rates are read by those who read their own files. */
const envelope = z.object({
  audience,
  contacts: people,
  seed: z.int(),
  showFor: z.exactOptional(people),
  finishedAt: z.number(),
  report: reportSchema,
  customerWorth: z.exactOptional(
    z.object({
      marginPerMonth: z.exactOptional(z.number()),
      retention: z.exactOptional(share),
      discount: z.exactOptional(z.number().check(z.gte(0))),
    }),
  ),
});

/** Reads the text of a `.rehearsal` file. Whatever the text is, this ends soon and answers with a value. */
export function readRehearsal(text: string): RehearsalReading {
  const read = readJsonText(text, REHEARSAL_FILE);
  return read.ok ? readDocument(read.value) : refuse(read.problem);
}

function readDocument(value: unknown): RehearsalReading {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
    return refuse(
      fault(
        'not-a-rehearsal',
        'This is no rehearsal: such a file says "format": "rehearsal". Open a file that “Take away” saved.',
      ),
    );
  const { version, journey, policies, calibration } = value as Readonly<Record<string, unknown>>;
  if (version !== NEWEST_VERSION) return refuse(versionFault(version));
  const read = {
    journey: readJourney(journey),
    policies: readPolicies(policies),
    calibration: readRates(calibration),
    run: envelope.safeParse(value),
  };
  const problems = [
    ...(read.journey.ok ? [] : read.journey.problems.map(within('journey'))),
    ...(read.policies.ok ? [] : read.policies.problems.map(within('policies'))),
    ...(read.calibration.ok ? [] : [within('calibration')(read.calibration.problem)]),
    ...(read.run.success ? [] : read.run.error.issues.map((issue) => issueProblem(issue, value))),
  ];
  if (read.journey.ok && read.policies.ok && read.calibration.ok && read.run.success)
    return {
      ok: true,
      rehearsal: {
        ...read.run.data,
        journey: read.journey.journey,
        policies: read.policies.policies,
        calibration: read.calibration.calibration,
      },
    };
  return { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function readRates(value: unknown): ReturnType<typeof readCalibration> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? readCalibration(value as Readonly<Record<string, unknown>>)
    : {
        ok: false,
        problem: fault('damaged-rates', 'The rates must be a JSON object, such as {} for benchmarks.'),
      };
}

function versionFault(version: unknown): Problem {
  return typeof version === 'number' && version > NEWEST_VERSION
    ? fault(
        'newer-version',
        `This rehearsal was saved by a newer version of the app: its format is version ${version}, this one reads up to ${NEWEST_VERSION}. Reload the page to get the newest app and open the file again.`,
      )
    : fault('damaged-field', '“version” must be 1. Save the file again where it was made.');
}

/** Where in the file a part’s problem is. */
function within(part: string) {
  return (problem: Problem): Problem => ({
    ...problem,
    words: `In “${part}”: ${problem.words}`,
    path: problem.path === undefined ? part : `${part}.${problem.path}`,
  });
}

function fault(code: string, words: string): Problem {
  return { code, severity: 'error', words, values: {} };
}

function refuse(problem: Problem): RehearsalReading {
  return { ok: false, problems: [problem] };
}
