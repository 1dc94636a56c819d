import { clip, issueProblem } from '../../journey/schemaWords.ts';
import type { Imported } from '../contract.ts';
import { refusal } from '../draft.ts';
import { isObject } from '../kept.ts';
import { otherThan } from '../looks.ts';
import { isStepType, stepMap, STEP_TYPES, type StepMap } from './stepMap.ts';

export type Recognised = { readonly ok: true; readonly map: StepMap } | Extract<Imported, { ok: false }>;

const MOST_PROBLEMS = 20;

/** A map of steps, or a sentence that says what the file looks like instead. */
export function recognise(value: unknown): Recognised {
  const stranger = strangerWords(value);
  if (stranger !== undefined) return refuse('not-parcelvoy', stranger);
  const read = stepMap.safeParse(value);
  if (!read.success)
    return {
      ok: false,
      problems: read.error.issues.slice(0, MOST_PROBLEMS).map((issue) => issueProblem(issue, value)),
    };
  const unknown = Object.entries(read.data).find(([, step]) => !isStepType(step));
  if (unknown) {
    const [id, { type }] = unknown;
    return refuse(
      'step-type-unknown',
      `The step “${clip(id)}” is of the type “${clip(type)}”, which is none of those that Parcelvoy had in April 2025 (${STEP_TYPES.join(', ')}). If the file comes from a newer version, take that step out there and fetch the steps again.`,
      `${clip(id)}.type`,
    );
  }
  return { ok: true, map: read.data };
}

function refuse(code: string, words: string, path?: string): Recognised {
  const refused = refusal(code, words, path);
  return refused.ok ? { ok: false, problems: [] } : refused;
}

const WANTED =
  'Wanted is what GET …/journeys/:id/steps answers with: an object of steps by their external_id, each with a type.';

function strangerWords(value: unknown): string | undefined {
  if (Array.isArray(value)) return `This is a list, and no map of steps as Parcelvoy has them. ${WANTED}`;
  if (!isObject(value)) return `This is no map of steps as Parcelvoy has them. ${WANTED}`;
  const other = otherThan('parcelvoy', value);
  if (other !== undefined) return `${other} ${WANTED}`;
  if (isObject(value['steps']) && typeof value['name'] === 'string')
    return `This looks like a journey with its steps inside. Import what stands under “steps” alone. ${WANTED}`;
  if (Object.keys(value).length === 0) return `There is no step in this file. ${WANTED}`;
  const isMap = Object.values(value).some((step) => isObject(step) && typeof step['type'] === 'string');
  return isMap ? undefined : `None of this looks like a step of Parcelvoy. ${WANTED}`;
}
