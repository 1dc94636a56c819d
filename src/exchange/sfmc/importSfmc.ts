import type * as z from 'zod/mini';
import { issueProblem } from '../../journey/schemaWords.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { refusal } from '../draft.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { Assembly } from './assembly.ts';
import { findFaults } from './faults.ts';
import { unlikeJourney } from './recognise.ts';
import { interactionShape } from './shape.ts';

const MOST_PROBLEMS = 20;

/** The journey in one file of the Journey Specification, or why there is none. */
export function importSfmc(files: readonly ExchangeFile[], options: ImportOptions = {}): Imported {
  const [file] = files;
  if (!file || files.length > 1)
    return refusal(
      'one-file',
      `A journey of Journey Builder is one file; these are ${files.length}. Import them one by one.`,
    );
  const json = readJsonFile(file);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const unlike = unlikeJourney(json.value);
  if (unlike) return unlike;
  const shaped = interactionShape.safeParse(json.value);
  if (!shaped.success) {
    const issues = shaped.error.issues.slice(0, MOST_PROBLEMS);
    return { ok: false, problems: issues.map((issue: z.core.$ZodIssue) => issueProblem(issue, json.value)) };
  }
  const faults = findFaults(shaped.data);
  if (faults.length > 0) return { ok: false, problems: faults.slice(0, MOST_PROBLEMS) };
  return new Assembly(shaped.data, options).finish();
}
